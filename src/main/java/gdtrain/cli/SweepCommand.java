package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import gdtrain.compute.Backend;
import gdtrain.model.ModelFile;
import gdtrain.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gdtrain sweep}: what fit does, with several settings. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    modelTransformer = VariedOptions.class,
    sortOptions = false,
    customSynopsis = "gdtrain sweep [OPTIONS] DATA",
    description = {
      "Runs fit with every combination of the values that options have, or with some drawn at random.",
      "",
      "An option of fit takes several values separated by commas, --lr 0.01,0.1 --optimizer"
          + " adam:beta1=0.8,beta2=0.99,gd, and may be given again, as one must that takes a list"
          + " itself: --hidden 16,8 --hidden 32. Runs are compared by their loss, so those that say"
          + " what the data and the loss are take one value; --layer makes one network for all.",
      "",
      "stdout has one long CSV: run, the settings that vary as set_lr and so on, then the loss log as"
          + " fit prints it, epoch,loss[,objective][,val_loss],grad_norm,lr. Runs come in the order of the grid, the"
          + " option given last varying fastest.",
      "",
      "stderr has a table of the runs, sorted by validation loss or else by objective, or by loss"
          + " where penalties differ, and the command line that does the best again. A run that"
          + " diverged is told; only if all do, the status is 4."
    })
final class SweepCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA", description = "A CSV file, may be gzipped; - is stdin.")
  private String data;

  @ArgGroup(validate = false, order = 0, heading = "%nSweep:%n")
  private SweepOptions options = new SweepOptions();

  @ArgGroup(validate = false, order = 8, heading = "%nData:%n")
  private LintOptions lint = new LintOptions();

  @ArgGroup(validate = false, order = 9, heading = "%nRunning:%n")
  private RunningOptions running = new RunningOptions();

  @ArgGroup(validate = false, order = 10, heading = "%nSpec:%n")
  private SpecOptions specification = new SpecOptions();

  SweepCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Notes notes = new Notes(console, running.quiet);
    int threads = guarded(spec, running::threads);
    Optional<OutputFile> file = guarded(spec, options::modelFile);
    Trials all = guarded(spec, () -> new Trials(data, spec, console));
    List<Trial> trials = guarded(spec, () -> options.trials(all));
    guarded(spec, running::storage);
    trials.forEach(trial -> trial.fit().runAs(running));
    if (specification.print) {
      console.out().append(SpecText.of(spec));
      return ExitCode.OK;
    }
    Backend.startAhead();
    Table table = guarded(spec, () -> table(trials.get(0)));
    table.notes().forEach(notes);
    Backend.start();
    Sweep sweep = guarded(spec, () -> new Sweep(trials, table, lint, notes));
    notes.accept("%,d runs".formatted(trials.size()));
    guarded(spec, () -> sweep.run(all.names(), options.every(), threads, console.out()));
    sweep.lines(all.names()).forEach(notes);
    if (sweep.diverged() == trials.size()) {
      console.say(
          "gdtrain: all %,d runs diverged; try shorter steps, or fit with one setting, which says why"
              .formatted(trials.size()));
      return ExitCode.DIVERGED;
    }
    file.ifPresent(f -> f.write(ModelFile.bytes(sweep.model().orElseThrow())));
    return ExitCode.OK;
  }

  /** The table of all runs, read as one of them needs it. */
  private Table table(Trial trial) {
    return trial.fit().read(data, trial.fit().options().factoring(trial.plan()));
  }
}
