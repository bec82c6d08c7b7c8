package gdtrain.compute.backend;

import java.util.Locale;

/**
 * A graphics card.
 *
 * @param name as its driver has it
 * @param bytes of its memory
 * @param major the compute capability before the point
 * @param minor the compute capability behind the point
 */
public record Card(String name, long bytes, int major, int minor) {
  /** Such as 8.6. */
  public String capability() {
    return major + "." + minor;
  }

  /**
   * Whether ND4J has code for it: it is compiled for 3.7 to 8.6, what is for 8.6 runs on 8.9, and
   * nothing in it could be compiled for later cards.
   */
  boolean isSupported() {
    return major < 9 && (major > 3 || (major == 3 && minor >= 7));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, %.1f GB, compute capability %s", name, bytes / 1e9, capability());
  }
}
