package gdtrain.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import gdtrain.choice.WholeFile;
import gdtrain.metric.NoWorse;
import gdtrain.model.BadModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the metrics that an earlier run has written, to be compared with. */
public final class MetricsReader {
  /** A file of metrics has a few dozen lines. */
  private static final int MOST_BYTES = 1 << 20;

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
    String file = file(text);
    if (file.isBlank()) {
      throw new InvalidSetting(
          "⟦no-worse-than⟧ takes a file of ⟦metrics⟧, and what may be worse, such as base.json:1%, not '"
              + text
              + "'");
    }
    String allowed = text.substring(Math.min(text.length(), file.length() + 1));
    boolean relative = allowed.endsWith("%");
    double number = number(allowed).orElse(0);
    JsonNode json = json(Path.of(file), file);
    for (NoWorse.Section section : NoWorse.Section.values()) {
      JsonNode rows = json.path(section.name().toLowerCase(Locale.ROOT));
      if (rows.isObject()) {
        return new NoWorse(
            file, section, numbers(rows), relative ? number / 100 : number, relative);
      }
    }
    throw new BadModel(
        "%s has no metrics; give a file that ⟦metrics⟧ wrote, of a run that did not diverge"
            .formatted(file),
        null);
  }

  /** The file in such a text: what stands before the last colon, if a number stands behind it. */
  public static String file(String text) {
    int colon = text.lastIndexOf(':');
    return colon >= 0 && number(text.substring(colon + 1)).isPresent()
        ? text.substring(0, colon)
        : text;
  }

  /** How much worse a metric may be; no number has a sign. */
  private static OptionalDouble number(String allowed) {
    String number = allowed.endsWith("%") ? allowed.substring(0, allowed.length() - 1) : allowed;
    return number.matches("[+-].*") ? OptionalDouble.empty() : OptionNumber.number(number);
  }

  private static JsonNode json(Path path, String file) {
    try (InputStream in = Files.newInputStream(path)) {
      return JSON.readTree(WholeFile.read(in, MOST_BYTES));
    } catch (JsonProcessingException e) {
      throw new BadModel(
          "%s is not a whole JSON file; give a file that ⟦metrics⟧ wrote".formatted(file), e);
    } catch (IOException e) {
      throw new BadModel(
          "%s cannot be read%s; give a file that ⟦metrics⟧ wrote"
              .formatted(file, WholeFile.reason(e)),
          e);
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
