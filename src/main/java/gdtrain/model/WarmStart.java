package gdtrain.model;

import static java.util.stream.Collectors.joining;

import gdtrain.dataset.encoding.CategoricalEncoding;
import gdtrain.dataset.encoding.Feature;
import gdtrain.dataset.encoding.NumericTarget;
import gdtrain.dataset.encoding.Offset;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Unit;
import gdtrain.loss.Loss;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import java.util.List;

/**
 * Converts the parameters of a model to rows that are scaled in another way, so that predictions
 * stay as they are.
 *
 * <p>With z a scaled input, c its center and s its scale, old and new, {@code z = (x - c) / s}:
 *
 * <pre>
 *   w z + b = w (s' / s) z' + b + w (c' - c) / s
 * </pre>
 *
 * <p>The last layer's output is a prediction in the unit of the target, {@code c + s raw}; so all
 * its weights times s / s', and {@code (c - c') / s'} more for the intercept.
 */
public final class WarmStart {
  /** The most items of a list that a sentence names. */
  private static final int MOST = 12;

  private final Model model;
  private final Schema schema;
  private final Network network;
  private final double[] start;

  private WarmStart(Model model, Schema schema) {
    this.model = model;
    this.schema = schema;
    this.network = model.network();
    this.start = model.scaled().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * A model's parameters for rows that are scaled as a schema says.
   *
   * @param hidden layers of the network that starts from them
   * @param loss that it minimises
   * @return the flat vector
   * @throws IllegalArgumentException if model and schema do not agree in inputs, classes, layers or
   *     link, or the conversion would not be exact
   */
  public static double[] of(Model model, Schema schema, List<Layer> hidden, Loss loss) {
    WarmStart start = new WarmStart(model, schema);
    start.check(hidden);
    check("raw outputs", List.of(model.loss().rawOutput()), List.of(loss.rawOutput()));
    start.convertInputs();
    start.convertTarget();
    return start.start;
  }

  private void check(List<Layer> hidden) {
    Schema before = model.schema();
    check("inputs", before.inputNames(), schema.inputNames());
    check("tasks", List.of(before.target().task()), List.of(schema.target().task()));
    check("classes", before.target().classes(), schema.target().classes());
    check("transforms", transforms(before), transforms(schema));
    check("offsets", offsets(before), offsets(schema));
    check("levels", levels(before), levels(schema));
    check("hidden layers", shape(model.hidden()), shape(hidden));
  }

  private static void check(String what, List<?> before, List<?> now) {
    if (!before.equals(now)) {
      throw new IllegalArgumentException(
          "its %s are %s, those of this run %s".formatted(what, text(before), text(now)));
    }
  }

  private static String text(List<?> list) {
    if (list.isEmpty()) {
      return "none";
    }
    String first = list.stream().limit(MOST).map(Object::toString).collect(joining(", "));
    return list.size() > MOST ? "%s and %,d more".formatted(first, list.size() - MOST) : first;
  }

  private static List<String> offsets(Schema schema) {
    return schema.offset().map(Offset::column).stream().toList();
  }

  private static List<String> transforms(Schema schema) {
    return schema.target() instanceof NumericTarget number
        ? List.of(number.transform().word())
        : List.of();
  }

  private static List<String> levels(Schema schema) {
    return schema.encodings().stream()
        .filter(CategoricalEncoding.class::isInstance)
        .map(CategoricalEncoding.class::cast)
        .map(e -> e.column() + " " + e.levels())
        .toList();
  }

  private static List<String> shape(List<Layer> hidden) {
    return hidden.stream().map(Layer::description).toList();
  }

  private void convertInputs() {
    List<Feature> before = model.schema().features();
    List<Feature> now = schema.features();
    for (int input = 0; input < now.size(); input++) {
      Unit old = before.get(input).unit();
      Unit unit = now.get(input).unit();
      double shift = (unit.center() - old.center()) / old.scale();
      if (shift != 0 && !schema.intercept()) {
        throw new IllegalArgumentException(
            "'%s' has another center, and there is no intercept to take up the difference"
                .formatted(now.get(input).name()));
      }
      for (int output = 0; output < network.out(0); output++) {
        int index = network.index(0, input, output);
        if (schema.intercept()) {
          start[network.index(0, now.size(), output)] += start[index] * shift;
        }
        start[index] *= unit.scale() / old.scale();
      }
    }
  }

  private void convertTarget() {
    Unit old = model.schema().target().unit();
    Unit unit = schema.target().unit();
    double shift = (old.center() - unit.center()) / unit.scale();
    if (shift != 0 && !schema.intercept()) {
      throw new IllegalArgumentException(
          "the target has another center, and there is no intercept to take up the difference");
    }
    int last = network.layers() - 1;
    for (int output = 0; output < network.out(last); output++) {
      for (int input = 0; input < network.in(last); input++) {
        int index = network.index(last, input, output);
        start[index] *= old.scale() / unit.scale();
        start[index] += network.isConstant(last, input) ? shift : 0;
      }
    }
  }
}
