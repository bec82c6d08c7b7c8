package gdtrain.cli;

import gdtrain.dataset.encoding.Schema;
import gdtrain.network.Initializer;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The network that the options ask for.
 *
 * @param hidden the hidden layers, first to last
 * @param initializer how weights start; empty for what suits each layer
 */
record NetworkPlan(List<Layer> hidden, Optional<Initializer> initializer) {
  /** Whether there are hidden layers. */
  boolean deep() {
    return !hidden.isEmpty();
  }

  /** Whether weights start at random or units are left out at random. */
  boolean random() {
    return drops() || (initializer.isEmpty() ? deep() : initializer.get() != Initializer.ZEROS);
  }

  /** Whether steps leave units out. */
  boolean drops() {
    return hidden.stream().anyMatch(layer -> layer.dropout() > 0);
  }

  Network network(Schema schema) {
    return new Network(schema.inputs(), hidden, schema.target().outputs(), schema.intercept());
  }

  /** The layers in words, such as {@code 16 tanh}. */
  String description() {
    return hidden.stream().map(Layer::description).collect(Collectors.joining(", "));
  }
}
