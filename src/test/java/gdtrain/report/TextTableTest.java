package gdtrain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns line up on a terminal, whatever script names are written in. */
class TextTableTest {
  private static TextTable table(String... names) {
    TextTable table = new TextTable();
    for (String name : names) {
      table.add(List.of(name, "1"));
    }
    return table;
  }

  @Test
  void charactersOfTwoColumnsAreMadeRoomFor() {
    assertEquals(
        List.of("  面積    1", "  rent    1", "  ラベル  1", "  🙂      1"),
        table("面積", "rent", "ラベル", "🙂").lines());
  }

  @Test
  void accentsThatJoinALetterTakeNoColumn() {
    assertEquals(List.of("  cafe\u0301  1", "  cafe  1"), table("cafe\u0301", "cafe").lines());
  }

  @Test
  void namesAreCutByColumnsAndBetweenCharacters() {
    String areas = "面積".repeat(10);

    assertEquals(List.of("  面積..面積  1", "  rent        1"), table(areas, "rent").lines(15));
    assertEquals("🙂..🙂", TextWidth.shortened("🙂".repeat(5), 6));
    assertEquals("面..積 -> 價..格", TextWidth.shortened("面積面積面積 -> 價格價格格", 16));
  }

  @Test
  void formulasAreBrokenByColumns() {
    assertEquals(List.of("y = 2 x 面積", "  + 3 x 距離"), TextWidth.wrapped("y = 2 x 面積 + 3 x 距離", 16));
    assertEquals(List.of("y = 2 x ab + 3 x cd"), TextWidth.wrapped("y = 2 x ab + 3 x cd", 19));
  }

  @Test
  void aTableWithoutRowsHasNoLines() {
    assertEquals(List.of(), new TextTable().lines());
    assertEquals(0, new TextTable().width());
  }

  @Test
  void aSettingIsAsWideAsItsOption() {
    assertEquals(TextWidth.of("--format csv"), TextWidth.of("⟦format⟧ csv"));
  }

  @Test
  void charactersThatAreSpelledOutTakeTheRoomOfThat() {
    assertEquals(0, TextWidth.of(""));
    assertEquals(8, TextWidth.of("a\u200bb"));
    assertEquals(6, TextWidth.of("\u001b"));
    assertEquals(10, TextWidth.of("\udb40\udc41"));
  }
}
