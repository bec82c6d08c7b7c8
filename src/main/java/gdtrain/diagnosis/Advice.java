package gdtrain.diagnosis;

import gdtrain.insight.Curvature;
import gdtrain.report.NumberText;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.DescentSettings;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import java.util.Optional;
import java.util.OptionalDouble;

/** The one change that helps a run most which has not converged. */
public final class Advice {
  /** Columns whose scaling makes the condition number smaller than this share are scaled first. */
  private static final double MUCH = 0.1;

  private final TrainingRun run;
  private final Fit fit;

  Advice(TrainingRun run, Fit fit) {
    this.run = run;
    this.fit = fit;
  }

  /**
   * Nothing where the run converged, or was to stop where it did, or went on beyond the epoch that
   * is best on rows not learned from.
   */
  public Optional<String> line() {
    boolean stopped = fit.ending() == Ending.EPOCHS || fit.ending() == Ending.TIME;
    boolean beyond = run.choosesByValidation() && fit.kept().number() < fit.last().number();
    return stopped && !beyond
        ? change().map(change -> "what helps most: " + change)
        : Optional.empty();
  }

  private Optional<String> change() {
    return run.settings().network().deep() ? layers() : scaling().or(this::method);
  }

  /** A schedule that has ended has brought the run to rest, unless it never came down. */
  private Optional<String> layers() {
    if (fit.kept().number() == 0
        && run.settings().descent().method() instanceof Method.Updating steps) {
      return Optional.of("shorter steps: ⟦lr⟧ " + NumberText.rough(steps.learningRate() / 10));
    }
    if (run.settings().descent().paced() && fit.ending() == Ending.EPOCHS) {
      return Optional.empty();
    }
    String until = run.validated() ? "" : "; ⟦validation⟧ 0.2 tells how many are too many";
    return Optional.of("more " + limit() + until);
  }

  private String limit() {
    return fit.ending() == Ending.TIME ? "⟦time-limit⟧" : "⟦epochs⟧";
  }

  private Optional<String> scaling() {
    OptionalDouble now =
        run.landscape().curvature().map(Curvature::condition).orElse(OptionalDouble.empty());
    OptionalDouble standard = run.landscape().conditionStandardised();
    boolean much =
        now.isPresent()
            && standard.isPresent()
            && standard.getAsDouble() < MUCH * now.getAsDouble();
    return much
        ? Optional.of(
            "⟦scale⟧ standard, which changes the condition number from %s to %s"
                .formatted(
                    NumberText.rough(now.getAsDouble()), NumberText.rough(standard.getAsDouble())))
        : Optional.empty();
  }

  private Optional<String> method() {
    DescentSettings named = run.settings().descent();
    if (named.method() instanceof Method.Updating steps) {
      boolean comesToRest = named.batchRows().isEmpty() || !steps.schedule().constant();
      return Optional.of(
          comesToRest
              ? automatic(steps) + ", whose steps follow the curvature"
              : "⟦schedule⟧ cosine, whose steps become shorter, so that they come to rest");
    }
    return named.automatic() && !run.loss().jumps() && run.regularisation().l1() == 0
        ? Optional.of("⟦optimizer⟧ lbfgs, which learns the curvature in all directions")
        : Optional.of("more " + limit());
  }

  /** What makes steps automatic, with what that does not allow taken back. */
  private String automatic(Method.Updating steps) {
    String full = run.settings().descent().batchRows().isEmpty() ? "" : " ⟦batch-size⟧ full";
    String constant = steps.schedule().constant() ? "" : " ⟦schedule⟧ constant";
    String whole = steps.clipNorm().isEmpty() ? "" : " without ⟦clip-norm⟧";
    return "⟦optimizer⟧ gd ⟦lr⟧ auto" + full + constant + whole;
  }
}
