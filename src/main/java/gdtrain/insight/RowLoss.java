package gdtrain.insight;

import gdtrain.dataset.PlainRows;
import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Scaled;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The loss of one row and its slopes, in the unit of the target's column.
 *
 * @param raw what the network gives
 * @param predictions what the link makes of it: numbers in the column's unit, or probabilities
 * @param targets what they should be
 * @param value the loss, regardless of the row's weight
 * @param slopes dloss/draw
 * @param slope the one of {@link PredictionSlope}
 */
public record RowLoss(
    List<Double> raw,
    List<Double> predictions,
    List<Double> targets,
    double value,
    List<Double> slopes,
    double slope) {
  /** Copies the lists. */
  public RowLoss {
    raw = List.copyOf(raw);
    predictions = List.copyOf(predictions);
    targets = List.copyOf(targets);
    slopes = List.copyOf(slopes);
  }

  /**
   * The one slope that says in which direction, and how strongly, a row wants its prediction moved:
   * for numbers dloss/dprediction, where the prediction is the raw output, and dloss/draw where it
   * is not; for classes dloss/draw of the row's class. Of two classes, the first has the negative
   * raw output.
   *
   * @param target what is predicted
   * @param scaled the loss that is minimised
   */
  record PredictionSlope(Target target, Scaled scaled) {
    /**
     * The slope of a row, in the unit of the target's column.
     *
     * @param slopes dloss/draw as learned; the row's start at index {@code from}
     * @param targets as learned; the row's start at index {@code at}
     */
    double of(double[] slopes, int from, double[] targets, int at) {
      int outputs = target.outputs();
      if (target.classes().isEmpty()) {
        return scaled.factor() * slopes[from] / target.unit().scale();
      }
      if (outputs == 1) {
        return targets[at] == 0 ? -slopes[from] : slopes[from];
      }
      return slopes[from + PlainRows.label(targets, at, outputs)];
    }
  }

  /** Computes the losses of single rows. */
  static final class Evaluation {
    private final Target target;
    private final Scaled scaled;

    /**
     * Prepares the loss of one row.
     *
     * @param target what is predicted
     * @param scaled the loss that is minimised
     */
    Evaluation(Target target, Scaled scaled) {
      this.target = target;
      this.scaled = scaled;
    }

    /** What a loss as it is learned is times in the unit of the target's column. */
    double factor() {
      return scaled.factor();
    }

    /**
     * The loss of a row.
     *
     * @param output raw
     * @param truth the targets as learned
     */
    RowLoss of(double[] output, double[] truth) {
      double[] linked = output.clone();
      scaled.loss().link(linked, output.length);
      double[] predictions = target.inOriginalUnits(linked);
      double[] slopes = output.clone();
      double[][] room = new double[3][output.length];
      double value =
          scaled.factor() * scaled.loss().sumAndSlope(slopes, truth, new double[] {1}, room);
      return new RowLoss(
          list(output),
          list(predictions),
          list(target.inOriginalUnits(truth)),
          value,
          DoubleStream.of(slopes).map(slope -> scaled.factor() * slope).boxed().toList(),
          new PredictionSlope(target, scaled).of(slopes, 0, truth, 0));
    }

    private static List<Double> list(double[] numbers) {
      return DoubleStream.of(numbers).boxed().toList();
    }
  }
}
