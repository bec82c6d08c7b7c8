package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.report.TextWidth;
import gdtrain.report.language.Language;
import gdtrain.report.picture.TerminalPicture.Style;
import gdtrain.train.Epoch;
import gdtrain.train.ObjectiveValue;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps of characters. */
class TerrainCharactersTest {
  private static final int GRID = 21;

  /** A bowl over -1 to 1 whose corner behind 1.2 is no number, with the path of a run. */
  private static TerrainMap bowl(Language language, double... path) {
    TerrainMap map = new TerrainMap("cars", "mse", GRID, language);
    map.axes("wt", "hp");
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < GRID; j++) {
        double x = i / 10.0 - 1;
        double y = j / 10.0 - 1;
        double height = x + y > 1.2 ? Double.POSITIVE_INFINITY : x * x + y * y;
        map.surface(x, y, new ObjectiveValue(height, height));
      }
    }
    map.run("");
    walk(map, path);
    return map;
  }

  private static void walk(TerrainMap map, double... path) {
    OptionalDouble none = OptionalDouble.empty();
    for (int i = 0; i < path.length; i += 2) {
      double height = path[i] * path[i] + path[i + 1] * path[i + 1];
      map.path(path[i], path[i + 1], new Epoch(i / 2, height, height, none, 1, none));
    }
  }

  private static List<String> lines(TerrainMap map, boolean braille, boolean coloured) {
    return TerrainCharacters.lines(map, new Style(new Size(60, 24), braille, coloured));
  }

  /** Where an arrow stands: beside the start, on the side that it points to. */
  @ParameterizedTest
  @CsvSource({
    "1,0,>,\u2192", "1,1,/,\u2197", "0,1,^,\u2191", "-1,1,\\,\u2196",
    "-1,0,<,\u2190", "-1,-1,/,\u2199", "0,-1,v,\u2193", "1,-1,\\,\u2198"
  })
  void theArrowPointsDownhill(double x, double y, char ascii, char braille) {
    for (boolean unicode : new boolean[] {false, true}) {
      TerrainMap map = bowl(Language.EN, 0, 0);
      map.downhill(x, y);
      List<String> lines = lines(map, unicode, false);
      char arrow = unicode ? braille : ascii;
      int row = 0;
      while (!lines.get(row).matches(".*[|\u2502\u2524+].*E.*|.*[|\u2502\u2524+].*S.*")
          || row < 4) {
        row++;
      }
      int column = Math.max(lines.get(row).indexOf('S'), lines.get(row).indexOf('E'));
      String where = lines.get(row - (int) y);
      assertEquals(arrow, where.charAt(column + (int) x), String.join("\n", lines));
    }
  }

  @Test
  void anArrowThatWouldLieOutsideIsLeftOut() {
    TerrainMap map = bowl(Language.EN, -1, -1, 0, 0);
    map.downhill(-1, -1);
    String picture = String.join("\n", lines(map, true, false));

    assertEquals(1, picture.chars().filter(c -> c == '\u2199').count(), "in the legend only");
    map.downhill(0, 0);
    assertFalse(String.join("\n", lines(map, true, false)).contains("negative gradient"));
  }

  /** What is lowest is blank, what is highest dark, and what is no number is asked about. */
  @Test
  void heightsAreShades() {
    List<String> lines = lines(bowl(Language.EN, -0.9, 0), false, false);
    List<String> map = lines.subList(5, lines.size() - 2);

    assertEquals("cars", lines.get(0));
    assertTrue(map.get(0).endsWith("?"), map.get(0));
    assertTrue(map.get(map.size() - 1).replaceAll("^[^|+]*.", "").startsWith("#"));
    assertTrue(map.get(map.size() / 2).contains("   "));
    assertTrue(lines.stream().allMatch(line -> TextWidth.of(line) <= 60));
  }

  @Test
  void severalPathsHaveLettersAndColours() {
    TerrainMap map = bowl(Language.EN, -1, 0, 0, 0);
    TerrainMap both = new TerrainMap("", "mse", GRID, Language.EN);
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < GRID; j++) {
        both.surface(i, j, new ObjectiveValue(1, i + j));
      }
    }
    both.run("0.1");
    walk(both, 1, 1, 5, 5);
    both.run("2");
    walk(both, 1, 1, 50, 50);
    both.minimum(70, 3);
    List<String> lines = lines(both, true, true);
    String picture = String.join("\n", lines);

    assertTrue(picture.contains("a learning rate 0.1, epoch 1"), picture);
    assertTrue(picture.contains("b learning rate 2, epoch 1"), picture);
    assertTrue(picture.contains("\u001b[34m") && picture.contains("\u001b[31m"), picture);
    assertFalse(picture.contains("M minimum"), "it is not on the map");
    map.minimum(0, 0);
    assertTrue(String.join("\n", lines(map, true, false)).contains("M minimum"));
  }

  @Test
  void itsWordsAreThoseOfALanguage() {
    TerrainMap map = bowl(Language.ZH_TW, -1, 0, 0, 0);
    map.directions(0.82568, 0.13225);
    String picture = String.join("\n", lines(map, true, false));

    assertTrue(picture.contains("S 起點"), picture);
    assertTrue(picture.contains("82.6 %"), picture);
    assertTrue(
        new TerrainDrawing(map).description().contains("路徑 ：第 0 輪")
            || new TerrainDrawing(map).description().contains("第 0 輪的 1 到第 1 輪的 0"),
        new TerrainDrawing(map).description());
  }

  @Test
  void aMapTakesNoSteps() {
    TerrainMap map = bowl(Language.EN, 0, 0);
    ObjectiveValue one = new ObjectiveValue(1, 1);
    assertThrows(IllegalStateException.class, () -> map.step("best", 1, one));
    SliceCurve slice = new SliceCurve("", "mse");
    Epoch epoch = map.tracks().get(0).stops().get(0).epoch();
    assertThrows(IllegalStateException.class, () -> slice.surface(1, 1, one));
    assertThrows(IllegalStateException.class, () -> slice.path(1, 1, epoch));
    assertFalse(new TerrainMap("", "mse", GRID, Language.EN).hasSurface());
  }

  @ParameterizedTest
  @CsvSource({"0,0,true", "1,1,true", "1.1,0,false", "-1.1,0,false", "0,1.1,false", "0,-1.1,false"})
  void aPlaceIsOnTheMapOrNot(double x, double y, boolean is) {
    assertEquals(is, bowl(Language.EN, 0, 0).has(new TerrainMap.Spot(x, y)));
  }
}
