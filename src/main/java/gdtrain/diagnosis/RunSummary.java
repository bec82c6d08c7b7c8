package gdtrain.diagnosis;

import gdtrain.insight.Curvature;
import gdtrain.insight.LeastSquares;
import gdtrain.metric.Metrics;
import gdtrain.report.EndingText;
import gdtrain.report.NumberText;
import gdtrain.report.ParameterTable;
import gdtrain.run.LossLandscape;
import gdtrain.run.Measurements;
import gdtrain.run.RunMetrics;
import gdtrain.run.TrainingRun;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run came to, as lines for people. */
public final class RunSummary {
  private static final int MOST_PARAMETERS = 200;
  private final TrainingRun run;
  private final Fit fit;
  private final RunMetrics scores;

  /** A summary. */
  public RunSummary(TrainingRun run, Fit fit) {
    this.run = run;
    this.fit = fit;
    this.scores = run.scores(fit);
  }

  public RunMetrics scores() {
    return scores;
  }

  /** What was measured, for programs. */
  public Measurements measures() {
    return Measurements.ofTraining(fit, scores, run.baseline());
  }

  public List<String> lines(ParameterTable parameters) {
    List<String> lines = new ArrayList<>();
    lines.add(EndingText.of(fit));
    if (fit.evaluations() > fit.last().number() + 1) {
      lines.add(
          "%,d evaluations of loss and gradient, %,d of them trial steps that were not taken"
              .formatted(fit.evaluations(), fit.evaluations() - fit.last().number() - 1));
    }
    Optional<String> separated = separation();
    separated.ifPresent(lines::add);
    stuck().ifPresent(lines::add);
    lines.add(lossLine());
    useless().ifPresent(lines::add);
    minimum().ifPresent(lines::add);
    stableRate().ifPresent(lines::add);
    if (separated.isEmpty()) {
      new Advice(run, fit).line().ifPresent(lines::add);
    }
    lines.add("training: " + metrics(scores.training()));
    scores.validation().ifPresent(score -> lines.add("validation: " + metrics(score)));
    scores.test().ifPresent(score -> lines.add("test: " + metrics(score)));
    addParameters(parameters, lines);
    return lines;
  }

  private boolean deep() {
    return run.settings().network().deep();
  }

  /** Where nothing was learned. */
  private Optional<String> useless() {
    double worse = run.baseline() * (1 - 1e-9);
    boolean hopeless =
        run.landscape().minimum().map(m -> m.loss() >= worse).orElse(fit.ending().converged());
    String advice =
        deep()
            ? ": try another ⟦seed⟧, ⟦lr⟧ or ⟦activation⟧"
            : hopeless
                ? ": no weighted sum of the inputs helps; ⟦hidden⟧ or ⟦interactions⟧ may"
                : "";
    return fit.kept().loss() < worse
        ? Optional.empty()
        : Optional.of("no better than the baseline" + advice);
  }

  private String lossLine() {
    double baseline = run.baseline();
    String kept =
        fit.kept().number() == fit.last().number()
            ? ""
            : " at epoch %,d, kept for the lowest %s".formatted(fit.kept().number(), lowest());
    String validation =
        fit.kept().validationLoss().isPresent()
            ? ", validation loss " + NumberText.text(fit.kept().validationLoss().getAsDouble())
            : "";
    double skill = 100 * (1 - fit.kept().loss() / baseline);
    return "loss %s%s%s, gradient norm %s%s; baseline loss %s (predicting %s)%s"
        .formatted(
            NumberText.text(fit.kept().loss()),
            kept,
            validation,
            NumberText.text(fit.kept().gradientNorm()),
            run.settings().smooths() ? " (smoothed)" : "",
            NumberText.text(baseline),
            run.settings().loss().bestConstant(run.classes() > 0),
            Double.isFinite(skill) ? "; skill %s %%".formatted(NumberText.rough(skill)) : "");
  }

  /** What the kept epoch has the least of. */
  private String lowest() {
    return run.choosesByValidation()
        ? "validation loss"
        : run.regularisation().active() ? "objective" : "loss";
  }

  /** The largest stable rate at the end of a linear model, where it changes on the way. */
  private Optional<String> stableRate() {
    boolean local =
        run.landscape().curvature().filter(c -> c.kind() == Curvature.Kind.LOCAL).isPresent();
    if (deep() || !local) {
      return Optional.empty();
    }
    double[] point = fit.parameters().stream().mapToDouble(Double::doubleValue).toArray();
    return new LossLandscape(run, point)
        .curvature()
        .map(
            c ->
                "landscape where descent ended: learning rates below %s are stable (local)"
                    .formatted(NumberText.text(c.largestStableRate())));
  }

  /** How far the run ended from the minimum, where that can be calculated. */
  private Optional<String> minimum() {
    return run.landscape().minimum().filter(m -> Double.isFinite(m.objective())).map(this::minimum);
  }

  private String minimum(LeastSquares minimum) {
    LeastSquares.Gap gap = minimum.gap(fit.parameters());
    String height =
        run.regularisation().active()
            ? "objective " + NumberText.text(minimum.objective())
            : "loss " + NumberText.text(minimum.loss());
    String parameters =
        minimum.unique()
            ? "no parameter is farther from it than %s, that of '%s' (scaled values)"
                .formatted(
                    NumberText.rough(gap.parameter()), run.schema().inputNames().get(gap.index()))
            : "other parameters reach it, too, as some inputs are sums of others";
    boolean early = fit.converged() && gap.objective() > 1e-6 * run.baseline();
    return "exact minimum%s: %s; the run is %s above it, and %s%s"
        .formatted(
            run.validated() ? " for the training rows" : "",
            height,
            NumberText.rough(gap.objective()),
            parameters,
            early ? "; the estimate of the distance was wrong, ⟦scale⟧ standard mends it" : "");
  }

  /** Why a run on classes without penalty found no minimum: there may be none. */
  private Optional<String> separation() {
    boolean perfect =
        scores.training().quality().stream()
            .anyMatch(m -> m.name().equals("accuracy") && m.value() == 1);
    return new SeparationText(run, fit).line(perfect);
  }

  /** Why a run with searched steps ends above the minimum of some losses. */
  private Optional<String> stuck() {
    boolean searches = run.settings().descent().method() instanceof Method.Searching;
    return run.loss().jumps() && searches && !run.settings().smooths()
        ? Optional.of(
            "the slope of %s jumps, where searched steps get stuck above the minimum; %s comes nearer"
                .formatted(run.loss().name(), deep() ? "⟦optimizer⟧ adam" : "⟦optimizer⟧ gd"))
        : Optional.empty();
  }

  private static String metrics(Metrics score) {
    return score.quality().stream()
        .map(metric -> metric.name().replace('_', ' ') + " " + NumberText.text(metric.value()))
        .collect(Collectors.joining(", "));
  }

  private void addParameters(ParameterTable parameters, List<String> lines) {
    int count = fit.parameters().size();
    if (count > MOST_PARAMETERS) {
      lines.add("%,d parameters; ⟦params⟧ FILE writes them".formatted(count));
      lines.addAll(parameters.summary());
      return;
    }
    lines.add("parameters in original units:");
    lines.addAll(parameters.lines());
  }
}
