package gdtrain.insight;

import gdtrain.dataset.Target;
import gdtrain.loss.Scaled;
import java.util.List;
import java.util.stream.DoubleStream;

/** The loss of single rows. */
final class Judge {
  private final Target target;
  private final Scaled scaled;

  /**
   * Prepares the loss of one row.
   *
   * @param target what is predicted
   * @param scaled the loss that descends
   */
  Judge(Target target, Scaled scaled) {
    this.target = target;
    this.scaled = scaled;
  }

  /**
   * The verdict on a row.
   *
   * @param output raw
   * @param truth the targets as learned
   */
  Verdict judge(double[] output, double[] truth) {
    double[] linked = output.clone();
    scaled.loss().link(linked, output.length);
    double[] predictions = target.inOriginalUnits(linked);
    double[] slopes = output.clone();
    double[][] room = new double[3][output.length];
    double height =
        scaled.factor() * scaled.loss().sumAndSlope(slopes, truth, new double[] {1}, room);
    return new Verdict(
        list(output),
        list(predictions),
        list(target.inOriginalUnits(truth)),
        height,
        DoubleStream.of(slopes).map(slope -> scaled.factor() * slope).boxed().toList(),
        new Truth(target, scaled).slope(slopes, 0, truth, 0));
  }

  private static List<Double> list(double[] numbers) {
    return DoubleStream.of(numbers).boxed().toList();
  }
}
