package gdtrain.diagnosis;

import gdtrain.insight.Curvature;
import gdtrain.insight.LeastSquares;
import gdtrain.metric.Metrics;
import gdtrain.report.EndingText;
import gdtrain.report.NumberText;
import gdtrain.report.ParameterTable;
import gdtrain.report.TextWidth;
import gdtrain.run.LossLandscape;
import gdtrain.run.Measurements;
import gdtrain.run.RunMetrics;
import gdtrain.run.TrainingRun;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run came to, as lines for people. */
public final class RunSummary {
  private static final int MOST_PARAMETERS = 200;

  /** Characters of a terminal; wider tables of layers are summed up. */
  private static final int WIDEST = 80;

  private final TrainingRun run;
  private final Fit fit;
  private final RunMetrics scores;

  /** A summary. */
  public RunSummary(TrainingRun run, Fit fit, RunMetrics scores) {
    this.run = run;
    this.fit = fit;
    this.scores = scores;
  }

  public RunMetrics scores() {
    return scores;
  }

  /** What was measured, for programs. */
  public Measurements measures() {
    return Measurements.ofTraining(run, fit, scores);
  }

  /**
   * How it ended, what is odd about that, how good it is, and the parameters.
   *
   * @param inferred lines in the place of the parameters; empty where those are to be shown
   * @param verbose whether what few need is said, too
   */
  public List<String> lines(
      ParameterTable parameters, Optional<List<String>> inferred, boolean verbose) {
    List<String> lines = new ArrayList<>(remarks(verbose));
    lines.add("training: " + training());
    scores.validation().ifPresent(score -> lines.add("validation: " + metrics(score) + all()));
    scores.test().ifPresent(score -> lines.add("test: " + metrics(score)));
    parameters.warning().map(sentence -> "warning: " + sentence).ifPresent(lines::add);
    inferred.ifPresentOrElse(lines::addAll, () -> addParameters(parameters, lines));
    return lines;
  }

  /** How it ended, and what is odd about that. */
  public List<String> remarks() {
    return remarks(false);
  }

  private List<String> remarks(boolean verbose) {
    List<String> lines = new ArrayList<>();
    lines.add(ending(verbose));
    if (verbose) {
      lines.addAll(details());
    }
    Optional<String> separated = separation();
    separated.ifPresent(lines::add);
    new EndPointText(run, fit).line(verbose).ifPresent(lines::add);
    stuck().ifPresent(lines::add);
    kept().ifPresent(lines::add);
    useless().ifPresent(lines::add);
    if (verbose || !reachesMinimum()) {
      minimum().ifPresent(lines::add);
    }
    if (verbose) {
      stableRate().ifPresent(lines::add);
    }
    if (separated.isEmpty()) {
      new Advice(run, fit).line().ifPresent(lines::add);
    }
    return lines;
  }

  /** The estimated distance is said only where it is not as small as was asked for. */
  private String ending(boolean verbose) {
    if (verbose || fit.ending() != Ending.CONVERGED) {
      return EndingText.of(fit);
    }
    return EndingText.brief(fit)
        + (reachesMinimum() ? ", at the exact minimum to %d digits".formatted(digits()) : "");
  }

  private List<String> details() {
    List<String> lines = new ArrayList<>();
    if (fit.evaluations() > fit.last().number() + 1) {
      lines.add(
          "%,d evaluations of loss and gradient, including %,d rejected trial steps"
              .formatted(fit.evaluations(), fit.evaluations() - fit.last().number() - 1));
    }
    lines.add(
        "gradient norm %s; the baseline is the loss of predicting %s"
            .formatted(
                loss(fit.kept().gradientNorm()),
                run.settings().loss().bestConstant(run.classes() > 0)));
    return lines;
  }

  /** Whether it converged to the one exact minimum that can be calculated. */
  private boolean reachesMinimum() {
    return fit.ending().converged()
        && run.landscape().minimum().filter(m -> m.unique() && digits() >= 6).isPresent();
  }

  /** The leading digits of the loss that are those of the minimum, at most 16. */
  private int digits() {
    LeastSquares minimum = run.landscape().minimum().orElseThrow();
    double gap = minimum.gap(fit.parameters()).objective();
    double size = Math.max(minimum.objective(), 1e-16 * run.problem().baseline());
    double digits = Math.floor(-Math.log10(gap / size));
    return (int) Math.max(0, Math.min(16, digits));
  }

  private Optional<String> kept() {
    if (fit.kept().number() == fit.last().number()) {
      return Optional.empty();
    }
    String lowest =
        run.choosesByValidation()
            ? "validation loss is lowest, " + loss(fit.kept().validationLoss().getAsDouble())
            : run.regularisation().active() ? "objective is lowest" : "loss is lowest";
    return Optional.of("epoch %,d is kept, where the %s".formatted(fit.kept().number(), lowest));
  }

  /** Loss, baseline and skill, then the other figures. */
  private String training() {
    double baseline = run.baseline();
    double skill = 100 * (1 - fit.kept().loss() / baseline);
    String measured =
        Double.isFinite(skill) ? ", skill %s %%".formatted(NumberText.rough(skill)) : "";
    return "%s %s (baseline %s%s)%s"
        .formatted(
            lossName(),
            loss(fit.kept().loss()),
            loss(baseline),
            measured,
            quality(scores.training()));
  }

  /** A loss for people. */
  private String loss(double height) {
    return run.units().scaled().exact() ? NumberText.text(height) : "-";
  }

  private String lossName() {
    return run.units().lossName();
  }

  /** How to learn from the rows that were kept back, too. */
  private String all() {
    return run.settings().validation().cuts()
        ? "; without ⟦validation⟧ all rows are learned from"
        : "";
  }

  private boolean deep() {
    return run.settings().network().deep();
  }

  /** Where nothing was learned. */
  private Optional<String> useless() {
    double worse = run.baseline() * (1 - 1e-9);
    boolean hopeless =
        run.landscape()
            .minimum()
            .map(m -> run.units().scaled().factor() * m.loss() >= worse)
            .orElse(fit.ending().converged());
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

  /** The largest stable rate at the end of a linear model, where it changes on the way. */
  private Optional<String> stableRate() {
    boolean local =
        run.landscape().curvature().filter(c -> c.kind() == Curvature.Kind.LOCAL).isPresent();
    if (deep() || !local) {
      return Optional.empty();
    }
    double[] point = fit.point();
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
            ? "objective " + loss(run.units().scaled().factor() * minimum.objective())
            : "loss " + loss(run.units().scaled().factor() * minimum.loss());
    String parameters =
        minimum.unique()
            ? "no parameter is farther from it than %s, that of '%s' (scaled values)"
                .formatted(
                    NumberText.rough(gap.parameter()), run.schema().inputNames().get(gap.index()))
            : "other parameters reach it, too, as some inputs are sums of others";
    boolean early = fit.converged() && gap.objective() > 1e-6 * run.problem().baseline();
    return "exact minimum%s: %s; the run is %s above it, and %s%s"
        .formatted(
            run.validated() ? " for the training rows" : "",
            height,
            run.units().scaled().exact()
                ? NumberText.rough(run.units().scaled().factor() * gap.objective())
                : "-",
            parameters,
            early ? "; the estimate of the distance was wrong, ⟦scale⟧ standard mends it" : "");
  }

  /** Why a run on classes without penalty found no minimum: there may be none. */
  public Optional<String> separation() {
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

  private String metrics(Metrics score) {
    return lossName() + " " + loss(score.loss()) + quality(score);
  }

  /** All figures but the one that is the loss. */
  private String quality(Metrics score) {
    return Stream.concat(score.quality().stream(), score.further().stream())
        .filter(metric -> !metric.name().equals(run.units().lossName()))
        .map(
            m ->
                ", %s %s"
                    .formatted(
                        m.name().replace('_', ' '),
                        Double.isNaN(m.value()) ? "-" : NumberText.text(m.value())))
        .collect(Collectors.joining());
  }

  private void addParameters(ParameterTable parameters, List<String> lines) {
    int count = fit.parameters().size();
    List<String> table = count > MOST_PARAMETERS ? List.of() : parameters.lines();
    boolean wide = deep() && table.stream().anyMatch(line -> TextWidth.of(line) > WIDEST);
    if (wide || count > MOST_PARAMETERS) {
      lines.add("%,d parameters; ⟦params⟧ FILE writes them".formatted(count));
      lines.addAll(parameters.summary());
      return;
    }
    lines.add("parameters for '%s' in original units:".formatted(run.schema().target().learned()));
    lines.addAll(table);
  }
}
