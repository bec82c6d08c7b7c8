package gdtrain.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.choice.InvalidSetting;
import gdtrain.metric.NoWorse;
import gdtrain.model.BadModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the metrics that an earlier run has written, to be compared with. */
public final class MetricsReader {
  /** A file of metrics has a few dozen lines. */
  private static final int MOST_BYTES = 1 << 20;

  /** What may be worse: a number behind the last colon, or a percentage. */
  private static final Pattern ALLOWED =
      Pattern.compile("(.*):([0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE]([+-]?[0-9]{1,3}))?(%?)");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private MetricsReader() {}

  /**
   * The metrics to compare with.
   *
   * @param text a file that ⟦metrics⟧ wrote; then, where metrics may be worse, a colon and by how
   *     much: {@code base.json:0.01}, or {@code base.json:1%} of the earlier value
   * @throws BadModel if the file cannot be read or holds no metrics
   */
  public static NoWorse read(String text) {
    Matcher parts = ALLOWED.matcher(text);
    boolean given = parts.matches();
    String file = file(text);
    if (file.isBlank()) {
      throw new InvalidSetting(
          "⟦no-worse-than⟧ takes a file of ⟦metrics⟧, and what may be worse, such as base.json:1%, not '"
              + text
              + "'");
    }
    boolean relative = given && !parts.group(4).isEmpty();
    JsonNode json = json(Path.of(file), file);
    for (NoWorse.Section section : NoWorse.Section.values()) {
      JsonNode rows = json.path(section.name().toLowerCase(Locale.ROOT));
      if (rows.isObject()) {
        return new NoWorse(file, section, numbers(rows), allowed(parts, given), relative);
      }
    }
    throw new BadModel(
        "%s has no metrics; give a file that ⟦metrics⟧ wrote, of a run that did not diverge"
            .formatted(file),
        null);
  }

  /** The file in such a text. */
  public static String file(String text) {
    Matcher parts = ALLOWED.matcher(text);
    return parts.matches() ? parts.group(1) : text;
  }

  private static double allowed(Matcher parts, boolean given) {
    if (!given) {
      return 0;
    }
    String exponent = parts.group(3) == null ? "" : "e" + parts.group(3);
    double number = Double.parseDouble(parts.group(2) + exponent);
    return parts.group(4).isEmpty() ? number : number / 100;
  }

  private static JsonNode json(Path path, String file) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new BadModel(
            "%s is larger than 1 MiB; give a file that ⟦metrics⟧ wrote".formatted(file), null);
      }
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new BadModel(
          "%s is not a whole JSON file; give a file that ⟦metrics⟧ wrote".formatted(file), e);
    } catch (IOException e) {
      throw new BadModel("%s cannot be read; give a file that ⟦metrics⟧ wrote".formatted(file), e);
    }
  }

  private static Map<String, Double> numbers(JsonNode rows) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : rows.properties()) {
      if (field.getValue().isNumber()) {
        numbers.put(field.getKey(), field.getValue().doubleValue());
      }
    }
    return numbers;
  }
}
