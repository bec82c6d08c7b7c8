package gdtrain.model;

import gdtrain.dataset.Feature;
import gdtrain.dataset.Schema;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter by name, in both unit systems.
 *
 * @param layer from 1
 * @param output name of the output it acts on
 * @param input name of the input it multiplies, or {@link Schema#INTERCEPT}
 * @param value acts on raw inputs; that of a product on the product of raw inputs
 * @param scaledValue acts on scaled inputs; what is trained and saved
 */
public record Parameter(int layer, String output, String input, double value, double scaledValue) {
  /**
   * Names the parameters of a linear model.
   *
   * <p>{@code w (x - center) / scale = (w / scale) x - w center / scale}, so a raw weight is the
   * scaled one over the scale, and the raw intercept takes up the constants.
   *
   * @param scaled the flat vector
   * @return output after output, inputs in order, the intercept last
   */
  public static List<Parameter> of(Schema schema, Network network, List<Double> scaled) {
    List<Parameter> parameters = new ArrayList<>();
    List<String> outputs = schema.target().outputNames();
    for (int output = 0; output < outputs.size(); output++) {
      int input = 0;
      double shift = 0;
      for (Feature feature : schema.features()) {
        double weight = scaled.get(network.index(0, input++, output));
        double value = weight / feature.unit().scale();
        shift += value * feature.unit().center();
        parameters.add(new Parameter(1, outputs.get(output), feature.name(), value, weight));
      }
      if (schema.intercept()) {
        double intercept = scaled.get(network.index(0, input, output));
        parameters.add(
            new Parameter(1, outputs.get(output), Schema.INTERCEPT, intercept - shift, intercept));
      }
    }
    return List.copyOf(parameters);
  }
}
