package gdtrain.cli;

import gdtrain.report.Figures;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import java.util.Map;

/**
 * What came of a run that was tried in place of one that diverged.
 *
 * @param changes its options that are others, with their values
 * @param run the run
 * @param fit its outcome; interrupted where it would have taken too long
 */
record Retry(Map<String, String> changes, TrainingRun run, Fit fit) {
  boolean diverged() {
    return fit.ending() == Ending.DIVERGED;
  }

  /** Whether it ended, or was left, at a loss below the baseline. */
  boolean better() {
    return !diverged() && fit.last().loss() < run.baseline();
  }

  /** Whether it can be recommended: it converged, or did well where none is known to converge. */
  boolean good() {
    return fit.ending().converged() || (better() && !mayConverge(run));
  }

  /** Whether every step is taken with all rows and the same rate, towards the one minimum. */
  static boolean mayConverge(TrainingRun run) {
    NamedMethod named = run.plan().method();
    boolean steady =
        named.method() instanceof Method.Searching
            || (named.method() instanceof Method.Updating updating && updating.steady());
    return !run.plan().network().deep()
        && steady
        && run.problem().batches().isEmpty()
        && !run.loss().jumps();
  }

  /** What it showed, for people. */
  String outcome() {
    String epochs = "%,d epochs".formatted(fit.last().number());
    String loss = "loss " + Figures.text(fit.last().loss());
    if (fit.ending().converged()) {
      return "it converged after %s at %s".formatted(epochs, loss);
    }
    String where = fit.ending() == Ending.INTERRUPTED ? "was left after" : "ended after";
    return "it %s %s at %s; baseline loss %s"
        .formatted(where, epochs, loss, Figures.text(run.baseline()));
  }
}
