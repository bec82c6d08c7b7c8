package gdtrain.model;

import gdtrain.dataset.encoding.Feature;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Unit;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A parameter by name, in both unit systems.
 *
 * @param layer from 1
 * @param output name of the output it acts on: the target, a class, or a hidden unit
 * @param input name of the input it multiplies, or {@link Schema#INTERCEPT}
 * @param value acts on raw inputs; that of a product on the product of raw inputs; NaN where it is
 *     too large for a double, or too small but not 0
 * @param scaledValue acts on scaled inputs; what is trained and saved
 */
public record Parameter(int layer, String output, String input, double value, double scaledValue) {
  /**
   * Names the parameters of a network. The units of the first hidden layer are called {@code h1_1},
   * {@code h1_2}, and so on.
   *
   * <p>{@code w (x - center) / scale = (w / scale) x - w center / scale}, so a raw weight of the
   * first layer is the scaled one over the scale, and the raw intercept takes up the constants. The
   * last layer is converted to the unit of the target: {@code target = center + scale raw}.
   *
   * @param scaled the flat vector
   * @return layer after layer, output after output, inputs in order, the intercept last
   */
  public static List<Parameter> of(Schema schema, Network network, List<Double> scaled) {
    List<Parameter> parameters = new ArrayList<>();
    List<Feature> entering = schema.features();
    for (int layer = 0; layer < network.layers(); layer++) {
      boolean last = layer == network.layers() - 1;
      Unit unit = last ? schema.target().unit() : Unit.RAW;
      List<String> outputs =
          last ? schema.target().outputNames() : units(layer + 1, network.out(layer));
      for (int output = 0; output < outputs.size(); output++) {
        double shift = unit.center();
        for (int input = 0; input < entering.size(); input++) {
          Feature feature = entering.get(input);
          double weight = scaled.get(network.index(layer, input, output));
          double value = converted(unit, weight, feature.unit());
          shift -=
              Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL
                  ? value * feature.unit().center()
                  : unit.scale() * weight * (feature.unit().center() / feature.unit().scale());
          parameters.add(
              new Parameter(layer + 1, outputs.get(output), feature.name(), value, weight));
        }
        if (schema.intercept()) {
          double intercept = scaled.get(network.index(layer, entering.size(), output));
          double value = unit.scale() * intercept + shift;
          parameters.add(
              new Parameter(
                  layer + 1,
                  outputs.get(output),
                  Schema.INTERCEPT,
                  Double.isFinite(value) ? value : Double.NaN,
                  intercept));
        }
      }
      entering = outputs.stream().map(name -> new Feature(name, Unit.RAW)).toList();
    }
    return List.copyOf(parameters);
  }

  /** The raw weight of a scaled one; NaN where it is too large or small for a double. */
  private static double converted(Unit target, double weight, Unit feature) {
    double value = target.scale() * weight / feature.scale();
    if (Double.isFinite(value) && Math.abs(value) >= Double.MIN_NORMAL) {
      return value;
    }
    double quotient = target.scale() / feature.scale() * weight;
    boolean lost = !Double.isFinite(quotient) || (quotient == 0 && weight != 0);
    return lost ? Double.NaN : quotient;
  }

  private static List<String> units(int layer, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(unit -> "h%d_%d".formatted(layer, unit))
        .toList();
  }
}
