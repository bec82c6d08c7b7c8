package gdtrain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockFormatTest {
  @ParameterizedTest
  @CsvSource({
    "false, 7:05, 425",
    "false, 07:05 pm, 1145",
    "false, 12:00 AM, 0",
    "false, 26:30, 1590",
    "true, 1:02:03.5, 3723.5",
    "true, 7:05, NaN",
    "false, 7:65, NaN",
    "false, 13:00 pm, NaN",
    "false, 1:02:03, NaN",
  })
  void countsMinutesOrSeconds(boolean seconds, String cell, double value) {
    assertEquals(value, new ClockFormat(seconds).parse(cell));
  }
}
