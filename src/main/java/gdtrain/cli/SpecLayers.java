package gdtrain.cli;

import gdtrain.choice.Nearest;
import gdtrain.spec.Entry;
import gdtrain.spec.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The key {@code layers} of a spec: a list with units, or a map, for each hidden layer, which
 * stands for an option {@code --layer} each.
 */
final class SpecLayers {
  /** The key. */
  static final String KEY = "layers";

  private static final String UNITS = "units";
  private static final List<String> SETTINGS = List.of("activation", "l2", "dropout");

  private SpecLayers() {}

  /** Such as {@code --layer=16:activation=relu} for {@code {units: 16, activation: relu}}. */
  static List<String> arguments(Entry entry) {
    if (!(entry.value() instanceof Value.Items items) || items.values().isEmpty()) {
      throw entry
          .value()
          .place()
          .fault("'layers' takes a list with a layer each, not %s".formatted(entry.value()));
    }
    return items.values().stream().map(layer -> "--layer=" + layer(layer)).toList();
  }

  private static String layer(Value value) {
    if (value instanceof Value.Text units) {
      return units.text();
    }
    if (!(value instanceof Value.Keys keys)) {
      throw value.place().fault("a layer is its units, or keys with values, not " + value);
    }
    String units = "";
    List<String> settings = new ArrayList<>();
    for (Entry entry : keys.entries()) {
      if (!(entry.value() instanceof Value.Text text)) {
        throw entry
            .value()
            .place()
            .fault("'%s' takes one value, not %s here".formatted(entry.key(), entry.value()));
      }
      if (entry.key().equals(UNITS)) {
        units = text.text();
      } else {
        settings.add(known(entry) + "=" + text.text());
      }
    }
    if (units.isEmpty()) {
      throw value.place().fault("the layer has no 'units'");
    }
    return settings.isEmpty() ? units : units + ":" + String.join(",", settings);
  }

  private static String known(Entry entry) {
    if (SETTINGS.contains(entry.key())) {
      return entry.key();
    }
    List<String> names = new ArrayList<>(SETTINGS);
    names.add(0, UNITS);
    throw entry
        .place()
        .fault(
            "a layer has no '%s'%s"
                .formatted(
                    entry.key(),
                    Nearest.to(entry.key(), names)
                        .map("; did you mean '%s'?"::formatted)
                        .orElse("; it has " + String.join(", ", names))));
  }
}
