package gdtrain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  private static Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", "a \"b\" \\ 面\n");
    fields.put("loss", 0.1);
    fields.put("rows", 3);
    fields.put("none", null);
    fields.put("on", true);
    fields.put("list", Arrays.asList(1.0, Double.NaN, Double.NEGATIVE_INFINITY));
    fields.put("inner", Map.of("lr", 1e-300));
    return fields;
  }

  @Test
  void anObjectOnOneLineKeepsOrderAndEveryDigit() {
    assertEquals(
        "{\"name\":\"a \\\"b\\\" \\\\ 面\\n\",\"loss\":0.1,\"rows\":3,\"none\":null,\"on\":true,"
            + "\"list\":[1.0,null,null],\"inner\":{\"lr\":1.0E-300}}",
        JsonText.of(fields()));
    assertEquals("{}", JsonText.of(Map.of()));
  }

  @Test
  void anIndentedObjectHasALineForEveryFieldAndElement() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("error", Double.POSITIVE_INFINITY);
    fields.put("layers", List.of(Map.of("layer", 1), Map.of("layer", 2)));
    assertEquals(
        """
        {
          "error" : null,
          "layers" : [
            {
              "layer" : 1
            },
            {
              "layer" : 2
            }
          ]
        }
        """,
        JsonText.indented(fields));
  }
}
