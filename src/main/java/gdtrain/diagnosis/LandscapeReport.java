package gdtrain.diagnosis;

import gdtrain.insight.Curvature;
import gdtrain.insight.EpochsNeeded;
import gdtrain.report.NumberText;
import gdtrain.run.TrainingRun;
import gdtrain.train.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What lies ahead of a run, as lines for people: how long its steps may be, and how many it needs.
 */
public final class LandscapeReport {
  /** The epochs told are those that bring what the loss is above its minimum down to this share. */
  private static final double SHARE = 1e-6;

  private static final String NEARER = "to shrink the gap to the minimum a million-fold";

  /** A longer way is worth a word. */
  private static final double DETOUR = 3;

  /** A limit that is known at the start only falls to this share of itself without surprise. */
  private static final double MAY_FALL = 0.3;

  private final TrainingRun run;
  private final Curvature curvature;

  private LandscapeReport(TrainingRun run, Curvature curvature) {
    this.run = run;
    this.curvature = curvature;
  }

  /**
   * The lines.
   *
   * @param verbose whether all is said; else only what is wrong with a learning rate
   */
  public static List<String> lines(TrainingRun run, boolean verbose) {
    boolean needed = verbose || run.settings().descent().method() instanceof Method.Updating;
    return needed
        ? run.landscape()
            .curvature()
            .map(c -> new LandscapeReport(run, c))
            .map(report -> verbose ? report.lines() : report.unsafe().stream().toList())
            .orElse(List.of())
        : List.of();
  }

  /** What is wrong with a learning rate that may be too large, if it may. */
  public static Optional<String> warning(TrainingRun run) {
    return lines(run, false).stream().findFirst().map(line -> line.replaceFirst("^warning: ", ""));
  }

  private Optional<String> unsafe() {
    return steps().filter(steps -> share(steps) > 1).flatMap(this::chosen);
  }

  /** The learning rate as a share of the largest stable one; 0 where there is none. */
  private double share(Method.Updating steps) {
    return ofItsRule().isPresent() ? steps.learningRate() / stableRate() : 0;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(landscape());
    steps().flatMap(this::chosen).ifPresent(lines::add);
    epochs().ifPresent(lines::add);
    scaling().ifPresent(lines::add);
    return lines;
  }

  private String landscape() {
    boolean sure = curvature.kind() == Curvature.Kind.BOUND;
    String stable =
        (ofItsRule().isPresent() || searches()
                ? "learning rates below %s are %sstable"
                : "plain gradient descent with learning rates below %s is %sstable")
            .formatted(NumberText.text(stableRate()), sure ? "guaranteed " : "");
    String rows = wholeSteps() ? "" : ", for all rows at once";
    return switch (curvature.kind()) {
      case EXACT -> "landscape: %s%s (exact)%s".formatted(stable, rows, condition());
      case BOUND -> "landscape: %s%s%s".formatted(stable, rows, condition());
      case LOCAL ->
          "landscape where descent starts: %s%s (local: it changes on the way)"
              .formatted(stable, rows);
    };
  }

  private String condition() {
    if (!Double.isFinite(curvature.condition().orElse(Double.NaN))) {
      return "";
    }
    String whose = curvature.kind() == Curvature.Kind.BOUND ? " of the bound" : "";
    String number =
        "; condition number%s %s"
            .formatted(whose, NumberText.rough(curvature.condition().getAsDouble()));
    String flat =
        curvature.flat() == 0
            ? ""
            : ", and flat in %d direction%s"
                .formatted(curvature.flat(), curvature.flat() == 1 ? "" : "s");
    return number + flat;
  }

  /** What another scaling of the columns would make of it. */
  private Optional<String> scaling() {
    boolean scaled =
        run.schema().features().stream().anyMatch(feature -> feature.unit().isScaled());
    double condition = curvature.condition().orElse(Double.NaN);
    OptionalDouble standard = run.landscape().conditionStandardised();
    if (Double.isFinite(condition)
        && standard.isPresent()
        && condition > 1.01 * standard.getAsDouble()) {
      return Optional.of(
          "scaling: ⟦scale⟧ standard would change the condition number from %s to %s"
              .formatted(NumberText.rough(condition), NumberText.rough(standard.getAsDouble())));
    }
    return run.landscape().conditionRaw().stream()
        .filter(raw -> scaled && raw > 1.01 * condition && raw < Double.POSITIVE_INFINITY)
        .mapToObj(
            raw -> "scaling: without it the condition number would be " + NumberText.rough(raw))
        .findFirst();
  }

  private boolean searches() {
    return run.settings().descent().method() instanceof Method.Searching;
  }

  private Optional<Method.Updating> steps() {
    return run.settings().descent().method() instanceof Method.Updating steps
        ? Optional.of(steps)
        : Optional.empty();
  }

  /** The longest stable rate of the run's own rule, where there is one. */
  private OptionalDouble ofItsRule() {
    return steps()
        .map(steps -> curvature.largestStableRate(steps.rule()))
        .orElse(OptionalDouble.empty());
  }

  private double stableRate() {
    return ofItsRule().orElse(curvature.largestStableRate());
  }

  /** The learning rate that was chosen, beside the longest that is stable. */
  private Optional<String> chosen(Method.Updating steps) {
    if (ofItsRule().isEmpty()) {
      return Optional.empty();
    }
    double share = share(steps);
    String said =
        "⟦lr⟧ %s is %s %% of the largest stable rate, %s"
            .formatted(
                NumberText.text(steps.learningRate()),
                NumberText.rough(100 * share),
                NumberText.text(stableRate()));
    boolean local = curvature.kind() == Curvature.Kind.LOCAL && share > MAY_FALL;
    return Optional.of(
        share > 1
            ? "warning: " + said + consequence(steps)
            : local ? said + "; the limit may fall below it on the way" : said);
  }

  private String consequence(Method.Updating steps) {
    boolean sure = curvature.kind() == Curvature.Kind.EXACT && steps.steady() && wholeSteps();
    String what =
        sure
            ? ": every step overshoots the valley, and the loss will grow until the run has diverged"
            : ": steps may overshoot the valley, and the loss grow";
    boolean plain = steps.rule().proximal();
    String automatic = plain && steps.steady() && wholeSteps() ? " or ⟦lr⟧ auto" : "";
    return "%s; pass ⟦lr⟧ %s%s instead"
        .formatted(what, NumberText.rough(0.9 * stableRate()), automatic);
  }

  private boolean wholeSteps() {
    return run.settings().descent().batchRows().isEmpty();
  }

  /** All digits of what can be counted. */
  private static String count(double epochs) {
    return epochs < 1e6 ? "%,d".formatted((long) epochs) : NumberText.rough(epochs);
  }

  /** How far the minimum is. */
  private Optional<String> epochs() {
    Optional<EpochsNeeded> needed = run.landscape().epochsNeeded();
    if (needed.isEmpty() || curvature.bestRate().isEmpty()) {
      return Optional.empty();
    }
    double best = curvature.bestRate().getAsDouble();
    OptionalDouble fewest = needed.get().at(best, SHARE);
    OptionalDouble own =
        steps()
            .filter(s -> s.rule().proximal() && s.steady() && wholeSteps())
            .map(s -> needed.get().at(s.learningRate(), SHARE))
            .orElse(OptionalDouble.empty());
    if (own.isPresent()) {
      boolean detour = fewest.isPresent() && own.getAsDouble() > DETOUR * fewest.getAsDouble();
      String shorter =
          detour
              ? " (%s at ⟦lr⟧ %s)".formatted(count(fewest.getAsDouble()), NumberText.rough(best))
              : "";
      return Optional.of(
          "epochs: about %s at this rate, %s%s"
              .formatted(count(own.getAsDouble()), NEARER, shorter));
    }
    return searches() && fewest.isPresent()
        ? Optional.of(
            "epochs: the best constant rate, %s, would need about %s %s"
                .formatted(NumberText.rough(best), count(fewest.getAsDouble()), NEARER))
        : Optional.empty();
  }
}
