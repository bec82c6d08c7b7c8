package gdtrain.loss;

import gdtrain.compute.Kernel;
import gdtrain.compute.Vectors;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Squared error of one output, {@code loss = (raw - target)^2}, {@code dloss/draw = 2 (raw -
 * target)}; the prediction is the raw output itself and aims at the mean (Legendre 1805, Gauss
 * 1809).
 */
record SquaredError() implements Loss {
  @Override
  public String name() {
    return "mse";
  }

  @Override
  public Targets targets() {
    return Targets.NUMBERS;
  }

  @Override
  public BlockLoss on(INDArray raw, INDArray targets, INDArray weights) {
    INDArray residual = Vectors.zeros(raw.rows(), raw.columns());
    Kernel subtract = Kernel.subtract(raw, targets, residual);
    Kernel weigh = Kernel.times(residual, weights, raw);
    return () -> {
      subtract.run();
      weigh.run();
      double sum = Vectors.dot(residual, raw);
      Vectors.scale(2, raw);
      return sum;
    };
  }

  @Override
  public OptionalDouble mostCurvature() {
    return OptionalDouble.of(2);
  }

  @Override
  public boolean quadratic() {
    return true;
  }

  @Override
  public String rawOutput() {
    return "the number";
  }

  @Override
  public void link(INDArray raw) {
    // identity
  }

  @Override
  public double[] bestConstant(double[] targets, double[] weights) {
    return Constants.means(targets, weights);
  }

  @Override
  public Optional<Scaled> scaled(double scale) {
    return Optional.of(new Scaled(this, scale * scale));
  }
}
