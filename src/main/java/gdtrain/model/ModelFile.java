package gdtrain.model;

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
import java.util.OptionalDouble;

/** Reads and writes a model as JSON. Numbers have as few digits as can be read back exactly. */
public final class ModelFile {
  private static final String FORMAT = "gdtrain model";
  private static final int VERSION = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ModelFile() {}

  /** The model as the bytes of a file. */
  public static byte[] bytes(Model model) {
    ObjectNode json = JSON.createObjectNode().put("format", FORMAT).put("format_version", VERSION);
    SchemaJson.write(model.schema(), json);
    if (!model.hidden().isEmpty()) {
      writeHidden(model.hidden(), json.putArray("hidden"));
    }
    json.put("loss", model.loss().name());
    ArrayNode parameters = json.putArray("parameters");
    for (Parameter parameter : model.parameters()) {
      parameters
          .addObject()
          .put("layer", parameter.layer())
          .put("output", parameter.output())
          .put("input", parameter.input())
          .put("value", parameter.value())
          .put("scaled_value", parameter.scaledValue());
    }
    json.set("run", JSON.valueToTree(model.record()));
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
    try {
      JsonNode json = JSON.readTree(WholeFile.read(file));
      if (!FORMAT.equals(json.path("format").asText())) {
        throw new IllegalArgumentException("it does not say \"format\": \"%s\"".formatted(FORMAT));
      }
      int version = json.path("format_version").asInt();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "its format version is %d, this program reads %d".formatted(version, VERSION));
      }
      return model(json);
    } catch (JsonProcessingException e) {
      String place = "line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr());
      throw new BadModel("%s is not a whole JSON file: %s".formatted(file, place), e);
    } catch (IOException e) {
      throw new BadModel(
          "%s cannot be read%s; give a model that fit wrote".formatted(file, WholeFile.reason(e)),
          e);
    } catch (RuntimeException e) {
      throw new BadModel("%s is not a gdtrain model: %s".formatted(file, sentence(e)), e);
    }
  }

  private static String sentence(RuntimeException e) {
    return e instanceof UserError fault ? fault.sentence() : e.getMessage();
  }

  private static Model model(JsonNode json) {
    JsonNode parameters = SchemaJson.required(json, "parameters");
    List<Double> scaled = new ArrayList<>();
    for (JsonNode parameter : parameters) {
      scaled.add(SchemaJson.number(parameter, "scaled_value"));
    }
    if (!SchemaJson.required(json, "run").isObject()) {
      throw new IllegalArgumentException("'run' is not an object");
    }
    @SuppressWarnings("unchecked") // a JSON object always becomes a map with text keys
    Map<String, Object> run = JSON.convertValue(json.get("run"), Map.class);
    Schema schema = SchemaJson.read(json);
    Model model =
        new Model(schema, hidden(json.path("hidden")), loss(json, schema.target()), scaled, run);
    checkOrder(model.parameters(), parameters);
    return model;
  }

  private static Loss loss(JsonNode json, Target target) {
    Loss loss = Losses.CATALOG.choose(SchemaJson.text(json, "loss"));
    if (!loss.targets().include(target.classes().size())) {
      throw new IllegalArgumentException(
          "loss '%s' does not fit target '%s'".formatted(loss.name(), target.name()));
    }
    return loss;
  }

  /** Refuses parameters whose names are not those of the schema, in its order. */
  private static void checkOrder(List<Parameter> expected, JsonNode found) {
    for (int i = 0; i < expected.size(); i++) {
      String input = SchemaJson.text(found.get(i), "input");
      String output = SchemaJson.text(found.get(i), "output");
      Parameter wanted = expected.get(i);
      if (!input.equals(wanted.input()) || !output.equals(wanted.output())) {
        throw new IllegalArgumentException(
            "parameter %d is for '%s' of '%s', where the inputs ask for '%s' of '%s'"
                .formatted(i + 1, input, output, wanted.input(), wanted.output()));
      }
    }
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
