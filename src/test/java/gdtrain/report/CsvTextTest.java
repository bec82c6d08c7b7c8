package gdtrain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTextTest {
  @Test
  void quotesOnlyWhatNeedsIt() {
    assertEquals(
        "a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",面積,1.0,NaN",
        CsvText.record("a", "b,c", "d \"e\"", "f\ng", "面積", 1.0, Double.NaN));
  }

  @Test
  void aFieldThatIsNotKnownIsAnEmptyCell() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", 7L);
    fields.put("probability", Double.NaN);
    fields.put("loss", Double.POSITIVE_INFINITY);
    assertEquals("7,,Infinity", CsvText.record(fields));
  }
}
