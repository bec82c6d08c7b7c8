package gdtrain.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * The SHA-256 of what a JSON object says, however it is written: no blanks, names in code unit
 * order, texts quoted, numbers as the shortest text of their double, or in full where they are
 * whole and a double does not hold them.
 */
final class Checksum {
  /** The field that holds it, of which it does not depend. */
  static final String FIELD = "checksum";

  private static final double MOST_WHOLE = 0x1p53;

  private Checksum() {}

  static String of(ObjectNode json) {
    ObjectNode rest = json.deepCopy();
    rest.remove(FIELD);
    StringBuilder text = new StringBuilder();
    append(rest, text);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return "sha256:" + HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static void append(JsonNode json, StringBuilder text) {
    if (json.isObject()) {
      text.append('{');
      TreeSet<String> names = new TreeSet<>();
      json.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        text.append(text.charAt(text.length() - 1) == '{' ? "" : ",");
        text.append(TextNode.valueOf(name)).append(':');
        append(json.get(name), text);
      }
      text.append('}');
    } else if (json.isArray()) {
      text.append('[');
      for (JsonNode element : json) {
        text.append(text.charAt(text.length() - 1) == '[' ? "" : ",");
        append(element, text);
      }
      text.append(']');
    } else {
      text.append(json.isNumber() ? number(json) : json.toString());
    }
  }

  private static String number(JsonNode json) {
    boolean large = json.isIntegralNumber() && Math.abs(json.doubleValue()) > MOST_WHOLE;
    return large ? json.asText() : Double.toString(json.doubleValue());
  }
}
