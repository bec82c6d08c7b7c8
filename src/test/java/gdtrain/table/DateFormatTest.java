package gdtrain.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.table.DateFormat.Order;
import gdtrain.table.DateFormat.Part;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTest {
  private static final LocalDate ORIGIN = LocalDate.of(2024, 2, 28);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLEAR | 2024-03-01 | 2",
        "CLEAR | 2024/3/1 | 2",
        "CLEAR | 2024.03.01 | 2",
        "CLEAR | 20240301 | 2",
        "CLEAR | 2024-03-01T06:00:00Z | 2.25",
        "CLEAR | 2024-03-01 18:00 | 2.75",
        "CLEAR | 2024-03-01T00:00:00+06:00 | 1.75",
        "CLEAR | 1 March 2024 | 2",
        "CLEAR | 1. März 2024 | 2",
        "CLEAR | 01-Mar-24 | 2",
        "CLEAR | Mar 1, 2024 | 2",
        "CLEAR | Fri, 1 Mar 2024 12:00 | 2.5",
        "CLEAR | March 1st, 2024 | 2",
        "CLEAR | Mar 2024 | 2",
        "CLEAR | 2024-03 | 2",
        "CLEAR | 3/2024 | 2",
        "CLEAR | 2024 | -58",
        "DAY_MONTH | 1/3/2024 | 2",
        "DAY_MONTH | 01.03.24 | 2",
        "DAY_MONTH | 01-03-2024 6:00 pm | 2.75",
        "MONTH_DAY | 3/1/2024 | 2",
        "MONTH_DAY | 03/01/24 12:00 AM | 2",
        "DAY_MONTH | 1/3/69 | -20087",
      })
  void countsDaysSinceItsOrigin(Order order, String cell, double days) {
    assertEquals(days, new DateFormat(order, ORIGIN, Set.of()).parse(cell), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2024",
        "2024-13-01",
        "2023-02-29",
        "1/2",
        "10-20",
        "12.5",
        "202",
        "March",
        "32 May 2024",
        "1/13/2024x",
        "",
        "2024-03-01T25:61",
        "5 apples 2024"
      })
  void refusesWhatIsNoDate(String cell) {
    for (Order order : Order.values()) {
      double days = new DateFormat(order, ORIGIN, Set.of()).parse(cell);
      assertTrue(Double.isNaN(days), cell + " was read as " + days);
    }
  }

  @Test
  void givesPartsAsCategories() {
    DateFormat format = new DateFormat(Order.CLEAR, ORIGIN, Set.of());
    double days = format.parse("2024-03-01T18:30");
    assertEquals("2024", format.text(Part.YEAR, days));
    assertEquals("03", format.text(Part.MONTH, days));
    assertEquals("Fri", format.text(Part.WEEKDAY, days));
    assertEquals("18", format.text(Part.HOUR, days));
  }
}
