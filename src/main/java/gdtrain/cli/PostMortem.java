package gdtrain.cli;

import gdtrain.dataset.Block;
import gdtrain.dataset.Unit;
import gdtrain.insight.Curvature;
import gdtrain.model.Parameter;
import gdtrain.report.EndingText;
import gdtrain.report.Figures;
import gdtrain.train.Fit;
import gdtrain.train.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a run diverged, and what to try, for people.
 *
 * @param run that diverged
 * @param fit what came of it
 * @param lastFinite where it was when all was still finite, if it ever was
 * @param retry another run that was tried and went well, if one did
 */
record PostMortem(
    TrainingRun run, Fit fit, Optional<LastFinite> lastFinite, Optional<Retry> retry) {
  /** What went wrong, line by line. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lastFinite.ifPresent(last -> addSteepest(last, lines));
    rate().ifPresent(lines::add);
    lines.add(
        "the parameters of epoch %,d, the best, are kept for --params; no model is saved"
            .formatted(fit.kept().number()));
    retry.ifPresent(r -> lines.add("the command below was tried: " + r.outcome()));
    return lines;
  }

  /** The one sentence: what, when, and what to do. */
  String sentence(ShellCommand command) {
    String advice =
        retry.isPresent()
            ? "try: " + command.with(retry.get().changes()).text()
            : "shorter steps and other scales were tried and do not help; look for huge values in the data";
    return "%s; no model is saved; %s".formatted(EndingText.of(fit), advice);
  }

  private void addSteepest(LastFinite last, List<String> lines) {
    Parameter parameter = run.parameters(fit.parameters()).get(last.index());
    String where =
        last.epoch() == fit.last().number()
            ? "there"
            : "at epoch %,d, the last finite one,".formatted(last.epoch());
    lines.add(
        "first bad epoch: %,d; %s '%s' for '%s' has the largest gradient, %s, at value %s (on scaled inputs)"
            .formatted(
                fit.last().number(),
                where,
                parameter.input(),
                parameter.output(),
                Figures.text(run.units().scaled().factor() * last.gradient()),
                Figures.text(last.value())));
    int input = last.index() % run.network().in(0);
    if (parameter.layer() == 1 && input < run.schema().features().size()) {
      lines.add(column(input));
    }
  }

  /** The feature that a parameter of the first layer multiplies, in the unit of its column. */
  private String column(int input) {
    Unit unit = run.schema().features().get(input).unit();
    double sum = 0;
    double squares = 0;
    for (Block block : run.weighedRows().blocks()) {
      double[] inputs = block.inputs().getColumn(input).toDoubleVector();
      for (double x : inputs) {
        sum += x;
        squares += x * x;
      }
    }
    int rows = run.weighedRows().rows();
    double mean = sum / rows;
    double deviation = Math.sqrt(Math.max(0, squares / rows - mean * mean));
    return "'%s' has mean %s and standard deviation %s; it is %s"
        .formatted(
            run.schema().features().get(input).name(),
            Figures.text(unit.center() + unit.scale() * mean),
            Figures.text(unit.scale() * deviation),
            unit.equals(Unit.RAW)
                ? "not scaled"
                : "learned less %s, over %s"
                    .formatted(Figures.text(unit.center()), Figures.text(unit.scale())));
  }

  /** The learning rate beside the largest that is stable. */
  private Optional<String> rate() {
    if (!(run.plan().method().method() instanceof Method.Updating updating)) {
      return Optional.empty();
    }
    boolean own = updating.rule().stability().isPresent();
    double rate = updating.learningRate();
    return run.survey()
        .curvature()
        .map(
            c ->
                line(
                    rate,
                    c,
                    c.largestStableRate(updating.rule()).orElse(c.largestStableRate()),
                    own));
  }

  private static String line(double rate, Curvature curvature, double stable, boolean own) {
    String kind =
        switch (curvature.kind()) {
          case EXACT -> "exact";
          case BOUND -> "a bound: below it nothing diverges";
          case LOCAL -> "local: where descent starts";
        };
    return "learning rate %s is %s times the largest stable one%s, %s (%s)"
        .formatted(
            Figures.text(rate),
            Figures.rough(rate / stable),
            own ? "" : " of plain gradient descent",
            Figures.text(stable),
            kind);
  }
}
