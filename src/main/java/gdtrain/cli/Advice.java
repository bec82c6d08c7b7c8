package gdtrain.cli;

import gdtrain.insight.Curvature;
import gdtrain.optimizer.AutomaticStep;
import gdtrain.report.Figures;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import java.util.Optional;
import java.util.OptionalDouble;

/** The one change that helps a run most which has not converged. */
final class Advice {
  /** Columns whose scaling makes the condition number smaller than this share are scaled first. */
  private static final double MUCH = 0.1;

  private final TrainingRun run;
  private final Fit fit;

  Advice(TrainingRun run, Fit fit) {
    this.run = run;
    this.fit = fit;
  }

  /** Nothing where the run converged, or was to stop where it did. */
  Optional<String> line() {
    boolean stopped = fit.ending() == Ending.EPOCHS || fit.ending() == Ending.TIME;
    return stopped && !run.loss().jumps()
        ? change().map(change -> "what helps most: " + change)
        : Optional.empty();
  }

  private Optional<String> change() {
    return run.plan().network().deep() ? layers() : scaling().or(this::method);
  }

  /** A schedule that has ended has brought the run to rest. */
  private Optional<String> layers() {
    return run.plan().method().paced() && fit.ending() == Ending.EPOCHS
        ? Optional.empty()
        : Optional.of("more " + limit() + "; --validation 0.2 tells how many are too many");
  }

  private String limit() {
    return fit.ending() == Ending.TIME ? "--time-limit" : "--epochs";
  }

  private Optional<String> scaling() {
    OptionalDouble now =
        run.survey().curvature().map(Curvature::condition).orElse(OptionalDouble.empty());
    OptionalDouble standard = run.survey().conditionStandardised();
    boolean much =
        now.isPresent()
            && standard.isPresent()
            && standard.getAsDouble() < MUCH * now.getAsDouble();
    return much
        ? Optional.of(
            "--scale standard, which changes the condition number from %s to %s"
                .formatted(Figures.rough(now.getAsDouble()), Figures.rough(standard.getAsDouble())))
        : Optional.empty();
  }

  private Optional<String> method() {
    NamedMethod named = run.plan().method();
    if (named.batchRows().isPresent()) {
      boolean rests =
          named.method() instanceof Method.Updating steps && !steps.schedule().constant();
      return Optional.of(
          rests
              ? "--batch-size full, whose steps have all rows, so that they come to rest"
              : "--schedule cosine, whose steps become shorter, so that they come to rest");
    }
    if (named.method() instanceof Method.Updating) {
      return Optional.of("--optimizer gd --lr auto, whose steps follow the curvature");
    }
    boolean automatic =
        named.method() instanceof Method.Searching searching
            && searching.rule() instanceof AutomaticStep;
    return automatic && run.regularisation().l1() == 0
        ? Optional.of("--optimizer lbfgs, which learns the curvature in all directions")
        : Optional.of("more " + limit());
  }
}
