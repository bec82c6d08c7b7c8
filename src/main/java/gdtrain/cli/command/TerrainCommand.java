package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.report.TerrainSlice;
import gdtrain.report.TerrainSurface;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Selection;
import java.util.List;
import java.util.Optional;

/** {@code gdtrain terrain}: the loss landscape that descent goes through, as numbers to draw. */
public final class TerrainCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.TERRAIN;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Prints the loss over a plane through the point that fit keeps, and the path of descent in it.",
        "stdout has CSV, kind,x,y,loss,epoch[,objective]. kind surface: the loss at x,y, a grid of rows,"
            + " y changing fastest. kind path: an epoch of the loss log with its loss, and where it lies in"
            + " the plane. It may lie off the plane: then its loss is not the height of the surface"
            + " at x,y, where all that is not shown is as it is kept. objective: loss plus penalty, which is what descends, where"
            + " there is a penalty.",
        "",
        "The plane is that of the two principal directions of the path about that point, or of two parameters, --params."
            + " x and y are on scaled inputs, where descent goes; --scale none takes the inputs as they are.",
        "",
        "--slice: kind slice is the loss after a step along the negative gradient, by its learning rate x. Behind"
            + " it, where there is such a step, chosen: the next of this run, if it is along the gradient; best: leads lowest;"
            + " largest_stable: gd at a longer constant rate diverges, or may (stderr says whether that is exact, a"
            + " bound or an estimate); break_even: leads as high as its start, longer ones higher.",
        "",
        "A run that diverges has its path as far as it is finite, and status 4.",
        EXAMPLES,
        "gdtrain terrain iris.csv > terrain.csv",
        "gdtrain terrain cars.csv --params wt,hp --grid 21",
        "gdtrain terrain cars.csv --slice --at 3");
  }

  private static final int MOST_POINTS = 1000;
  private static final int USUAL_POINTS = 41;
  private static final double USUAL_MARGIN = 0.25;

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    check(values);
    checkEffects(values);
    Inspection inspection = new Inspection(invocation);
    int grid = values.find(Settings.GRID).orElse(USUAL_POINTS);
    return inspection.look(
        console,
        false,
        settings -> settings,
        (run, notes) -> {
          if (values.get(Settings.SLICE)) {
            new TerrainSlice(run, grid, notes, inspection.model())
                .write(inspection.reach(run, notes), console.out());
            return ExitCode.OK;
          }
          double margin = values.find(Settings.MARGIN).orElse(USUAL_MARGIN);
          Optional<String> fault =
              new TerrainSurface(run, grid, margin, notes).write(names(values), console.out());
          fault.ifPresent(sentence -> console.say("gdtrain: " + sentence));
          return fault.isPresent() ? ExitCode.DIVERGED : ExitCode.OK;
        });
  }

  /** The two parameters, as they were named, if they were. */
  private static Optional<List<String>> names(SettingValues values) {
    return values.find(Settings.TERRAIN_PARAMS).map(text -> Selection.parse(text).references());
  }

  private static void check(SettingValues values) {
    int grid = values.find(Settings.GRID).orElse(USUAL_POINTS);
    if (grid < 2 || grid > MOST_POINTS) {
      throw new InvalidSetting("⟦grid⟧ must be from 2 to %d, not %d".formatted(MOST_POINTS, grid));
    }
    double margin = values.find(Settings.MARGIN).orElse(USUAL_MARGIN);
    if (!(margin >= 0) || Double.isInfinite(margin)) {
      throw new InvalidSetting("⟦margin⟧ must be a number of 0 or more, not " + margin);
    }
    Optional<List<String>> names = names(values);
    if (names.isPresent() && names.get().size() != 2) {
      throw new InvalidSetting(
          "⟦params⟧ takes two names, separated by a comma, not %d".formatted(names.get().size()));
    }
  }

  private static void checkEffects(SettingValues values) {
    if (!values.get(Settings.SLICE)) {
      refuse(values, Settings.AT, "without ⟦slice⟧; the path has every epoch");
      refuse(values, Settings.MODEL, "without ⟦slice⟧; ⟦warm-start⟧ goes on from it");
      return;
    }
    refuse(
        values, Settings.TERRAIN_PARAMS, "with ⟦slice⟧, which has the direction of the gradient");
    refuse(values, Settings.MARGIN, "with ⟦slice⟧, which begins at the point itself");
    if (!values.text(Settings.AT).equals(Inspection.END)) {
      String why = "with ⟦slice⟧ but ⟦at⟧ end: the run goes as far as ⟦at⟧ says";
      refuse(values, Settings.TOLERANCE, why);
      refuse(values, Settings.TIME_LIMIT, why);
      refuse(values, Settings.PATIENCE, why);
    }
  }

  private static void refuse(SettingValues values, Setting<?> setting, String why) {
    if (values.isGiven(setting)) {
      throw new InvalidSetting("%s has no effect %s".formatted(setting, why));
    }
  }
}
