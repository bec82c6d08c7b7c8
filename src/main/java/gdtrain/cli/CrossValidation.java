package gdtrain.cli;

import gdtrain.compute.InOrder;
import gdtrain.compute.Workers;
import gdtrain.dataset.Folds;
import gdtrain.dataset.Prepared;
import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.Metrics;
import gdtrain.report.FoldTable;
import gdtrain.report.NumberText;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A training run for every fold, each on one thread. */
final class CrossValidation {
  private final Folds folds;
  private final FitPlan plan;
  private final FoldTable table;
  private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
  private final List<Double> baselines = new ArrayList<>();
  private Map<String, MeanAndDeviation> spreads;

  /** What came of a fold. */
  private record Result(
      String fold, String run, Ending ending, Metrics score, double baseline, List<String> notes) {}

  CrossValidation(Folds folds, FitPlan plan, PrintStream out) {
    this.folds = folds;
    this.plan = plan;
    this.table = new FoldTable(folds.names(), out);
  }

  /** Runs all folds and prints their figures in order. */
  CrossValidation run(Consumer<String> notes) {
    List<Supplier<Result>> tasks =
        IntStream.range(0, count()).mapToObj(i -> (Supplier<Result>) () -> result(i)).toList();
    try (Workers workers = new Workers(plan.threads())) {
      InOrder.run(workers, tasks, result -> take(result, notes));
    }
    spreads = table.finish();
    return this;
  }

  private Result result(int index) {
    List<String> notes = new ArrayList<>();
    Prepared rows = folds.fold(index, notes::add);
    try (Workers alone = new Workers(1)) {
      TrainingRun run = new TrainingRun(rows, plan, alone);
      Fit fit = run.fit(epoch -> {});
      Metrics score = run.scores(fit).test().orElseThrow();
      boolean diverged = fit.ending() == Ending.DIVERGED;
      return new Result(
          folds.names().get(index),
          RunDescription.of(run),
          fit.ending(),
          diverged ? score.undefined() : score,
          run.baseline(),
          notes);
    } finally {
      rows.release();
    }
  }

  private void take(Result result, Consumer<String> notes) {
    if (baselines.isEmpty()) {
      notes.accept("in the first fold: " + result.run());
    }
    result.notes().forEach(notes);
    endings.merge(result.ending(), 1, Integer::sum);
    baselines.add(result.baseline());
    table.add(result.fold(), result.score());
  }

  /** How many folds there are. */
  int count() {
    return folds.names().size();
  }

  int diverged() {
    return endings.getOrDefault(Ending.DIVERGED, 0);
  }

  /** How many folds reached their minimum. */
  int converged() {
    return endings.entrySet().stream()
        .filter(entry -> entry.getKey().converged())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Means, or standard deviations, by the figure's name. */
  Map<String, Double> figures(ToDoubleFunction<MeanAndDeviation> part) {
    Map<String, Double> figures = new LinkedHashMap<>();
    spreads.forEach((name, spread) -> figures.put(name, part.applyAsDouble(spread)));
    return figures;
  }

  /** What it came to, as lines for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (converged() < count()) {
      lines.add(
          endings.entrySet().stream()
              .map(e -> "%d %s".formatted(e.getValue(), Words.word(e.getKey())))
              .collect(Collectors.joining(", ", "not all folds converged; their endings: ", "")));
    }
    lines.add(
        "baseline loss %s (predicting %s), the mean over the rows learned from"
            .formatted(
                NumberText.text(MeanAndDeviation.of(baselines).mean()),
                plan.loss().bestConstant(!folds.target().classes().isEmpty())));
    spreads.forEach(
        (name, spread) -> {
          if (!name.equals("rows")) {
            lines.add(line(name, spread));
          }
        });
    return lines;
  }

  private String line(String name, MeanAndDeviation spread) {
    return Double.isNaN(spread.mean())
        ? "%s is not defined in every fold".formatted(name)
        : "%s %s +- %s (sd over %d folds)"
            .formatted(
                name.replace('_', ' '),
                NumberText.text(spread.mean()),
                NumberText.text(spread.deviation()),
                count());
  }
}
