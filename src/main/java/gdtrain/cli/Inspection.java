package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import gdtrain.compute.Backend;
import gdtrain.compute.Workers;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.Table;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** The options of the commands that look into a run, and how they come to one. */
final class Inspection {
  /** What a command does with a run. */
  @FunctionalInterface
  interface Look {
    /** Returns the exit code. */
    int at(TrainingRun run, Notes notes) throws Exception;
  }

  @Parameters(paramLabel = "DATA", description = "A CSV file, may be gzipped; - is stdin.")
  private String data;

  @Mixin private final RunOptions options;

  @ArgGroup(validate = false, order = 9, heading = "%nRunning:%n")
  private RunningOptions running = new RunningOptions();

  @ArgGroup(validate = false, order = 10, heading = "%nSpec:%n")
  private SpecOptions specification = new SpecOptions();

  Inspection() {
    this(new FitOptions());
  }

  /** With other options for the run than those of {@code fit}. */
  Inspection(RunOptions options) {
    this.options = options;
  }

  /** Prepares the run that the options describe, or that goes on from a model, and looks. */
  int inspect(CommandSpec spec, Console console, Optional<StartModel> model, Look look)
      throws Exception {
    Notes notes = new Notes(console, running.quiet);
    Subject subject = guarded(spec, () -> subject(spec, model));
    FitPlan plan = guarded(spec, () -> subject.plan(data, running.threads()));
    guarded(spec, running::storage);
    if (specification.print) {
      console.out().append(SpecText.of(spec));
      return ExitCode.OK;
    }
    Backend.startAhead();
    List<Table> tables = new ArrayList<>();
    BiFunction<String, Optional<FactorRequest>, Table> reader =
        (argument, factoring) -> {
          Source source = Source.of(argument, console.in(), running.storage());
          Table table = subject.read(source, factoring, running.threads());
          tables.add(table);
          return table;
        };
    Table table = guarded(spec, () -> reader.apply(data, subject.factoring(plan)));
    table.notes().forEach(notes);
    Backend.start();
    Prepared rows =
        guarded(
            spec,
            () ->
                subject.prepare(
                    table, plan, other -> reader.apply(other, Optional.empty()), notes));
    try (Workers workers = new Workers(plan.threads())) {
      TrainingRun run = guarded(spec, () -> new TrainingRun(rows, plan, workers));
      tables.forEach(run::check);
      notes.accept(RunDescription.of(run));
      return guarded(spec, () -> look.at(run, notes));
    }
  }

  /** When the run ends before its last epoch. */
  StoppingOptions stopping() {
    return options.stopping();
  }

  private Subject subject(CommandSpec spec, Optional<StartModel> model) {
    if (options.validation.test != null) {
      throw new IllegalArgumentException(
          "--test has no effect with %s, which measures no rows; fit and evaluate do"
              .formatted(spec.name()));
    }
    model.ifPresent(m -> ModelRun.refuseOthers(spec));
    if (model.isPresent() && specification.print) {
      throw new IllegalArgumentException(
          "--print-spec has no effect with --model, whose settings 'gdtrain show' prints");
    }
    return model.isPresent() ? new ModelRun(model.get(), options.reading) : options;
  }
}
