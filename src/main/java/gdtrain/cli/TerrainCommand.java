package gdtrain.cli;

import static gdtrain.cli.UsageGuard.guarded;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gdtrain terrain}: the landscape that descent goes through, as numbers to draw. */
@Command(
    name = "terrain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "gdtrain terrain [OPTIONS] DATA",
    description = {
      "Trains as fit does, and prints the loss over a plane through the point that fit keeps, and the path of"
          + " descent in it.",
      "",
      "stdout has CSV, kind,x,y,loss,epoch[,objective]. kind surface: the loss at x,y, a grid of rows,"
          + " y changing fastest. kind path: an epoch of the loss log with its loss, and where it lies in"
          + " the plane. It may lie off the plane: then its loss is not the height of the surface"
          + " at x,y, where all that is not shown is as it is kept. objective: loss plus penalty, which is what descends, where"
          + " there is a penalty.",
      "",
      "The plane is that of the two principal directions of the path about that point, or of two parameters, --params."
          + " x and y are on scaled inputs, where descent goes; --scale none takes the inputs as they are.",
      "",
      "--slice: kind slice is the loss after a step along the negative gradient, by the step's length x. Behind"
          + " it, where there is such a step, chosen: the next of this run, if it is along the gradient; best: leads lowest;"
          + " largest_stable: gd at a longer constant rate diverges, or may (stderr says whether that is exact, a"
          + " bound or an estimate); break_even: leads as high as its start, longer ones higher.",
      "",
      "A run that diverges has its path as far as it is finite, and status 4."
    })
final class TerrainCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private Inspection inspection;

  @ArgGroup(validate = false, order = 7, heading = "%nTerrain:%n")
  private TerrainOptions terrain = new TerrainOptions();

  @ArgGroup(validate = false, order = 8, heading = "%nPoint of the slice:%n")
  private PointOptions point = new PointOptions();

  TerrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Optional<StartModel> model = guarded(spec, this::checked);
    return inspection.inspect(spec, console, model, this::look);
  }

  private Optional<StartModel> checked() {
    terrain.check(point, inspection.stopping());
    point.check();
    return point.model();
  }

  private int look(TrainingRun run, Notes notes) {
    return terrain.slice
        ? new TerrainSlice(terrain, run, notes, Optional.ofNullable(point.model))
            .write(point.reach(run, notes))
        : new TerrainSurface(terrain, run, notes).write();
  }
}
