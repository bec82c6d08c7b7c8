package gdtrain.model;

import gdtrain.dataset.encoding.Schema;
import gdtrain.loss.Loss;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.List;
import java.util.Map;

/**
 * A trained model.
 *
 * @param schema how rows become inputs
 * @param hidden the hidden layers, first to last; none for a linear model
 * @param loss whose link turns raw outputs into predictions
 * @param scaled the flat parameter vector, acting on scaled inputs
 * @param record what was run and what came of it: names to texts, numbers, lists or maps
 */
public record Model(
    Schema schema, List<Layer> hidden, Loss loss, List<Double> scaled, Map<String, Object> record) {
  /** Copies the parameters. */
  public Model {
    hidden = List.copyOf(hidden);
    scaled = List.copyOf(scaled);
    Network network = network(schema, hidden);
    if (scaled.size() != network.parameters()) {
      throw new IllegalArgumentException(
          "%d parameters, where %d inputs and %d outputs need %d"
              .formatted(scaled.size(), network.inputs(), network.outputs(), network.parameters()));
    }
  }

  /** The network that the parameters belong to. */
  public Network network() {
    return network(schema, hidden);
  }

  private static Network network(Schema schema, List<Layer> hidden) {
    return new Network(schema.inputs(), hidden, schema.target().outputs(), schema.intercept());
  }

  /** The parameters by name. */
  public List<Parameter> parameters() {
    return Parameter.of(schema, network(), scaled);
  }
}
