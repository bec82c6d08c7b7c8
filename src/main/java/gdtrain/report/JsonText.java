package gdtrain.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Maps, lists, texts and numbers as JSON. A number that is not finite, or empty, becomes null,
 * since JSON has no such number; all others have as few digits as can be read back exactly.
 */
public final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /** An object on one line. */
  static String of(Map<String, ?> object) {
    return text(object, null);
  }

  /** An object over several indented lines, each with its end. */
  public static String indented(Map<String, ?> object) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
    printer.indentArraysWith(lines);
    return text(object, printer) + "\n";
  }

  private static String text(Map<String, ?> object, PrettyPrinter printer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text).setPrettyPrinter(printer)) {
      write(object, generator);
    } catch (IOException e) {
      throw new IllegalStateException(e); // a writer in memory does not fail
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(entry.getKey().toString());
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(element, out);
      }
      out.writeEndArray();
    } else if (value instanceof OptionalDouble number) {
      write(number.orElse(Double.NaN), out);
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      out.writeNull();
    } else {
      out.writeObject(value);
    }
  }
}
