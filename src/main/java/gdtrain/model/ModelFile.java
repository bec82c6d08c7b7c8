package gdtrain.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gdtrain.choice.UserError;
import gdtrain.choice.WholeFile;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads and writes a model as JSON. Numbers have as few digits as can be read back exactly. */
public final class ModelFile {
  private static final String FORMAT = "gdtrain model";
  private static final int VERSION = 1;

  /** Of a model with what programs that read version 1 only would not heed. */
  private static final int SECOND = 2;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ModelFile() {}

  /**
   * What a file holds.
   *
   * @param doubt a sentence where it was edited since it was written, or nobody can tell
   */
  public record Content(Model model, Optional<String> doubt) {}

  /** The model as the bytes of a file. */
  public static byte[] bytes(Model model) {
    ObjectNode json = JSON.createObjectNode().put("format", FORMAT).put("format_version", VERSION);
    SchemaJson.write(model.schema(), json);
    if (!model.hidden().isEmpty()) {
      writeHidden(model.hidden(), json.putArray("hidden"));
    }
    json.put("loss", model.loss().name());
    ParameterJson.write(model.parameters(), json.putArray("parameters"));
    json.set("run", JSON.valueToTree(model.record()));
    json.put("format_version", version(json));
    json.put(Checksum.FIELD, Checksum.of(json));
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
    printer.indentArraysWith(lines);
    try {
      return (JSON.writer(printer).writeValueAsString(json) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a model.
   *
   * @throws BadModel if the file cannot be read, is damaged, or is something else
   */
  public static Model read(Path file) {
    return content(file).model();
  }

  /**
   * Reads a model, and whether it was edited.
   *
   * @throws BadModel as {@link #read} does
   */
  public static Content content(Path file) {
    try {
      JsonNode json = JSON.readTree(WholeFile.read(file));
      if (!FORMAT.equals(json.path("format").asText())) {
        throw new IllegalArgumentException("it does not say \"format\": \"%s\"".formatted(FORMAT));
      }
      int version = json.path("format_version").asInt();
      int known = version(json);
      if (version != known) {
        throw new IllegalArgumentException(
            "its format version is %d, this program reads %d".formatted(version, known));
      }
      return new Content(model(json), doubt(file, (ObjectNode) json));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new BadModel(
          Objects.requireNonNullElse(e.getOriginalMessage(), "").startsWith("Duplicate field")
              ? "%s, line %d: a name stands twice in one object: %s"
                  .formatted(file, line, e.getOriginalMessage())
              : "%s is not a whole JSON file: line %d".formatted(file, line),
          e);
    } catch (IOException e) {
      throw new BadModel(
          "%s cannot be read%s; give a model that fit wrote".formatted(file, WholeFile.reason(e)),
          e);
    } catch (RuntimeException e) {
      throw new BadModel("%s is not a gdtrain model: %s".formatted(file, sentence(e)), e);
    }
  }

  /** Which version has all that a model has: thresholds, transforms and offsets came later. */
  private static int version(JsonNode json) {
    JsonNode target = json.path("target");
    boolean later =
        target.has("threshold")
            || target.has("transform")
            || json.has("offset")
            || json.has("exposure")
            || json.path("inputs").findValue("transform") != null;
    return later ? SECOND : VERSION;
  }

  private static Optional<String> doubt(Path file, ObjectNode json) {
    if (!json.has(Checksum.FIELD)) {
      return Optional.empty(); // earlier versions wrote none
    }
    return Checksum.of(json).equals(json.get(Checksum.FIELD).asText())
        ? Optional.empty()
        : Optional.of(
            "%s was edited since it was written: its checksum is another; ⟦trust⟧ takes it as it is"
                .formatted(file));
  }

  private static String sentence(RuntimeException e) {
    return e instanceof UserError fault ? fault.sentence() : e.getMessage();
  }

  private static Model model(JsonNode json) {
    JsonNode parameters = SchemaJson.required(json, "parameters");
    if (!SchemaJson.required(json, "run").isObject()) {
      throw new IllegalArgumentException("'run' is not an object");
    }
    @SuppressWarnings("unchecked") // a JSON object always becomes a map with text keys
    Map<String, Object> run = JSON.convertValue(json.get("run"), Map.class);
    Schema schema = SchemaJson.read(json);
    Model model =
        new Model(
            schema,
            hidden(json.path("hidden")),
            loss(json, schema.target()),
            ParameterJson.scaled(parameters),
            run);
    ParameterJson.check(model, parameters);
    return model;
  }

  private static Loss loss(JsonNode json, Target target) {
    Loss loss = Losses.CATALOG.choose(SchemaJson.text(json, "loss"));
    if (!loss.targets().include(target.classes().size())) {
      throw new IllegalArgumentException(
          "loss '%s' does not fit target '%s'".formatted(loss.name(), target.name()));
    }
    if (target.threshold().isPresent() && !loss.probabilities()) {
      throw new IllegalArgumentException(
          "loss '%s' has no probabilities for a threshold".formatted(loss.name()));
    }
    return loss;
  }

  /** Hidden layers have {@code units}, {@code activation} and, where set, how they were trained. */
  private static void writeHidden(List<Layer> layers, ArrayNode json) {
    for (Layer layer : layers) {
      ObjectNode entry = json.addObject();
      entry.put("units", layer.units()).put("activation", layer.activation().name());
      layer.l2().ifPresent(l2 -> entry.put("l2", l2));
      if (layer.dropout() > 0) {
        entry.put("dropout", layer.dropout());
      }
    }
  }

  private static List<Layer> hidden(JsonNode json) {
    List<Layer> layers = new ArrayList<>();
    for (JsonNode layer : json) {
      layers.add(
          new Layer(
              units(layer),
              Activations.CATALOG.choose(SchemaJson.text(layer, "activation")),
              layer.has("l2")
                  ? OptionalDouble.of(SchemaJson.number(layer, "l2"))
                  : OptionalDouble.empty(),
              layer.has("dropout") ? SchemaJson.number(layer, "dropout") : 0));
    }
    return layers;
  }

  private static int units(JsonNode layer) {
    double units = SchemaJson.number(layer, "units");
    if (units != (int) units) {
      throw new IllegalArgumentException("'units' is %s, not a whole number".formatted(units));
    }
    return (int) units;
  }
}
