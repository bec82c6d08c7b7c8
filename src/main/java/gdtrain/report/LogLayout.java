package gdtrain.report;

import gdtrain.train.Epoch;

/**
 * How a loss log looks.
 *
 * @param format of its lines
 * @param columns of its rows
 * @param every the first and the last epoch have a row and of the others every so manyth
 */
public record LogLayout(LogFormat format, LogColumns columns, int every) {
  /** Checks the number. */
  public LogLayout {
    if (every < 1) {
      throw new IllegalArgumentException("--log-every must be 1 or more, not " + every);
    }
  }

  /** Whether an epoch has a row though it may not be the last. */
  boolean has(Epoch epoch) {
    return epoch.number() % every == 0;
  }

  LogText text() {
    return new LogText(format, columns);
  }
}
