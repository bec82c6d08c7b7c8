package gdtrain.loss;

import gdtrain.Data;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A loss of the catalog with a number of outputs that it takes. */
public record Trial(Loss loss, int outputs) {
  static final int ROWS = 20;

  /** Settings that differ from the defaults. */
  private static final List<String> OTHERS =
      List.of(
          "huber:delta=0.4",
          "quantile:q=0.1",
          "log-cosh:width=0.3",
          "binary-cross-entropy:smoothing=0.2",
          "softmax-cross-entropy:smoothing=0.2",
          "focal:gamma=0.5",
          "focal:gamma=0");

  /** Every loss, with its defaults and with other settings. */
  static List<Trial> all() {
    return trials(Stream.concat(Losses.CATALOG.names().stream(), OTHERS.stream()));
  }

  /** Every loss with its defaults. */
  public static List<Trial> catalog() {
    return trials(Losses.CATALOG.names().stream());
  }

  private static List<Trial> trials(Stream<String> names) {
    return names
        .map(Losses.CATALOG::choose)
        .flatMap(loss -> outputs(loss).mapToObj(outputs -> new Trial(loss, outputs)))
        .toList();
  }

  private static IntStream outputs(Loss loss) {
    boolean one = loss.targets().include(0) || loss.targets().include(2);
    return IntStream.of(1, 3, 5).filter(n -> n == 1 ? one : loss.targets().include(n));
  }

  /** Raw outputs, targets that suit, and weights of which the last but one is 0. */
  public static final class Rows {
    final double[][] raw;

    /** What raw outputs should lead to. */
    public final double[][] targets;

    /** The weight of every row. */
    public final double[] weights;

    private Rows(double[][] raw, double[][] targets, double[] weights) {
      this.raw = raw;
      this.targets = targets;
      this.weights = weights;
    }

    double[] flatTargets() {
      return Arrays.stream(targets).flatMapToDouble(Arrays::stream).toArray();
    }
  }

  Rows rows(long seed) {
    return rows(ROWS, seed);
  }

  /** Draws so many rows. */
  public Rows rows(int rows, long seed) {
    Random random = new Random(seed);
    double[][] targets = new double[rows][outputs];
    for (double[] target : targets) {
      if (outputs > 1) {
        target[random.nextInt(outputs)] = 1;
      } else {
        target[0] = loss.targets().include(2) ? random.nextInt(2) : number(random);
      }
    }
    double[] weights = random.doubles(rows, 0.1, 3).toArray();
    weights[rows - 2] = 0;
    return new Rows(Data.normal(rows, outputs, random), targets, weights);
  }

  private double number(Random random) {
    double number = random.nextGaussian();
    return loss.targets().range().holds(-1) ? 3 * number : Math.exp(number);
  }
}
