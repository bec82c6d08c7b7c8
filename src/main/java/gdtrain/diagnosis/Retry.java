package gdtrain.diagnosis;

import gdtrain.report.NumberText;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.DescentSettings;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What came of a run that was tried in place of one that diverged.
 *
 * @param changes its options that are others, with their values
 * @param run the run
 * @param fit its outcome; interrupted where it would have taken too long
 */
public record Retry(Map<String, String> changes, TrainingRun run, Fit fit) {
  /** How far above the exact minimum, as a share of it, a run may end that is said to be there. */
  private static final double ABOVE = 1e-3;

  /** That distance as a share of the baseline, for a minimum of 0. */
  private static final double NOTHING = 1e-9;

  boolean diverged() {
    return fit.ending() == Ending.DIVERGED;
  }

  /** Whether it ended, or was left, at a loss below the baseline. */
  boolean better() {
    return !diverged() && fit.last().loss() < run.baseline();
  }

  /** Whether it can be recommended: it converged, or did well where none is known to converge. */
  boolean good() {
    return (fit.converged() && missed().isEmpty()) || (better() && !mayConverge(run));
  }

  /** Whether every step is taken with all rows and the same rate, towards the one minimum. */
  static boolean mayConverge(TrainingRun run) {
    DescentSettings named = run.settings().descent();
    boolean steady =
        named.method() instanceof Method.Searching
            || (named.method() instanceof Method.Updating updating && updating.steady());
    return !run.settings().network().deep()
        && steady
        && run.problem().batches().isEmpty()
        && (!run.loss().jumps() || run.settings().smooths());
  }

  /** The exact minimum, if the run is not there: unscaled columns can make it stop far above. */
  private OptionalDouble missed() {
    return run.landscape().minimum().stream()
        .filter(
            minimum ->
                minimum.gap(fit.parameters()).objective()
                    > ABOVE * minimum.objective() + NOTHING * run.problem().baseline())
        .mapToDouble(minimum -> run.units().scaled().factor() * minimum.loss())
        .findFirst();
  }

  /** What it showed, for people. */
  String outcome() {
    String epochs = "%,d epochs".formatted(fit.last().number());
    String loss = "loss " + NumberText.text(fit.last().loss());
    if (fit.converged()) {
      String above =
          missed().stream()
              .mapToObj(minimum -> "; the minimum is " + NumberText.text(minimum))
              .findFirst()
              .orElse("");
      return "it converged after %s at %s%s".formatted(epochs, loss, above);
    }
    String where = fit.ending() == Ending.INTERRUPTED ? "was left" : "ended";
    return "it %s, not converged, after %s at %s; baseline loss %s"
        .formatted(where, epochs, loss, NumberText.text(run.baseline()));
  }
}
