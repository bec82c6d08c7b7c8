package gdtrain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-2.5, -2.5",
    "123456.7, 123457",
    "9999999, 10000000",
    "1e7, 1e7",
    "123456789, 1.23457e8",
    "0.0001, 0.0001",
    "0.000099999, 9.9999e-5",
    "-1.5e-7, -1.5e-7",
    "4.9e-324, 4.94066e-324",
    "1.7976931348623157e308, 1.79769e308",
    "0.1234567, 0.123457",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void sixDigitsAndAnExponentForLargeAndSmallNumbers(double value, String text) {
    assertEquals(text, NumberText.text(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0.123456, 0.1235",
    "-0.123456, -0.1235",
    "1234567, 1235000",
    "0.00012345, 0.000123",
    "1.23456e-10, 1.23e-10",
    "1.23456e-100, 1.2e-100",
    "-1.23456e-100, -1.2e-100",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void briefNumbersTakeEightCharactersWithoutSign(double value, String text) {
    assertEquals(text, NumberText.brief(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.12345, 0.123",
    "999.6, '1,000'",
    "12345, '12,300'",
    "9999999, 1e7",
    "-12345, '-12,300'",
    "Infinity, Infinity",
    "NaN, NaN"
  })
  void roughNumbersHaveThreeDigitsAndGroups(double value, String text) {
    assertEquals(text, NumberText.rough(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 %",
    "0.00009, <0.01 %",
    "0.0001, 0.01 %",
    "0.0009, 0.09 %",
    "0.001, 0.1 %",
    "0.5, 50.0 %",
    "1, 100.0 %"
  })
  void percentagesHaveTwoDecimalsBelowATenth(double share, String text) {
    assertEquals(text, NumberText.percent(share));
  }
}
