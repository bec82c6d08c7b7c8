package gdtrain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {
  private static final char NONE = NumberFormat.NONE;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        // decimal, thousands, before, after | cell | number
        ". | , | \"\" | \"\" | 1,234,567.5 | 1234567.5",
        ". | , | \"\" | \"\" | 950 | 950",
        ". | , | \"\" | \"\" | 12,34,567 | 1234567",
        ", | . | \"\" | \"\" | 1.234,5 | 1234.5",
        ", | . | \"\" | € | 1.234,50 € | 1234.5",
        ", | \" \" | \"\" | kr | 1\u00a0234,5 kr | 1234.5",
        ". | \" \" | \"\" | \"\" | 1\u202f234.5 | 1234.5",
        ". | ' | CHF | \"\" | CHF 1’234.50 | 1234.5",
        ". | ' | CHF | \"\" | CHF 1’234.- | 1234",
        ". | - | $ | \"\" | -$3.50 | -3.5",
        ". | - | $ | \"\" | $-3.50 | -3.5",
        ". | - | $ | \"\" | ($3.50) | -3.5",
        ". | - | $ | \"\" | 0 | 0",
        ". | - | \"\" | % | 45 % | 45",
        ". | , | \"\" | mi. | 51,351 mi. | 51351",
        ". | - | \"\" | m² | 12.5 m² | 12.5",
        ". | - | \"\" | \"\" | −3.5 | -3.5",
        ". | - | \"\" | \"\" | (3.5) | -3.5",
        ". | - | \"\" | \"\" | 3.5- | -3.5",
        ". | - | \"\" | \"\" | +3.5 | 3.5",
        ". | - | \"\" | \"\" | 1.5D+02 | 150",
        ". | - | \"\" | \"\" | 1.5d-1 | 0.15",
      })
  void readsWhatAPersonWrites(
      char decimal, String thousands, String before, String after, String cell, double number) {
    char mark = thousands.equals("-") ? NONE : thousands.charAt(0);
    assertEquals(number, new NumberFormat(decimal, mark, before, after).parse(cell));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,23",
        "12,3456",
        "0,123",
        "1234,567",
        "1,234,56",
        ",234",
        "1,,234",
        "1.234,567",
        "1,234.5.6",
        "$5",
        "5 kg",
        "1 234",
        "1-2",
        "--5",
        "(-5)",
        "(5",
        "1,234e",
        "abc",
        "",
        "1,2345,678"
      })
  void refusesMarksThatStandElsewhere(String cell) {
    double number = new NumberFormat('.', ',', "", "").parse(cell);
    assertTrue(Double.isNaN(number), cell + " was read as " + number);
  }

  @Test
  void aCellTooLongForANumberIsNone() {
    assertTrue(NumberFormat.withUnitOf("1".repeat(100) + " kg").isEmpty());
    assertTrue(NumberFormat.withUnitOf("1 ".repeat(1_000_000) + "!").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A12", "Q3", "item 7", "v1.2", "3-4", "<5", "5/6", "1:30", "(5", "5 (est.)"})
  void seesNoUnitInLabels(String cell) {
    assertTrue(NumberFormat.withUnitOf(cell).isEmpty(), cell);
  }
}
