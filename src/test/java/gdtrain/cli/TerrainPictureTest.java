package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gdtrain terrain} as pictures: they show what the CSV says. */
class TerrainPictureTest {
  private static final String CARS =
      "--target mpg --include wt,hp --exclude model,cyl,disp,drat,qsec,vs,am,gear,carb --grid 15";

  @TempDir Path folder;

  private static Outcome terrain(String file, String options) {
    return run(Cli.args(List.of("terrain", file, "-q"), options.split(" ")));
  }

  private String written(String ending, String file, String options) throws IOException {
    Path picture = folder.resolve("t." + ending);
    terrain(file, options + " -o " + picture).ok();
    return Files.readString(picture);
  }

  private static List<CSVRecord> kind(Outcome outcome, String kind) {
    return outcome.rows().stream().filter(row -> row.get("kind").equals(kind)).toList();
  }

  /** The corners of a path are those of the CSV: the same distances, but for the scale. */
  @Test
  void thePathLiesWhereTheCsvHasIt() throws IOException {
    List<CSVRecord> rows = kind(terrain(data("mtcars"), CARS).ok(), "path");
    String svg = written("svg", data("mtcars"), CARS);
    Matcher line = Pattern.compile("<polyline class=\"c1\"[^>]* points=\"([^\"]+)\"").matcher(svg);

    assertTrue(line.find());
    String[] corners = line.group(1).split(" ");
    assertEquals(rows.size(), corners.length);
    double[] first = at(corners[0]);
    double[] last = at(corners[corners.length - 1]);
    double[] from = at(rows.get(0).get("x") + "," + rows.get(0).get("y"));
    CSVRecord end = rows.get(rows.size() - 1);
    double[] to = at(end.get("x") + "," + end.get("y"));
    for (int i = 0; i < corners.length; i++) {
      double[] seen = at(corners[i]);
      double[] told = at(rows.get(i).get("x") + "," + rows.get(i).get("y"));
      for (int axis = 0; axis < 2; axis++) {
        double share = (told[axis] - from[axis]) / (to[axis] - from[axis]);
        assertEquals(first[axis] + share * (last[axis] - first[axis]), seen[axis], 0.2);
      }
    }
    for (String text :
        List.of(">start<", ">minimum<", ">- gradient<", ">epoch " + end.get("epoch") + "<")) {
      assertTrue(svg.contains(text), text);
    }
    assertTrue(svg.contains("<desc id=\"desc\">mse from "), svg);
  }

  private static double[] at(String place) {
    String[] numbers = place.split(",");
    return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
  }

  /** The arrow shows where plain gradient descent goes first. */
  @ParameterizedTest
  @CsvSource({"mtcars,--target mpg --optimizer gd --lr 0.01", "iris,--optimizer gd --lr 0.1"})
  void theArrowPointsAlongTheFirstStep(String file, String options) throws IOException {
    String svg = written("svg", data(file), options + " --grid 5 --epochs 40");
    Matcher path = Pattern.compile("<polyline class=\"c1\"[^>]* points=\"([^\"]+)\"").matcher(svg);
    Matcher arrow =
        Pattern.compile("<polyline class=\"in-ink\"[^>]* points=\"([^\"]+)\"").matcher(svg);

    assertTrue(path.find() && arrow.find());
    double[] start = at(path.group(1).split(" ")[0]);
    double[] step = at(path.group(1).split(" ")[1]);
    double[] tip = at(arrow.group(1).split(" ")[1]);
    double angle =
        Math.atan2(step[1] - start[1], step[0] - start[0])
            - Math.atan2(tip[1] - start[1], tip[0] - start[0]);
    assertEquals(0, Math.sin(angle), 0.05);
    assertTrue(Math.cos(angle) > 0);
    assertEquals(70, Math.hypot(tip[0] - start[0], tip[1] - start[1]), 0.2);
  }

  @Test
  void aPngIsAsLargeAsAskedForAndManyColours() throws IOException {
    Path png = folder.resolve("t.png");
    terrain(data("xor"), "--hidden 4 --grid 9 --size 500x400 --theme dark -o " + png).ok();
    BufferedImage image = ImageIO.read(png.toFile());

    assertEquals(500, image.getWidth());
    assertEquals(400, image.getHeight());
    assertTrue(image.getRaster().getDataBuffer().getSize() > 0);
    long colours = IntStream.range(60, 440).map(x -> image.getRGB(x, 250)).distinct().count();
    assertTrue(colours > 20, "colours in a line: " + colours);
  }

  /** The page steps through the epochs of the log, with their heights. */
  @Test
  void thePageRollsThroughTheEpochsOfTheLog() throws IOException {
    String page = written("html", data("xor"), "--hidden 4 --grid 5 --epochs 30");
    Outcome fit = run("fit", data("xor"), "--hidden", "4", "--epochs", "30", "-q").ok();
    Matcher json =
        Pattern.compile("<script type=\"application/json\">(\\{\"epoch\".*?)</script>")
            .matcher(page);

    assertTrue(json.find());
    JsonNode track = new ObjectMapper().readTree(json.group(1)).get("tracks").get(0);
    String[] heights = track.get("heights").asText().split(" ");
    assertEquals(31, heights.length);
    double[] objective = fit.numbers("objective");
    for (int i = 0; i < heights.length; i++) {
      assertEquals(objective[i], Double.parseDouble(heights[i]), 1e-5 * objective[i]);
    }
    assertEquals(31, track.get("epochs").asText().split(" ").length);
    assertTrue(page.contains("max=\"30\""));
    Pattern.compile("<(?:polyline|line|circle) class=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(element -> element.group(1))
        .distinct()
        .forEach(
            name ->
                assertTrue(
                    page.matches("(?s).*\\." + name + "[,{][^}]*stroke:#.*"),
                    name + " has no colour"));
  }

  @Test
  void charactersShowStartEndMinimumAndArrow() {
    Outcome picture = terrain(data("mtcars"), CARS + " --characters ascii --size 60x20").ok();
    List<String> lines = picture.out().lines().toList();

    assertTrue(lines.stream().allMatch(line -> line.length() <= 60));
    assertTrue(lines.stream().allMatch(line -> line.chars().allMatch(c -> c < 128)));
    String map = String.join("\n", lines.subList(4, lines.size()));
    assertTrue(map.contains("S") && map.contains("E"), map);
    assertTrue(map.matches("(?s).*[\\\\>v/<^].*"), map);
    assertTrue(picture.out().contains("mse  ' ' to "), picture.out());
    assertFalse(picture.out().contains("\u001b"));
  }

  @Test
  void aSliceMarksTheStepsOfTheCsv() throws IOException {
    Outcome csv = terrain(data("mtcars"), CARS + " --slice").ok();
    String svg = written("svg", data("mtcars"), CARS + " --slice");

    for (String kind : List.of("chosen", "best", "largest_stable", "break_even")) {
      double rate = Double.parseDouble(kind(csv, kind).get(0).get("x"));
      Matcher text = Pattern.compile(">" + kind.replace('_', ' ') + " ([0-9.e-]+)<").matcher(svg);
      assertTrue(text.find(), kind);
      assertEquals(rate, Double.parseDouble(text.group(1)), 1e-5 * rate);
    }
    assertTrue(svg.contains("<line class=\"c2\""), "what is stable is shaded");
    String drawn = terrain(data("mtcars"), CARS + " --slice --characters ascii").ok().out();
    assertTrue(drawn.startsWith("mse over learning rate of the step\n1 chosen "), drawn);
    assertTrue(drawn.contains("4 break even "), drawn);
  }

  /** Each path is that of a run at its rate, as fit logs it. */
  @Test
  void severalRatesAreSeveralPathsInOnePlane() {
    String options = "--optimizer gd --epochs 12 --grid 3";
    Outcome terrain = terrain(data("iris"), options + " --lr 0.1,0.5,2").ok();

    assertEquals("kind,x,y,loss,epoch,lr", terrain.header());
    for (String rate : List.of("0.1", "0.5", "2")) {
      List<String> path =
          kind(terrain, "path").stream()
              .filter(row -> row.get("lr").equals(rate))
              .map(row -> row.get("loss"))
              .toList();
      Outcome fit =
          run("fit", data("iris"), "--optimizer", "gd", "--epochs", "12", "--lr", rate, "-q").ok();
      assertEquals(fit.rows().stream().map(row -> row.get("loss")).toList(), path);
    }
    assertEquals(9, kind(terrain, "surface").size());
  }

  @Test
  void oneOfSeveralRatesMayDiverge() throws IOException {
    String options = CARS + " --optimizer gd --epochs 200 --lr 0.1,2";
    String svg = written("svg", data("mtcars"), options);

    assertTrue(svg.contains(">learning rate 0.1<") && svg.contains(">learning rate 2<"), svg);
    assertTrue(svg.matches("(?s).*<polyline class=\"c1\"[^>]*points=.*"), "its path is seen");
    Outcome both = terrain(data("mtcars"), CARS + " --optimizer gd --epochs 200 --lr 3,2");
    assertEquals(ExitCode.DIVERGED, both.code());
  }

  /** What climbs without end is drawn as far as it is near its start. */
  @Test
  void aRunThatDivergesIsDrawnWhereItBegins() throws IOException {
    Path file = folder.resolve("d.svg");
    Outcome outcome =
        terrain(data("mtcars"), CARS + " --optimizer gd --epochs 200 --lr 2 -o " + file);

    assertEquals(ExitCode.DIVERGED, outcome.code());
    assertTrue(Files.readString(file).contains(">start<"));
  }

  @Test
  void severalRatesAreSeveralChosenStepsOfASlice() {
    Outcome slice = terrain(data("mtcars"), CARS + " --optimizer gd --slice --lr 0.05,0.1").ok();

    assertEquals(
        List.of("0.05", "0.1"), kind(slice, "chosen").stream().map(row -> row.get("x")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'--lr 0.1,0.1','--lr takes at most 6 learning rates to compare, all different'",
    "'--lr 1,2,3,4,5,6,7','--lr takes at most 6 learning rates to compare'",
    "'--lr 0.1,','--lr must be a number above 0, or auto, not '''''",
    "'--lr 0.1,x --optimizer gd','--lr must be a number above 0, or auto, not ''x'''",
    "'--lr 0.1,0.2 --slice --at 3','--lr with several rates has no effect with --slice but at the start'",
    "'-o t.pdf','--output t.pdf: a picture ends with .svg, .html or .png'",
    "'--size 40x20','--size has no effect on the CSV of a pipe; --output FILE or --characters draws'",
    "'--title x','--title has no effect on the CSV of a pipe'",
    "'--force','--force has no effect without --output'",
    "'--characters ascii --theme dark','--theme has no effect without --output'",
    "'--characters ascii -o x.svg','--characters has no effect with --output'"
  })
  void whatHasNoEffectIsRefused(String options, String sentence) {
    String fault = terrain(data("iris"), options).fault(ExitCode.USAGE);
    assertTrue(fault.startsWith(sentence), fault);
  }

  @Test
  void namesStayText() throws IOException {
    String name = "</script><img onerror=\"alert(1)\">\u202e";
    String file =
        Files.writeString(
                folder.resolve("x.csv"),
                "\"%s\",b,y\n1,2,3\n2,1,5\n3,3,9\n4,1,9\n".formatted(name.replace("\"", "\"\"")))
            .toString();
    for (String ending : List.of("svg", "html")) {
      Path picture = folder.resolve("n." + ending);
      run(
              "terrain",
              file,
              "-q",
              "--grid",
              "3",
              "--title",
              "<b>" + name,
              "-o",
              picture.toString(),
              "--params",
              "\"" + name.replace("\"", "\"\"") + "\",b")
          .ok();
      String text = Files.readString(picture);
      assertFalse(text.contains("<img"), ending);
      assertFalse(text.contains("\u202e"), ending);
      assertTrue(text.contains("&lt;/script&gt;&lt;img onerror=&quot;"), ending);
    }
  }
}
