package gdtrain.insight;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.preparation.Split;
import gdtrain.network.Network;
import gdtrain.train.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Backpropagation against {@link CentralDifferences}, at a point and at a random one near it, since
 * at some points, such as a start at 0, slopes are 0 even if backpropagation is wrong.
 *
 * <p>The error of a parameter is {@code |backpropagated - differences|} over the largest slope of
 * its layer at both points: a layer with small slopes is checked as strictly as others, and a slope
 * of 0 as strictly as its neighbours. A parameter is excused if its differences are not reliable at
 * either point.
 */
public final class GradientCheck {
  /** The first step, for an input of size 1. */
  private static final double WIDEST = 0.1;

  /** Differences that agree to this share of the tolerance need no narrower step. */
  private static final double CLOSE = 1e-2;

  /** The most multiplications of a check, some seconds. */
  private static final double USUAL_WORK = 8e9;

  /** Evaluations of the objective that a parameter usually needs, at all points. */
  private static final double EVALUATIONS = 16;

  /** Parameters that are checked in every layer, however long it takes. */
  private static final int FEWEST = 10;

  private final Objective objective;
  private final Network network;
  private final Dataset data;
  private final double tolerance;

  /**
   * A check.
   *
   * @param data that the objective is of
   * @param tolerance the largest error that passes
   */
  public GradientCheck(Objective objective, Network network, Dataset data, double tolerance) {
    this.objective = objective;
    this.network = network;
    this.data = data;
    this.tolerance = tolerance;
  }

  /** How many parameters of every layer can be checked within some seconds. */
  public int usualCount() {
    double pass = (double) data.rows() * network.parameters();
    return (int) Math.max(FEWEST, USUAL_WORK / (EVALUATIONS * pass * network.layers()));
  }

  /**
   * Checks every layer.
   *
   * @param point not changed
   * @param most parameters of a layer; where it has more, some are drawn
   */
  public List<CheckedLayer> at(double[] point, int most, RandomGenerator random) {
    double[] reach = reach();
    double[] near = point.clone();
    Arrays.setAll(near, i -> near[i] + reach[i] * random.nextDouble(-1, 1));
    List<CentralDifferences> points =
        List.of(new CentralDifferences(objective, point), new CentralDifferences(objective, near));
    return IntStream.range(0, network.layers())
        .mapToObj(layer -> layer(layer, points, drawn(layer, most, random), reach))
        .toList();
  }

  /** For each parameter how far to go: a weighted sum, all of them moved, changes by about 1. */
  private double[] reach() {
    double[] squares = new double[network.inputs()];
    data.forEachPlain(
        rows -> {
          double[] inputs = rows.inputs();
          for (int i = 0; i < inputs.length; i++) {
            squares[i % squares.length] += inputs[i] * inputs[i] / data.rows();
          }
        });
    double[] reach = new double[network.parameters()];
    for (int layer = 0; layer < network.layers(); layer++) {
      for (int i = network.offset(layer); i < network.offset(layer + 1); i++) {
        int input = (i - network.offset(layer)) % network.in(layer);
        double size = layer == 0 ? Math.max(1, Math.sqrt(squares[input])) : 1;
        reach[i] = 1 / (size * Math.sqrt(network.in(layer)));
      }
    }
    return reach;
  }

  private int[] drawn(int layer, int most, RandomGenerator random) {
    int from = network.offset(layer);
    int[] order = Split.shuffled(network.offset(layer + 1) - from, random);
    return Arrays.stream(order).limit(most).map(i -> from + i).sorted().toArray();
  }

  private CheckedLayer layer(
      int layer, List<CentralDifferences> points, int[] drawn, double[] reach) {
    int from = network.offset(layer);
    int to = network.offset(layer + 1);
    double largest = points.stream().mapToDouble(d -> d.largest(from, to)).max().orElse(0);
    double unit = largest > 0 ? largest : 1;
    int excused = 0;
    CheckedLayer.Worst worst = CheckedLayer.Worst.NONE;
    for (int index : drawn) {
      boolean known = false;
      for (CentralDifferences differences : points) {
        CentralDifferences.Slope slope =
            differences.slope(index, WIDEST * reach[index], CLOSE * tolerance * unit);
        double expected = differences.backpropagated(index);
        double distance = Math.abs(slope.value() - expected);
        boolean right = distance <= tolerance * unit;
        // A slope of rows is rounded as if it were about 1, however small the gradient has become.
        boolean rounding = distance <= 4 * Math.ulp(1.0) / reach[index];
        if (!right && (rounding || !slope.refutes(distance))) {
          continue;
        }
        known = true;
        worst = worst.or(index, expected, slope.value(), distance / unit);
      }
      excused += known ? 0 : 1;
    }
    return new CheckedLayer(layer, to - from, drawn.length, excused, worst);
  }

  /**
   * The gradient of one layer's parameters, by backpropagation and by differences.
   *
   * @param layer from 0
   * @param parameters that it has
   * @param checked how many of them were checked, at every point
   * @param excused how many of those have no reliable difference at any point, because of kinks or
   *     rounding
   * @param worst the parameter, not excused, with the largest error
   */
  public record CheckedLayer(int layer, int parameters, int checked, int excused, Worst worst) {
    /** At most this share of the checked parameters may be excused. */
    private static final double MOST_EXCUSED = 0.25;

    /**
     * Where a layer's error is largest.
     *
     * @param index of the parameter in the flat vector; -1 if all are excused
     * @param backpropagated dobjective/dparameter by backpropagation
     * @param differences dobjective/dparameter by differences
     * @param error their distance over the largest slope of the layer's parameters
     */
    public record Worst(int index, double backpropagated, double differences, double error) {
      static final Worst NONE = new Worst(-1, Double.NaN, Double.NaN, 0);

      /** The worse of this and another; an error that is NaN is the worst of all. */
      Worst or(int otherIndex, double backpropagated, double differences, double otherError) {
        double size = Double.isNaN(otherError) ? Double.POSITIVE_INFINITY : otherError;
        return size > error || index < 0
            ? new Worst(otherIndex, backpropagated, differences, size)
            : this;
      }
    }

    /** Whether too many were excused for the rest to prove much. */
    public boolean undecided() {
      return excused > MOST_EXCUSED * checked;
    }

    /** Whether backpropagation agrees with the differences. */
    public boolean right(double tolerance) {
      return worst.error() <= tolerance;
    }
  }
}
