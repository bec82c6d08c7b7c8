package gdtrain.diagnosis;

import gdtrain.dataset.encoding.Feature;
import gdtrain.dataset.encoding.Unit;
import gdtrain.insight.Curvature;
import gdtrain.model.Parameter;
import gdtrain.report.EndingText;
import gdtrain.report.NumberText;
import gdtrain.run.TrainingRun;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Why a run diverged, and what to try, for people.
 *
 * @param run that diverged
 * @param fit what came of it
 * @param lastFinite where it was when all was still finite, if it ever was
 * @param retry another run that was tried and went well, if one did
 */
public record PostMortem(
    TrainingRun run, Fit fit, Optional<LastFiniteEpoch> lastFinite, Optional<Retry> retry) {
  /** What went wrong, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lastFinite.ifPresent(last -> addSteepest(last, lines));
    rate().ifPresent(lines::add);
    lines.add(
        "the parameters of epoch %,d, the best, are kept for ⟦params⟧; no model is saved"
            .formatted(fit.kept().number()));
    retry.ifPresent(r -> lines.add("the command below was tried: " + r.outcome()));
    return lines;
  }

  /**
   * One sentence: what, when, and what to do.
   *
   * @param command the command that runs with settings changed to these values
   */
  public String sentence(Function<Map<String, String>, String> command) {
    String advice =
        retry.isPresent()
            ? "try: " + command.apply(retry.get().changes())
            : "shorter steps and other scales were tried and do not help; look for huge values in the data";
    return "%s; no model is saved; %s".formatted(EndingText.of(fit), advice);
  }

  private void addSteepest(LastFiniteEpoch last, List<String> lines) {
    Parameter parameter = run.parameters(fit.parameters()).get(last.index());
    double gradient = run.units().scaled().factor() * last.gradient();
    List<Feature> features = run.schema().features();
    int input = last.index() % run.network().in(0);
    boolean column = parameter.layer() == 1 && input < features.size();
    List<Feature> concerned = column ? List.of(features.get(input)) : features;
    boolean scaled = concerned.stream().anyMatch(f -> f.unit().isScaled());
    lines.add(
        "diverged at epoch %,d%s '%s' for '%s' has the largest gradient%s, at value %s%s"
            .formatted(
                fit.last().number(),
                where(last),
                parameter.input(),
                parameter.output(),
                Double.isFinite(gradient) ? ", " + NumberText.text(gradient) : "",
                NumberText.text(last.value()),
                scaled ? " (on scaled inputs)" : ""));
    if (column) {
      lines.add(column(features.get(input), InputStatistics.of(run.weighedRows(), input)));
    }
  }

  private String where(LastFiniteEpoch last) {
    return last.epoch() == fit.last().number()
        ? ": there"
        : "; at epoch %,d, the last finite one,".formatted(last.epoch());
  }

  /** The feature that a parameter of the first layer multiplies, in the unit of its column. */
  private static String column(Feature feature, InputStatistics spread) {
    Unit unit = feature.unit();
    double mean = unit.raw(spread.mean());
    double deviation = unit.scale() * spread.deviation();
    String measured =
        Double.isFinite(mean) && Double.isFinite(deviation)
            ? " has %smean %s and standard deviation %s; it"
                .formatted(
                    spread.weighted() ? "weighted " : "",
                    NumberText.text(mean),
                    NumberText.text(deviation))
            : "";
    return "'%s'%s is %s"
        .formatted(
            feature.name(),
            measured,
            unit.isScaled()
                ? "scaled to (value - %s) / %s"
                    .formatted(NumberText.text(unit.center()), NumberText.text(unit.scale()))
                : "not scaled");
  }

  /** The learning rate beside the largest that is stable. */
  private Optional<String> rate() {
    return run.settings().descent().method() instanceof Method.Updating steps
        ? run.landscape().curvature().map(curvature -> rate(steps, curvature))
        : Optional.empty();
  }

  private String rate(Method.Updating steps, Curvature curvature) {
    boolean plain = steps.rule().proximal();
    // What is known of other rules is known of parabolas.
    OptionalDouble own =
        plain || curvature.kind() == Curvature.Kind.EXACT
            ? curvature.largestStableRate(steps.rule())
            : OptionalDouble.empty();
    double stable = own.orElse(curvature.largestStableRate());
    double times = steps.learningRate() / stable;
    List<String> premises = premises(steps);
    boolean proved = plain && premises.isEmpty();
    String kind =
        switch (curvature.kind()) {
          case EXACT -> "exact";
          case BOUND -> proved ? "a bound: below it nothing diverges" : "a bound";
          case LOCAL -> "local: where descent starts";
        };
    premises.add(0, kind);
    return "learning rate %s is %s the largest stable one%s, %s (%s)"
        .formatted(
            NumberText.text(steps.learningRate()),
            Double.isFinite(times) ? NumberText.rough(times) + " times" : "far above",
            own.isPresent() ? "" : " of plain gradient descent",
            NumberText.text(stable),
            String.join(", ", premises));
  }

  /** What the largest stable rate takes for granted, and this run does not do. */
  private List<String> premises(Method.Updating steps) {
    List<String> premises = new ArrayList<>();
    if (run.settings().descent().batchRows().isPresent()) {
      premises.add("for all rows at once");
    }
    if (!steps.schedule().constant()) {
      premises.add("for a constant rate");
    }
    if (steps.clipNorm().isPresent()) {
      premises.add("without ⟦clip-norm⟧");
    }
    return premises;
  }
}
