package gdtrain.network;

import gdtrain.choice.Choice;
import java.util.Map;

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
  public void forward(double[] z, double[] f, int count) {
    for (int i = 0; i < count; i++) {
      f[i] = leak * z[i] + (1 - leak) * Math.max(z[i], 0);
    }
  }

  @Override
  public void backward(double[] z, double[] f, double[] slope, int count) {
    for (int i = 0; i < count; i++) {
      slope[i] *= leak + (z[i] > 0 ? 1 - leak : 0);
    }
  }

  @Override
  public Initializer initializer() {
    return Initializer.HE;
  }

  @Override
  public boolean jumps() {
    return true;
  }
}
