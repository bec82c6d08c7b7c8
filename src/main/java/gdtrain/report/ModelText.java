package gdtrain.report;

import gdtrain.dataset.encoding.CategoricalEncoding;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.ProductTerm;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Transform;
import gdtrain.dataset.encoding.Unit;
import gdtrain.model.Model;
import gdtrain.network.Layer;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.Settings;
import gdtrain.table.CellFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A model in words. */
public final class ModelText {
  /** Parts of a record that are shown whole. */
  private static final Set<String> KNOWN =
      Set.of("versions", "data", "settings", "chosen", "result");

  private ModelText() {}

  /** Schema, settings, result and parameters, a line each. */
  public static List<String> lines(Model model) {
    Schema schema = model.schema();
    List<String> lines = new ArrayList<>();
    lines.add("target: " + target(schema));
    if (!model.hidden().isEmpty()) {
      lines.add("hidden layers: " + layers(model));
    }
    lines.add("loss: " + model.loss().name());
    schema.weight().ifPresent(name -> lines.add("weights: " + name));
    lines.add("inputs:");
    lines.addAll(inputs(schema).lines());
    model.record().forEach((name, value) -> addRecord(lines, name, value));
    lines.add("parameters for '%s' in original units:".formatted(schema.target().learned()));
    lines.addAll(new ParameterTable(model.parameters()).lines());
    return lines;
  }

  private static String layers(Model model) {
    return model.hidden().stream().map(Layer::description).collect(Collectors.joining(", "));
  }

  private static String target(Schema schema) {
    String name = schema.target().name();
    if (schema.target() instanceof ClassTarget classes) {
      return "%s, one of %s%s"
          .formatted(name, String.join(", ", classes.classes()), threshold(classes));
    }
    String learned = schema.target().learned();
    return name + ", a number" + (learned.equals(name) ? "" : ", learned as " + learned);
  }

  private static String threshold(ClassTarget target) {
    return target.threshold().isEmpty()
        ? ""
        : "; %s from a probability of %s on"
            .formatted(target.classes().get(1), target.threshold().getAsDouble());
  }

  private static TextTable inputs(Schema schema) {
    TextTable table = new TextTable();
    table.add(List.of("column", "kind", "missing reads as", "center", "scale", "levels"));
    for (Encoding encoding : schema.encodings()) {
      if (encoding instanceof NumericEncoding numeric) {
        table.add(
            List.of(
                numeric.column(),
                kind(numeric, schema.formats().get(numeric.column())),
                NumberText.text(numeric.imputed()),
                NumberText.text(numeric.unit().center()),
                NumberText.text(numeric.unit().scale()),
                "-"));
      } else if (encoding instanceof CategoricalEncoding categories) {
        table.add(
            List.of(
                categories.column(),
                categories.coding().name().toLowerCase(Locale.ROOT),
                categories.imputed(),
                "-",
                "-",
                String.join(", ", categories.levels())));
      } else {
        table.add(List.of(encoding.features().get(0), "1 where missing", "-", "-", "-", "-"));
      }
    }
    schema.products().forEach(product -> table.add(cells(product)));
    return table;
  }

  private static String kind(NumericEncoding numeric, CellFormat format) {
    String kind = format == null ? "numeric" : format.inWords();
    return numeric.transform() == Transform.NONE
        ? kind
        : "%s, %s".formatted(kind, numeric.features().get(0));
  }

  private static List<String> cells(ProductTerm product) {
    Unit unit = product.unit();
    return List.of(
        product.name(),
        "product",
        "-",
        NumberText.text(unit.center()),
        NumberText.text(unit.scale()),
        "-");
  }

  private static void addRecord(List<String> lines, String name, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      lines.add("%s: %s".formatted(name, value));
      return;
    }
    boolean settings = name.equals("settings");
    boolean detailed = !KNOWN.contains(name);
    lines.add(heading(name) + ":");
    map.forEach(
        (key, v) -> {
          boolean shown = !(detailed && (v instanceof List<?> || v instanceof Map<?, ?>));
          if (shown && (!settings || !isDefault(key.toString(), v))) {
            lines.add("  " + key + ": " + text(v));
          }
        });
  }

  private static String heading(String name) {
    return switch (name) {
      case "settings" -> "settings that differ from the defaults";
      case "chosen" -> "what settings left to gdtrain came to";
      default -> name;
    };
  }

  private static boolean isDefault(String key, Object value) {
    return Settings.find(Command.FIT, key)
        .flatMap(Setting::standard)
        .filter(standard -> standard.equals(number(value)))
        .isPresent();
  }

  /** A whole number without a fraction, as defaults are written. */
  private static String number(Object value) {
    return value.toString().replaceFirst("[.]0$", "");
  }

  private static String text(Object value) {
    if (value instanceof Double number) {
      return NumberText.text(number);
    }
    if (value instanceof Map<?, ?> map) {
      List<String> parts = new ArrayList<>();
      map.forEach((key, v) -> parts.add(key + " " + text(v)));
      return String.join(", ", parts);
    }
    return String.valueOf(value);
  }
}
