package gdtrain.run.setting;

import gdtrain.choice.Choice;
import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Range;
import gdtrain.dataset.encoding.Schema;
import gdtrain.network.Activation;
import gdtrain.network.Activations;
import gdtrain.network.Initializer;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The layers between inputs and output.
 *
 * @param hidden the hidden layers, first to last
 * @param initializer how weights start; empty for what suits each layer
 */
public record NetworkSettings(List<Layer> hidden, Optional<Initializer> initializer) {
  private static final String USUAL_ACTIVATION = "tanh";

  /** Copies the layers. */
  public NetworkSettings {
    hidden = List.copyOf(hidden);
  }

  static NetworkSettings of(SettingValues values) {
    Optional<String> hidden = values.find(Settings.HIDDEN);
    List<String> layers = values.texts(Settings.LAYER);
    Optional<String> activation = values.find(Settings.ACTIVATION);
    if (hidden.isPresent() && !layers.isEmpty()) {
      throw new InvalidSetting("⟦hidden⟧ and ⟦layer⟧ both say what the layers are");
    }
    String usual = activation.orElse(USUAL_ACTIVATION);
    List<Layer> found =
        hidden.isEmpty()
            ? layers.stream().map(text -> layer(text, usual)).toList()
            : Arrays.stream(hidden.get().split(",", -1))
                .map(text -> new Layer(units(Settings.HIDDEN, text), activation(usual)))
                .toList();
    if (activation.isPresent() && found.isEmpty()) {
      throw new InvalidSetting("⟦activation⟧ has no effect without ⟦hidden⟧");
    }
    if (activation.isPresent()
        && hidden.isEmpty()
        && layers.stream().allMatch(layer -> Choice.parse("layer", layer).has("activation"))) {
      throw new InvalidSetting(
          "⟦activation⟧ has no effect: every ⟦layer⟧ has an activation of its own");
    }
    Optional<Initializer> initializer =
        Words.automatic(Initializer.class, Settings.INIT, values.get(Settings.INIT));
    if (found.isEmpty() && initializer.filter(i -> i != Initializer.ZEROS).isPresent()) {
      throw new InvalidSetting(
          "⟦init⟧ %s is for hidden layers, and there are none: a linear model starts at zeros"
              .formatted(values.get(Settings.INIT)));
    }
    return new NetworkSettings(found, initializer);
  }

  private static Activation activation(String name) {
    return Activations.CATALOG.choose(name);
  }

  private static Layer layer(String text, String usual) {
    Choice choice = Choice.parse("layer", text);
    double l2 = choice.has("l2") ? choice.number("l2", 0, Range.NOT_NEGATIVE) : Double.NaN;
    Layer layer =
        new Layer(
            units(Settings.LAYER, choice.name()),
            activation(choice.text("activation").orElse(usual)),
            Double.isNaN(l2) ? OptionalDouble.empty() : OptionalDouble.of(l2),
            choice.number("dropout", 0, Range.BELOW_ONE));
    choice.checkAllUsed();
    return layer;
  }

  private static int units(Setting<?> setting, String text) {
    if (!text.strip().matches("[1-9][0-9]{0,5}")) {
      throw new InvalidSetting(
          "%s: a layer has 1 to 999999 units, not '%s'".formatted(setting, text));
    }
    return Integer.parseInt(text.strip());
  }

  /** Whether there are hidden layers. */
  public boolean deep() {
    return !hidden.isEmpty();
  }

  /** Whether weights start at random or units are left out at random. */
  public boolean random() {
    return drops() || (initializer.isEmpty() ? deep() : initializer.get() != Initializer.ZEROS);
  }

  /** Whether steps leave units out. */
  public boolean drops() {
    return hidden.stream().anyMatch(layer -> layer.dropout() > 0);
  }

  public Network network(Schema schema) {
    return new Network(schema.inputs(), hidden, schema.target().outputs(), schema.intercept());
  }

  /** The layers in words, such as {@code 16 tanh}. */
  public String description() {
    return hidden.stream().map(Layer::description).collect(Collectors.joining(", "));
  }
}
