package gdtrain.cli;

import gdtrain.dataset.Dtype;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.Table;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.Source;
import gdtrain.train.Seed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;

/**
 * The options that decide what a run learns, from which rows and how; a spec may hold them. When it
 * ends is left to {@link FitOptions}.
 */
class RunOptions implements Subject {
  @ArgGroup(validate = false, order = 1, heading = "%nReading:%n")
  ReadingOptions reading = new ReadingOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nColumns:%n")
  PreparationOptions preparation = new PreparationOptions();

  @ArgGroup(validate = false, order = 3, heading = "%nNetwork:%n")
  NetworkOptions network = new NetworkOptions();

  @ArgGroup(validate = false, order = 4, heading = "%nLoss and descent:%n")
  DescentOptions descent = new DescentOptions();

  @ArgGroup(validate = false, order = 5, heading = "%nValidation:%n")
  ValidationOptions validation = new ValidationOptions();

  @Override
  public FitPlan plan(String data, int threads) {
    preparation.wishes(); // refuses what no data can make right before any is read
    StoppingOptions stopping = stopping();
    FitPlan plan = descent.plan(network.plan(), stopping, new Seed(validation.seed()), threads);
    validation.check(data, stopping.patience != null, random(plan));
    return plan;
  }

  /** When the run ends before its last epoch; as {@code fit} does it when nothing is said. */
  StoppingOptions stopping() {
    return new StoppingOptions();
  }

  /** Whether the command draws random numbers. */
  boolean random(FitPlan plan) {
    return plan.random();
  }

  @Override
  public Optional<FactorRequest> factoring(FitPlan plan) {
    Preparation wishes = preparation.wishes();
    boolean plain =
        wishes.weight().isEmpty()
            && wishes.expansion().isNone()
            && wishes.dtype() == Dtype.DOUBLE
            && !wishes.task().equals(Optional.of(Task.CLASSIFICATION))
            && !validation.drawn();
    return plain ? plan.factoring(wishes.target()) : Optional.empty();
  }

  @Override
  public Table read(Source source, Optional<FactorRequest> factoring, int threads) {
    return reading.read(source, preparation, factoring, threads);
  }

  @Override
  public Prepared prepare(
      Table table, FitPlan plan, Function<String, Table> reader, Consumer<String> notes) {
    Holdout holdout = validation.holdout(reader);
    Preparation wishes = plan.prepared(preparation.wishes());
    return Prepared.of(table, wishes, descent.intercept, holdout, notes);
  }

  /** Tells what is odd about rows that {@link #prepare} made. */
  void look(LintOptions lint, Prepared rows, FitPlan plan, Consumer<String> notes) {
    lint.look(
        rows.tables().training(),
        rows.schema(),
        preparation.wishes(),
        plan.loss().classWeights(),
        notes);
  }

  /** Whether the seed decides which rows are for validation. */
  boolean drawsValidation() {
    return validation.drawn();
  }

  /** What {@link #prepare} makes of the same table depends on no other options. */
  Object preparation(FitPlan plan) {
    return List.of(plan.prepared(preparation.wishes()), descent.intercept);
  }
}
