package gdtrain.cli;

import gdtrain.train.Limits;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** When a run ends before its last epoch. */
final class StoppingOptions {
  @Option(
      names = "--tolerance",
      paramLabel = "N",
      description =
          "Converged when the estimated distance to the minimum is at most N x the norm of the"
              + " weights; 0 for never. Default: 1e-8; 0 for mae, quantile and hinge, whose slopes"
              + " jump and tell no distance.")
  Double tolerance;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Stop after the epoch in which this time is over.")
  Double seconds;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "With --validation: stop after N epochs without a new lowest validation loss.")
  Integer patience;

  /** When to stop, at the latest after {@code epochs}. */
  Limits limits(int epochs, LossPlan loss) {
    return new Limits(
        epochs,
        tolerance(loss),
        seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds),
        patience == null ? OptionalInt.empty() : OptionalInt.of(patience));
  }

  private double tolerance(LossPlan loss) {
    boolean jumps = loss.jumps();
    if (jumps && tolerance != null && tolerance > 0) {
      throw new IllegalArgumentException(
          "--tolerance has no effect with --loss %s: its slope jumps and tells no distance"
              .formatted(loss.text()));
    }
    return tolerance != null ? tolerance : jumps ? 0 : 1e-8;
  }
}
