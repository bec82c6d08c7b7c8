package gdtrain.network;

import gdtrain.choice.Choice;
import gdtrain.compute.Kernel;
import gdtrain.compute.Pointwise;
import gdtrain.compute.Vectors;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rectifier with a slope on both sides, {@code f(z) = z} where z is above 0, else {@code leak z}
 * (Maas, Hannun and Ng 2013).
 *
 * @param leak slope left of 0, at least 0 and below 1
 */
record LeakyRelu(double leak) implements Activation {
  @Override
  public String name() {
    return Choice.text("leaky-relu", Map.of("slope", leak));
  }

  @Override
  public Kernel forward(INDArray sum, INDArray output) {
    INDArray positive = Vectors.like(sum);
    return Kernel.sequence(
        Pointwise.positivePart(sum, positive),
        Pointwise.timesNumber(positive, 1 - leak, positive),
        Pointwise.timesNumber(sum, leak, output),
        Kernel.plus(output, positive, output));
  }

  @Override
  public Kernel backward(INDArray sum, INDArray output, INDArray slope) {
    INDArray factor = Vectors.like(sum);
    return Kernel.sequence(
        Pointwise.step(sum, factor),
        Pointwise.timesNumber(factor, 1 - leak, factor),
        Pointwise.plusNumber(factor, leak, factor),
        Kernel.times(slope, factor, slope));
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }
}
