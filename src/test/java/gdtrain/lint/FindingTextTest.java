package gdtrain.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTextTest {
  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "-0.5, -0.5",
    "1e14, 100000000000000",
    "1e15, 1.0E15",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void cellsAreWrittenAsInAFile(double value, String text) {
    assertEquals(text, FindingText.cell(value));
  }

  @ParameterizedTest
  @CsvSource({
    "1234567, 3, 1230000",
    "0.00012345, 2, 0.00012",
    "0.000012345, 2, 1.2e-5",
    "2e9, 3, 2e9",
    "999.9, 3, 1000",
    "-1.5, 6, -1.5",
    "0, 3, 0",
    "Infinity, 3, Infinity"
  })
  void numbersAreRoundedToDigits(double value, int digits, String text) {
    assertEquals(text, FindingText.rounded(value, digits));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 50 %",
    "0.984, 98 %",
    "0.9899, 99 %",
    "0.99999, 99.999 %",
    "0.9999999, 99.999 %",
    "1, 100 %"
  })
  void onlyTheWholeIsAHundredPercent(double share, String text) {
    assertEquals(text, FindingText.percent(share));
  }
}
