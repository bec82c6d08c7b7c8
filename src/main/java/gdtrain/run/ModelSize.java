package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.network.Network;
import java.util.Locale;

/** How much memory the parameters of a network take, told before any of it is asked for. */
final class ModelSize {
  /** Arrays of the length of the parameters: themselves, the gradient, a step, those kept. */
  private static final int IN_JAVA = 4;

  /** With those that optimizers and array library keep. */
  private static final int IN_ALL = 8;

  /** Fewer parameters fit wherever Java runs, so that nobody asks how much memory is free. */
  private static final long FEW = 1 << 20;

  private ModelSize() {}

  /**
   * Refuses a network that does not fit.
   *
   * @param heap bytes that Java may take
   * @param free bytes that the machine can give
   * @throws InvalidSetting with both figures
   */
  static void check(Network network, long heap, long free) {
    double one = (double) network.size() * Double.BYTES;
    boolean fits =
        network.size() < Integer.MAX_VALUE / Double.BYTES
            && IN_JAVA * one <= (double) heap
            && IN_ALL * one <= (double) Math.max(free, heap);
    if (!fits) {
      throw new InvalidSetting(
          "a model of %,d parameters needs about %s of memory, and Java may take %s; give fewer ⟦hidden⟧ units or fewer inputs, or Java more, such as GDTRAIN_JAVA_OPTS=-Xmx8g"
              .formatted(network.size(), gigabytes(IN_ALL * one), gigabytes((double) heap)));
    }
  }

  /** Refuses a network that does not fit on this machine. */
  static void check(Network network) {
    if (network.size() > FEW) {
      check(network, Runtime.getRuntime().maxMemory(), FreeMemory.bytes());
    }
  }

  private static String gigabytes(double bytes) {
    return String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
  }
}
