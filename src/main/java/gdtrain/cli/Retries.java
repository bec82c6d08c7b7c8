package gdtrain.cli;

import gdtrain.compute.Workers;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.Table;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Watcher;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs of a command line of {@code fit} with other options; nobody hears of them. */
final class Retries {
  /** Multiplications of all of them: some seconds. */
  private static final double MOST_WORK = 4e9;

  /** The same, as a multiple of what the diverged run took. */
  private static final double MOST_TIMES = 10;

  /** What a step takes besides its multiplications. */
  private static final double STEP = 2e4;

  private final ShellCommand command;
  private final FitCommand first;
  private final Prepared rows;
  private final List<Table> tables;
  private final Workers workers;
  private double work;

  /**
   * Prepares runs.
   *
   * @param command what {@code fit} was called with, all that a spec holds among it
   * @param first the command that was so called
   * @param rows that it prepared
   * @param tables that it read, in order
   */
  Retries(
      ShellCommand command, FitCommand first, Prepared rows, List<Table> tables, Workers workers) {
    this.command = command;
    this.first = first;
    this.rows = rows;
    this.tables = tables;
    this.workers = workers;
  }

  /** A run with other options; empty if they do not go together. */
  Optional<TrainingRun> run(Map<String, String> changes) {
    FitCommand fit = new FitCommand(null);
    try {
      List<String> words = command.with(changes).words();
      new CommandLine(fit).parseArgs(words.stream().skip(1).toArray(String[]::new));
      FitPlan plan = fit.plan();
      Object preparation = fit.options().preparation(plan);
      boolean same = preparation.equals(first.options().preparation(first.plan()));
      return Optional.of(new TrainingRun(same ? rows : prepared(fit, plan), plan, workers));
    } catch (ParameterException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Tables are asked for in the order of the first time, which read them. */
  private Prepared prepared(FitCommand fit, FitPlan plan) {
    Iterator<Table> read = tables.iterator();
    return fit.prepare(read.next(), plan, name -> read.next(), note -> {});
  }

  /** Allows as much work as is in proportion to a run. */
  void allow(TrainingRun run, Fit fit) {
    work = Math.max(MOST_WORK, MOST_TIMES * fit.evaluations() * cost(run));
  }

  /** Multiplications of an epoch. */
  private static double cost(TrainingRun run) {
    double pass = (double) run.learned().descended().rows() * run.network().parameters();
    int steps = run.problem().batches().map(b -> b.count()).orElse(1);
    return (steps > 1 ? 2 : 1) * pass + steps * STEP;
  }

  /**
   * Goes through a run until it ends, all work that is allowed is done, or {@code stop} says so.
   */
  Fit fit(TrainingRun run, BooleanSupplier stop) {
    double cost = cost(run);
    return run.fit(
        new Watcher() {
          @Override
          public void epoch(Epoch epoch) {
            work -= cost;
          }

          @Override
          public boolean interrupts() {
            return work <= 0 || stop.getAsBoolean();
          }
        });
  }
}
