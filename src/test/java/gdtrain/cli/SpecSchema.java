package gdtrain.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gdtrain.cli.option.ShellCommand;
import gdtrain.cli.option.SpecFile;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;

/** The keys of a spec as a JSON Schema (draft 7), which editors complete and check by. */
final class SpecSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SpecSchema() {}

  static String of(Command command) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "gdtrain spec");
    schema.put("description", "Options of gdtrain " + command.word() + " --spec FILE.");
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    new SpecFile(command)
        .keys()
        .forEach(
            key -> describe(Settings.find(command, key).orElseThrow(), properties.putObject(key)));
    describeLayers(properties.putObject(SpecFile.LAYERS));
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

  private static void describe(Setting<?> setting, ObjectNode key) {
    key.put("description", description(setting));
    List<String> words = words(setting);
    List<String> types = types(setting);
    if (words.isEmpty() || types.isEmpty()) {
      put(key, words, types);
    } else {
      ArrayNode either = key.putArray("anyOf");
      put(either.addObject(), words, List.of());
      put(either.addObject(), List.of(), types);
    }
    if (setting.type() != Setting.Type.FLAG && setting.standard().isPresent()) {
      key.set("default", standard(setting));
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

  private static List<String> alternatives(Setting<?> setting) {
    return setting.isFlag() ? List.of() : List.of(setting.values().split("\\|"));
  }

  /** What the setting takes word for word. */
  private static List<String> words(Setting<?> setting) {
    return alternatives(setting).stream().filter(word -> word.matches("[a-z][a-z0-9-]*")).toList();
  }

  /** What it takes else; in a text a number needs no quotes. */
  private static List<String> types(Setting<?> setting) {
    if (setting.isFlag()) {
      return List.of("boolean");
    }
    if (Set.of(Setting.Type.INT, Setting.Type.LONG).contains(setting.type())) {
      return List.of("integer");
    }
    List<String> free = new ArrayList<>(alternatives(setting));
    free.removeAll(words(setting));
    if (free.isEmpty()) {
      return free;
    }
    if (free.equals(List.of("N")) || setting.type() == Setting.Type.DOUBLE) {
      return List.of("number");
    }
    boolean list = Set.of(Setting.Type.LIST, Setting.Type.TEXTS).contains(setting.type());
    return list ? List.of("string", "number", "array") : List.of("string", "number");
  }

  private static JsonNode standard(Setting<?> setting) {
    String value = setting.standard().orElseThrow();
    if (setting.isFlag()) {
      return BooleanNode.valueOf(Boolean.parseBoolean(value));
    }
    boolean number = value.matches("[-+0-9.eE]+");
    return number ? DecimalNode.valueOf(new BigDecimal(value)) : TextNode.valueOf(value);
  }

  private static String description(Setting<?> setting) {
    List<String> names = setting.names().map(Supplier::get).orElse(List.of());
    return Ansi.OFF.string(
        ShellCommand.worded(setting.sentence())
            .replace("${DEFAULT-VALUE}", setting.standard().orElse("null"))
            .replace("${COMPLETION-CANDIDATES}", String.join(", ", names))
            .replace("%n", "\n"));
  }
}
