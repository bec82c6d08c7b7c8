package gdtrain.insight;

import gdtrain.compute.Vectors;
import gdtrain.dataset.Target;
import gdtrain.loss.BlockLoss;
import gdtrain.loss.Scaled;
import java.util.List;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The loss of single rows. */
final class Judge {
  private final Target target;
  private final Scaled scaled;
  private final INDArray raw;
  private final INDArray targets;
  private final BlockLoss loss;

  /**
   * Prepares the loss of one row.
   *
   * @param target what is predicted
   * @param scaled the loss that descends
   */
  Judge(Target target, Scaled scaled) {
    this.target = target;
    this.scaled = scaled;
    this.raw = Vectors.zeros(1, target.outputs());
    this.targets = Vectors.zeros(1, target.outputs());
    this.loss = scaled.loss().on(raw, targets, Vectors.column(1));
  }

  /**
   * The verdict on a row.
   *
   * @param output raw
   * @param truth the targets as learned
   */
  RowLoss judge(double[] output, double[] truth) {
    Vectors.write(output, raw);
    scaled.loss().link(raw);
    double[] predictions = target.inOriginalUnits(raw.data().asDouble());
    Vectors.write(output, raw);
    Vectors.write(truth, targets);
    double height = scaled.factor() * loss.sumAndSlope();
    double[] slopes = raw.data().asDouble();
    return new RowLoss(
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
