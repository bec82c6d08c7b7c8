package gdtrain.cli.command;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.report.CsvText;
import gdtrain.run.AppliedModel;
import gdtrain.run.Session;
import gdtrain.run.column.ColumnEffect;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.table.read.Source;
import java.util.ArrayList;
import java.util.List;

/** {@code gdtrain effect}: how predictions go with one column. */
public final class EffectCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.EFFECT;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Tells how the predictions of a model for DATA change with one column, the others as they are.",
        "stdout has CSV: value, and prediction, or probability_<class> for every class, of two classes"
            + " for the second: the mean over the rows when all of them have the value (partial dependence)."
            + " --curves adds line_<N>, the prediction of the row on that line of DATA. Values are those that"
            + " occur: all categories; of numbers all, or --grid of them at evenly spaced ranks. Combinations"
            + " that never occur together are predicted, too. DATA need not have the target.",
        EXAMPLES,
        "gdtrain effect cars.json cars.csv --column weight",
        "gdtrain effect cars.json cars.csv --column weight | gdtrain plot - --x value",
        "gdtrain effect cars.json cars.csv --column hp --curves 20 > hp.csv");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    String name =
        values
            .find(Settings.COLUMN)
            .orElseThrow(() -> new InvalidSetting("⟦column⟧ NAME is missing: of which column?"));
    int grid = values.get(Settings.GRID_VALUES);
    int curves = values.get(Settings.CURVES);
    if (grid < 2 || curves < 0) {
      throw new InvalidSetting(
          grid < 2
              ? "⟦grid⟧ must be 2 values or more, not " + grid
              : "⟦curves⟧ must be 0 rows or more, not " + curves);
    }
    AppliedModel model = ModelOperand.read(invocation);
    try (Session session =
        new Session(values, console.in(), console.notes(values.get(Settings.QUIET_MODEL)))) {
      Source source = session.source(invocation.data());
      Table table = session.readApplied(source, model, new ReadingSettings(values));
      ColumnEffect effect = new ColumnEffect(model, table, name, grid, curves);
      console.out().append(CsvText.record(effect.header().toArray())).append('\n');
      effect.run(
          session.workers(),
          point -> {
            List<Object> cells = new ArrayList<>(List.of(point.value()));
            cells.addAll(point.means());
            cells.addAll(point.single());
            console.out().append(CsvText.record(cells.toArray())).append('\n');
          });
    }
    return ExitCode.OK;
  }
}
