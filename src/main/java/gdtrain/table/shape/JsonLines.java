package gdtrain.table.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import gdtrain.table.CellText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lines that are JSON objects each, all with the same keys: a table. */
public final class JsonLines {
  /** Made when there is JSON to read, since it takes time to load. */
  private static final class Json {
    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes NaN
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
  }

  private final Set<String> keys = new LinkedHashSet<>();

  /** A line that is no object, or no flat one. */
  public static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    Fault(String message) {
      super(message);
    }
  }

  /** Whether a text starts with a line that is an object. */
  public static boolean are(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    if (!first.stripLeading().startsWith("{")) {
      return false;
    }
    try {
      return !values(first).isEmpty();
    } catch (Fault e) {
      return e.getMessage().startsWith("the value");
    }
  }

  /** Notes the keys of a line. */
  public void add(String line) throws Fault {
    if (!line.isBlank()) {
      keys.addAll(values(line).keySet());
    }
  }

  /** The keys met, in order: the names of the columns. */
  public List<String> keys() {
    return List.copyOf(keys);
  }

  /** A line, whose keys are known, as CSV; a key it has not is a missing cell. */
  public String csv(String line) throws Fault {
    if (line.isBlank()) {
      return "";
    }
    Map<String, String> values = values(line);
    String cells =
        keys.stream().map(key -> values.getOrDefault(key, "")).collect(Collectors.joining(","));
    return cells.isEmpty() ? "\"\"" : cells; // an empty line would be no row
  }

  /** The values of an object, as cells of CSV. */
  private static Map<String, String> values(String line) throws Fault {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser parser = Json.FACTORY.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Fault("this is no JSON object, as the lines before are");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        values.put(key, value(key, parser));
      }
      if (parser.nextToken() != null) {
        throw new Fault("text follows the object; write one object on each line");
      }
      return values;
    } catch (IOException e) {
      throw new Fault("this is no complete JSON object; write one object on each line");
    }
  }

  private static String value(String key, JsonParser parser) throws IOException, Fault {
    JsonToken token = parser.nextToken();
    if (token != null && token.isStructStart()) {
      throw new Fault(
          "the value of %s is %s; give a number or a text for each key, for example by jq"
              .formatted(
                  CellText.quoted(key), token == JsonToken.START_ARRAY ? "an array" : "an object"));
    }
    if (token == JsonToken.VALUE_NULL) {
      return "";
    }
    String text = parser.getText();
    return token == JsonToken.VALUE_STRING
        ? '"' + text.replace("\"", "\"\"").replaceAll("\\R", " ") + '"' // a line stays a line
        : text;
  }
}
