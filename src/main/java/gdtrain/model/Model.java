package gdtrain.model;

import gdtrain.dataset.Schema;
import gdtrain.loss.Loss;
import gdtrain.network.Network;
import java.util.List;
import java.util.Map;

/**
 * A trained model.
 *
 * @param schema how rows become inputs
 * @param loss whose link turns raw outputs into predictions
 * @param scaled the flat parameter vector, acting on scaled inputs
 * @param record what was run and what came of it: names to texts, numbers, lists or maps
 */
public record Model(Schema schema, Loss loss, List<Double> scaled, Map<String, Object> record) {
  /** Copies the parameters. */
  public Model {
    scaled = List.copyOf(scaled);
    if (scaled.size() != schema.inputs() * schema.target().outputs()) {
      throw new IllegalArgumentException(
          "%d parameters for %d inputs and %d outputs"
              .formatted(scaled.size(), schema.inputs(), schema.target().outputs()));
    }
  }

  /** The network that the parameters belong to. */
  public Network network() {
    return new Network(schema.inputs(), schema.target().outputs());
  }

  /** The parameters by name. */
  public List<Parameter> parameters() {
    return Parameter.of(schema, network(), scaled);
  }
}
