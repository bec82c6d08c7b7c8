package gdtrain.cli;

import gdtrain.compute.InOrder;
import gdtrain.compute.Workers;
import gdtrain.dataset.Prepared;
import gdtrain.dataset.Target;
import gdtrain.loss.Loss;
import gdtrain.model.Model;
import gdtrain.report.LogLayout.LogColumns;
import gdtrain.report.NumberText;
import gdtrain.report.SweepLog;
import gdtrain.report.TextTable;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The runs of a sweep, each on one thread, over tables that are read and prepared once. */
final class Sweep {
  private static final int MOST_LINES = 30;

  private final List<Trial> trials;
  private final Table table;
  private final Map<String, Table> others = new HashMap<>();
  private final Map<Object, Prepared> prepared = new HashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final String compared;
  private Optional<Best> best = Optional.empty();

  /** What came of a run: little, since there may be many. */
  private record Outcome(Trial trial, Ending ending, int epochs, double figure) {}

  /** A run with all that was made in it. */
  private record Best(Outcome outcome, TrainingRun run, Fit fit) {}

  /**
   * Prepares the rows.
   *
   * @throws IllegalArgumentException if runs would not share them
   */
  Sweep(List<Trial> trials, Table table, LintOptions lint, Consumer<String> notes) {
    this.trials = trials;
    this.table = table;
    Set<String> said = new HashSet<>();
    Consumer<String> once =
        note -> {
          if (said.add(note)) {
            notes.accept(note);
          }
        };
    trials.forEach(
        trial ->
            prepared.computeIfAbsent(
                trial.fit().options().preparation(trial.plan()),
                key -> prepare(trial, lint, once)));
    long rows = prepared.values().stream().mapToInt(p -> p.training().rows()).distinct().count();
    if (rows > 1) {
      throw new IllegalArgumentException(
          "the runs would not learn from the same rows, so their losses could not be compared:"
              + " --missing drop leaves out others where other columns are used");
    }
    this.compared = compared();
    checkTargets();
  }

  private Prepared prepare(Trial trial, LintOptions lint, Consumer<String> notes) {
    FitCommand fit = trial.fit();
    Function<String, Table> reader =
        name -> others.computeIfAbsent(name, n -> fit.read(n, Optional.empty()));
    Prepared rows = fit.prepare(table, trial.plan(), reader, notes);
    fit.options().look(lint, rows, trial.plan(), notes);
    return rows;
  }

  /** Refuses a target that the loss, which is that of all runs, cannot take. */
  private void checkTargets() {
    Target target = prepared.values().iterator().next().schema().target();
    Loss loss = trials.get(0).plan().loss().loss(target);
    Stream.concat(Stream.of(table), others.values().stream())
        .forEach(rows -> target.check(rows, loss.targets().range()));
  }

  /** Does all runs and prints their logs in order. */
  Sweep run(List<String> names, int every, int threads, PrintStream out) {
    SweepLog log = new SweepLog(names, columns(), every, out);
    List<Supplier<Runnable>> tasks =
        trials.stream().map(trial -> (Supplier<Runnable>) () -> outcome(trial, log)).toList();
    try (Workers workers = new Workers(threads)) {
      InOrder.run(workers, tasks, Runnable::run);
    }
    return this;
  }

  private LogColumns columns() {
    boolean validated = prepared.values().stream().anyMatch(p -> p.validation().isPresent());
    return new LogColumns(trials.stream().anyMatch(Trial::penalised), validated);
  }

  /** Does a run; the result is what is left to do when its turn has come. */
  private Runnable outcome(Trial trial, SweepLog log) {
    SweepLog.RunLog kept = log.open();
    try (Workers alone = new Workers(1)) {
      Prepared rows = prepared.get(trial.fit().options().preparation(trial.plan()));
      TrainingRun run = new TrainingRun(rows, trial.plan(), alone);
      Fit fit = run.fit(kept);
      return () -> {
        log.write(trial.number(), trial.settings(), kept);
        take(trial, run, fit);
      };
    }
  }

  private void take(Trial trial, TrainingRun run, Fit fit) {
    boolean diverged = fit.ending() == Ending.DIVERGED;
    double figure = diverged ? Double.POSITIVE_INFINITY : figure(fit.kept());
    Outcome outcome = new Outcome(trial, fit.ending(), fit.last().number(), figure);
    outcomes.add(outcome);
    if (!diverged && best.stream().noneMatch(b -> b.outcome().figure() <= figure)) {
      best = Optional.of(new Best(outcome, run, fit));
    }
  }

  private double figure(Epoch epoch) {
    return switch (compared) {
      case "validation loss" -> epoch.validationLoss().orElseThrow();
      case "objective" -> epoch.objective();
      default -> epoch.loss();
    };
  }

  /** What runs are compared by; objectives with different penalties cannot be. */
  private String compared() {
    boolean onePenalty = trials.stream().allMatch(t -> t.penalisedAs(trials.get(0)));
    return columns().validation()
        ? "validation loss"
        : onePenalty && trials.get(0).penalised() ? "objective" : "loss";
  }

  /** How many runs diverged. */
  long diverged() {
    return outcomes.stream().filter(o -> o.ending() == Ending.DIVERGED).count();
  }

  /** The model of the best run, as {@code fit} would make it; none if all diverged. */
  Optional<Model> model() {
    return best.flatMap(b -> b.outcome().trial().fit().model(table, b.run(), b.fit()));
  }

  /** All runs, the best first, as a table for people, and how to do the best again. */
  List<String> lines(List<String> names) {
    List<Outcome> order = new ArrayList<>(outcomes);
    order.sort(Comparator.comparingDouble(Outcome::figure));
    TextTable text = new TextTable();
    List<String> header = new ArrayList<>(List.of("run"));
    header.addAll(names);
    header.addAll(List.of("last epoch", "ending", compared));
    text.add(header);
    order.stream().limit(MOST_LINES).map(Sweep::cells).forEach(text::add);
    List<String> lines = new ArrayList<>(text.lines());
    if (order.size() > MOST_LINES) {
      lines.add("  and %,d more".formatted(order.size() - MOST_LINES));
    }
    if (compared.equals("loss") && columns().objective()) {
      lines.add(
          "the loss of the training rows favours the smallest penalty; --validation compares by rows"
              + " that are not learned from");
    }
    best.ifPresent(b -> lines.add("the best again: " + b.outcome().trial().commandLine()));
    return lines;
  }

  private static List<String> cells(Outcome outcome) {
    List<String> cells = new ArrayList<>(List.of(Integer.toString(outcome.trial().number())));
    cells.addAll(outcome.trial().settings());
    cells.add(Integer.toString(outcome.epochs()));
    cells.add(Words.word(outcome.ending()));
    cells.add(outcome.ending() == Ending.DIVERGED ? "" : NumberText.text(outcome.figure()));
    return cells;
  }
}
