package gdtrain.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The keys of a spec as a JSON Schema (draft 7), which editors complete and check by. */
final class SpecSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SpecSchema() {}

  static String of(CommandSpec command) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "gdtrain spec");
    schema.put("description", "Options of gdtrain " + command.name() + " --spec FILE.");
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    SpecKeys.of(command)
        .options()
        .forEach((key, option) -> describe(option, properties.putObject(key)));
    describeLayers(properties.putObject(SpecLayers.KEY));
    return schema.toPrettyString() + "\n";
  }

  private static void describeLayers(ObjectNode key) {
    key.put("description", "Hidden layers with settings of their own, first to last.");
    key.put("type", "array");
    ArrayNode either = key.putObject("items").putArray("anyOf");
    either.addObject().put("type", "integer");
    ObjectNode layer = either.addObject().put("type", "object");
    layer.put("additionalProperties", false);
    layer.putArray("required").add("units");
    ObjectNode settings = layer.putObject("properties");
    settings.putObject("units").put("type", "integer");
    settings.putObject("activation").put("type", "string");
    settings.putObject("l2").put("type", "number");
    settings.putObject("dropout").put("type", "number");
  }

  private static void describe(OptionSpec option, ObjectNode key) {
    key.put("description", description(option));
    List<String> words = words(option);
    List<String> types = types(option);
    if (words.isEmpty() || types.isEmpty()) {
      put(key, words, types);
    } else {
      ArrayNode either = key.putArray("anyOf");
      put(either.addObject(), words, List.of());
      put(either.addObject(), List.of(), types);
    }
    if (option.defaultValue() != null) {
      key.set("default", standard(option));
    }
  }

  private static void put(ObjectNode kind, List<String> words, List<String> types) {
    if (!words.isEmpty()) {
      words.forEach(kind.putArray("enum")::add);
    } else if (types.size() == 1) {
      kind.put("type", types.get(0));
    } else {
      types.forEach(kind.putArray("type")::add);
    }
    if (types.contains("array")) {
      kind.putObject("items").putArray("type").add("string").add("number");
    }
  }

  private static List<String> alternatives(OptionSpec option) {
    return SpecKeys.isFlag(option) ? List.of() : List.of(option.paramLabel().split("\\|"));
  }

  /** What the option takes word for word. */
  private static List<String> words(OptionSpec option) {
    return alternatives(option).stream().filter(word -> word.matches("[a-z][a-z0-9-]*")).toList();
  }

  /** What it takes else; in a text option a number needs no quotes. */
  private static List<String> types(OptionSpec option) {
    if (SpecKeys.isFlag(option)) {
      return List.of("boolean");
    }
    if (Set.of(int.class, Integer.class, long.class, Long.class).contains(option.type())) {
      return List.of("integer");
    }
    List<String> free = new ArrayList<>(alternatives(option));
    free.removeAll(words(option));
    if (free.isEmpty()) {
      return free;
    }
    if (free.equals(List.of("N")) || Set.of(double.class, Double.class).contains(option.type())) {
      return List.of("number");
    }
    boolean list = SpecKeys.takesList(option) || option.isMultiValue();
    return list ? List.of("string", "number", "array") : List.of("string", "number");
  }

  private static JsonNode standard(OptionSpec option) {
    String value = option.defaultValue();
    if (SpecKeys.isFlag(option)) {
      return BooleanNode.valueOf(Boolean.parseBoolean(value));
    }
    boolean number = value.matches("[-+0-9.eE]+");
    return number ? DecimalNode.valueOf(new BigDecimal(value)) : TextNode.valueOf(value);
  }

  private static String description(OptionSpec option) {
    String text = String.join(" ", option.description());
    return Ansi.OFF.string(text.replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue())));
  }
}
