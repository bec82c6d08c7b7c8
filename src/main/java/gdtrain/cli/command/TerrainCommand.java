package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.cli.output.PictureFile;
import gdtrain.cli.output.ProgressLine.Screen;
import gdtrain.report.BrokenPipe;
import gdtrain.report.html.ChartPage;
import gdtrain.report.html.TerrainPage;
import gdtrain.report.language.Language;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.SliceCurve;
import gdtrain.report.picture.TerminalPicture;
import gdtrain.report.picture.TerminalPicture.Style;
import gdtrain.report.picture.TerrainCharacters;
import gdtrain.report.picture.TerrainDrawing;
import gdtrain.report.picture.TerrainMap;
import gdtrain.report.terrain.TerrainSlice;
import gdtrain.report.terrain.TerrainSurface;
import gdtrain.report.terrain.TerrainSurface.Window;
import gdtrain.report.terrain.TerrainTable;
import gdtrain.run.DescentPoint;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code gdtrain terrain}: the loss landscape that descent goes through, as numbers to draw. */
public final class TerrainCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.TERRAIN;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Draws the loss over a plane through the point that fit keeps, with the path of descent in it.",
        "On a terminal it is a map of characters, with -o a picture or a page on which the ball rolls from"
            + " epoch to epoch. In a pipe stdout has CSV, kind,x,y,loss,epoch[,objective][,lr]. kind surface: the"
            + " loss at x,y, a grid of rows, y changing fastest. kind path: an epoch of the loss log with its loss,"
            + " and where it lies in the plane. It may lie off the plane: then its loss is not the height of the"
            + " surface at x,y, where all that is not shown is as it is kept. objective: loss plus penalty, which is"
            + " what descends, where there is a penalty.",
        "",
        "The plane is that of the two principal directions of the path about that point, or of two parameters, --params."
            + " x and y are on scaled inputs, where descent goes; --scale none takes the inputs as they are.",
        "",
        "--lr 0.1,0.5,2 compares the paths of several learning rates in one plane; of CSV, lr tells whose a path is.",
        "",
        "--slice: kind slice is the loss after a step along the negative gradient, by its learning rate x. Behind"
            + " it, where there is such a step, chosen: the next of this run, if it is along the gradient; best: leads lowest;"
            + " largest_stable: gd at a longer constant rate diverges, or may (stderr says whether that is exact, a"
            + " bound or an estimate); break_even: leads as high as its start, longer ones higher.",
        "",
        "A run that diverges has its path as far as it is finite, in a picture where it begins, and status 4; of"
            + " several, if all diverge.",
        EXAMPLES,
        "gdtrain terrain iris.csv",
        "gdtrain terrain cars.csv --params wt,hp -o terrain.html",
        "gdtrain terrain cars.csv --slice --at 3 -o slice.svg");
  }

  private static final int MOST_POINTS = 1000;
  private static final int USUAL_POINTS = 41;
  private static final double USUAL_MARGIN = 0.25;

  /** More paths are not told apart. */
  private static final int MOST_RATES = 6;

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    check(values);
    checkEffects(values);
    List<String> rates = rates(values);
    Canvas canvas = Canvas.of(values, console, invocation.data());
    SettingValues own = rates.isEmpty() ? values : values.with(Settings.LR, rates.get(0));
    Inspection inspection = new Inspection(invocation, own);
    return inspection.look(
        console,
        false,
        settings -> settings,
        (run, notes) ->
            values.get(Settings.SLICE)
                ? slice(run, rates, inspection, new Drawn(canvas, notes))
                : surface(run, rates, values, new Drawn(canvas, notes)));
  }

  /** Where a terrain goes, and what is said about it. */
  private record Drawn(Canvas canvas, Consumer<String> notes) {}

  private static int slice(
      TrainingRun run, List<String> rates, Inspection inspection, Drawn drawn) {
    List<DescentPoint> heres =
        rates.isEmpty()
            ? List.of(inspection.reach(run, drawn.notes))
            : rates.stream()
                .map(rate -> DescentPoint.reach(run.withLearningRate(rate), 0))
                .toList();
    TerrainSlice slice =
        new TerrainSlice(run, drawn.canvas.grid(), drawn.notes, inspection.model());
    if (!drawn.canvas.draws()) {
      slice.write(heres, drawn.canvas.table(run, false));
      return ExitCode.OK;
    }
    SliceCurve curve = new SliceCurve(drawn.canvas.title(), TerrainSurface.heightName(run));
    slice.write(heres, curve);
    drawn.canvas.draw(curve.chart());
    return ExitCode.OK;
  }

  private static int surface(
      TrainingRun run, List<String> rates, SettingValues values, Drawn drawn) {
    Canvas canvas = drawn.canvas;
    double margin = values.find(Settings.MARGIN).orElse(USUAL_MARGIN);
    Window window = new Window(canvas.grid(), margin, canvas.draws());
    TerrainSurface surface = new TerrainSurface(run, rates, window, drawn.notes);
    Optional<String> fault;
    if (canvas.draws()) {
      TerrainMap map =
          new TerrainMap(
              canvas.title(), TerrainSurface.heightName(run), canvas.grid(), Language.EN);
      fault = surface.write(names(values), map);
      canvas.draw(map);
    } else {
      fault = surface.write(names(values), canvas.table(run, !rates.isEmpty()));
    }
    fault.ifPresent(canvas::say);
    return fault.isPresent() ? ExitCode.DIVERGED : ExitCode.OK;
  }

  /**
   * Where a terrain goes: as a table or a picture to standard output, or as a picture to a file.
   */
  private record Canvas(
      SettingValues values,
      Console console,
      Optional<PictureFile> file,
      Optional<Style> style,
      String title) {
    static Canvas of(SettingValues values, Console console, List<String> data) {
      Optional<PictureFile> file =
          values.isGiven(Settings.PICTURE) ? Optional.of(PictureFile.of(values)) : Optional.empty();
      boolean seen = Screen.isStandardOutputToo() || values.isGiven(Settings.CHARACTERS);
      if (file.isEmpty() && !seen) {
        for (Setting<?> setting : List.of(Settings.SIZE, Settings.TITLE, Settings.THEME)) {
          values.refuse(setting, "on the CSV of a pipe; ⟦output⟧ FILE or ⟦characters⟧ draws");
        }
        values.refuse(Settings.PICTURE_FORCE, "without ⟦output⟧");
      }
      Optional<Style> style =
          file.isEmpty() && seen ? Optional.of(PictureFile.terminal(values)) : Optional.empty();
      String name = data.isEmpty() || data.get(0).equals("-") ? "" : fileName(data.get(0));
      String title = values.find(Settings.TITLE).orElse(file.isPresent() ? name : "");
      return new Canvas(values, console, file, style, title);
    }

    private static String fileName(String data) {
      return String.valueOf(Path.of(data).getFileName());
    }

    boolean draws() {
      return file.isPresent() || style.isPresent();
    }

    int grid() {
      return values.find(Settings.GRID).orElse(USUAL_POINTS);
    }

    TerrainTable table(TrainingRun run, boolean rates) {
      return new TerrainTable(run.regularisation().active(), rates, console.out());
    }

    void draw(Chart chart) {
      file.ifPresent(to -> to.write(chart, () -> ChartPage.of(chart, to.size(), to.theme())));
      style.ifPresent(of -> print(TerminalPicture.lines(chart, of)));
    }

    void draw(TerrainMap map) {
      if (!map.hasSurface()) {
        return; // what is said about the run says why
      }
      TerrainDrawing drawing = new TerrainDrawing(map);
      file.ifPresent(to -> to.write(drawing, () -> TerrainPage.of(map, to.size(), to.theme())));
      style.ifPresent(of -> print(TerrainCharacters.lines(map, of)));
    }

    private void print(List<String> lines) {
      lines.forEach(console::printData);
      BrokenPipe.flush(console.out());
    }

    void say(String fault) {
      console.say("gdtrain: " + fault);
    }
  }

  /** The learning rates that are compared; none where there is one only. */
  private static List<String> rates(SettingValues values) {
    String text = values.find(Settings.LR).orElse("");
    if (!text.contains(",")) {
      return List.of();
    }
    List<String> rates = Stream.of(text.split(",", -1)).map(String::strip).toList();
    if (rates.size() > MOST_RATES || Set.copyOf(rates).size() < rates.size()) {
      throw new InvalidSetting(
          "⟦lr⟧ takes at most %d learning rates to compare, all different, not '%s'"
              .formatted(MOST_RATES, text));
    }
    if (values.get(Settings.SLICE) && !values.find(Settings.AT).orElse("start").equals("start")) {
      throw new InvalidSetting(
          "⟦lr⟧ with several rates has no effect with ⟦slice⟧ but at the start, where all runs are the same");
    }
    return rates;
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
      values.refuse(Settings.AT, "without ⟦slice⟧; the path has every epoch");
      values.refuse(Settings.MODEL, "without ⟦slice⟧; ⟦warm-start⟧ goes on from it");
      return;
    }
    values.refuse(Settings.TERRAIN_PARAMS, "with ⟦slice⟧, which has the direction of the gradient");
    values.refuse(Settings.MARGIN, "with ⟦slice⟧, which begins at the point itself");
    if (!values.text(Settings.AT).equals(Inspection.END)) {
      String why = "with ⟦slice⟧ but ⟦at⟧ end: the run goes as far as ⟦at⟧ says";
      values.refuse(Settings.TOLERANCE, why);
      values.refuse(Settings.TIME_LIMIT, why);
      values.refuse(Settings.PATIENCE, why);
    }
  }
}
