package gdtrain.insight;

import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Target;
import gdtrain.insight.RowTrace.Layer;
import gdtrain.insight.RowTrace.Unit;
import gdtrain.loss.Scaled;
import gdtrain.network.Activation;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Forward and backward pass of single rows, in plain numbers: sums from the first input to the
 * last, no dropout. It shares nothing with the passes of training but loss and activations.
 */
public final class RowBackpropagation {
  private final Network network;
  private final RowLoss.Evaluation loss;
  private final Dataset data;
  private final double[] parameters;

  /** The forward pass through one layer. */
  private record ForwardStep(
      List<Double> inputs, List<Double> sums, List<Double> derivatives, List<Double> values) {}

  /**
   * Prepares for rows of a dataset.
   *
   * @param target what is predicted
   * @param scaled the loss that is minimised
   * @param point the parameters, flat
   */
  public RowBackpropagation(
      Network network, Target target, Scaled scaled, Dataset data, List<Double> point) {
    this(network, new RowLoss.Evaluation(target, scaled), data, numbers(point));
  }

  private RowBackpropagation(
      Network network, RowLoss.Evaluation loss, Dataset data, double[] parameters) {
    this.network = network;
    this.loss = loss;
    this.data = data;
    this.parameters = parameters;
  }

  /** Traces a row, numbered from 0. */
  public RowTrace of(int row) {
    Block only = data.row(row);
    List<ForwardStep> steps = new ArrayList<>();
    double[] values = only.numbers();
    for (int layer = 0; layer < network.layers(); layer++) {
      steps.add(forward(layer, layer == 0 ? values : withConstant(values)));
      values = numbers(steps.get(layer).values());
    }
    double[] raw = values.clone();
    only.addOffsets(raw);
    RowLoss rowLoss = loss.of(raw, only.targets());
    return new RowTrace(
        backward(steps, rowLoss),
        rowLoss,
        only.weights()[0],
        data.totalWeight(),
        only.offsets().length > 0 ? only.offsets()[0] : 0);
  }

  /**
   * The passes after one step of gradient descent on the loss of a row alone: regardless of its
   * weight, of all other rows and of penalties.
   *
   * @param row from 0
   */
  public RowBackpropagation after(int row, double learningRate) {
    List<Layer> layers = of(row).layers();
    double[] stepped = parameters.clone();
    for (int layer = 0; layer < layers.size(); layer++) {
      for (int unit = 0; unit < network.out(layer); unit++) {
        for (int input = 0; input < network.in(layer); input++) {
          double gradient = layers.get(layer).gradient(unit, input) / loss.factor();
          stepped[network.index(layer, input, unit)] -= learningRate * gradient;
        }
      }
    }
    return new RowBackpropagation(network, loss, data, stepped);
  }

  private double[] withConstant(double[] values) {
    double[] entering = Arrays.copyOf(values, values.length + (network.intercepts() ? 1 : 0));
    Arrays.fill(entering, values.length, entering.length, 1);
    return entering;
  }

  private ForwardStep forward(int layer, double[] inputs) {
    double[] sums = new double[network.out(layer)];
    for (int unit = 0; unit < sums.length; unit++) {
      for (int i = 0; i < inputs.length; i++) {
        sums[unit] += weight(layer, unit, i) * inputs[i];
      }
    }
    double[] derivatives = new double[sums.length];
    Arrays.fill(derivatives, 1);
    double[] values =
        layer < network.hidden().size()
            ? activated(network.hidden().get(layer).activation(), sums, derivatives)
            : sums;
    return new ForwardStep(list(inputs), list(sums), list(derivatives), list(values));
  }

  /** Returns f(sum), and multiplies slopes by f'(sum). */
  private static double[] activated(Activation f, double[] sums, double[] slopes) {
    double[] values = new double[sums.length];
    f.forward(sums, values, sums.length);
    f.backward(sums, values, slopes, sums.length);
    return values;
  }

  private double weight(int layer, int unit, int input) {
    return parameters[network.index(layer, input, unit)];
  }

  private List<Layer> backward(List<ForwardStep> steps, RowLoss rowLoss) {
    List<Layer> layers = new ArrayList<>();
    List<Double> behind = rowLoss.slopes();
    for (int layer = steps.size() - 1; layer >= 0; layer--) {
      Layer trace = trace(layer, steps.get(layer), behind);
      layers.add(0, trace);
      behind = arriving(trace);
    }
    return layers;
  }

  private Layer trace(int layer, ForwardStep step, List<Double> behind) {
    List<Unit> units = new ArrayList<>();
    for (int unit = 0; unit < step.sums().size(); unit++) {
      List<Double> weights = new ArrayList<>();
      for (int input = 0; input < step.inputs().size(); input++) {
        weights.add(weight(layer, unit, input));
      }
      units.add(
          new Unit(
              weights,
              step.sums().get(unit),
              step.derivatives().get(unit),
              step.values().get(unit),
              behind.get(unit)));
    }
    boolean last = layer == network.layers() - 1;
    String activation = last ? "identity" : network.hidden().get(layer).activation().name();
    return new Layer(activation, step.inputs(), units);
  }

  /** For each input of a layer the sum over its units of slope times weight. */
  private static List<Double> arriving(Layer layer) {
    double[] sums = new double[layer.inputs().size()];
    for (Unit unit : layer.units()) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += unit.slope() * unit.weights().get(i);
      }
    }
    return list(sums);
  }

  private static List<Double> list(double[] numbers) {
    return DoubleStream.of(numbers).boxed().toList();
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
