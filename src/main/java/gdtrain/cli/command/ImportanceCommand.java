package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.Gate;
import gdtrain.report.CsvText;
import gdtrain.report.NumberText;
import gdtrain.run.AppliedModel;
import gdtrain.run.Session;
import gdtrain.run.column.PermutationImportance;
import gdtrain.run.column.PermutationImportance.Importance;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.table.read.Source;
import java.util.List;

/** {@code gdtrain importance}: which columns a model's predictions need. */
public final class ImportanceCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.IMPORTANCE;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Measures how much worse a model predicts DATA when a column is shuffled: what the model uses.",
        "stdout has CSV, column,metric,base,importance,sd, the column that is worth most first. base:"
            + " the metric of the rows as they are. importance: how much worse it is, in its own unit, when"
            + " the column's cells are dealt to other rows at random, the mean over --repeats; near 0 or"
            + " below, the model does not need the column. sd: the standard deviation over the repeats,"
            + " divisor repeats - 1. Columns that tell the same share their importance. --require takes base"
            + " and importance_<column>.",
        EXAMPLES,
        "gdtrain importance cars.json test.csv",
        "gdtrain importance iris.json test.csv --metric accuracy --repeats 50",
        "gdtrain importance cars.json test.csv --metric r2 --seed 7");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    values.checkCount(Settings.REPEATED);
    Gate gate = Gate.ofMetrics(values, Settings.METRICS_FORCE);
    AppliedModel model = ModelOperand.read(invocation);
    gate.checked(PermutationImportance.names(model));
    String metric = values.get(Settings.METRIC);
    PermutationImportance.check(model, metric);
    try (Session session =
        new Session(values, console.in(), console.notes(values.get(Settings.QUIET_MODEL)))) {
      Source source = session.source(invocation.data());
      Table usable = session.readMeasured(source, model, new ReadingSettings(values));
      int repeats = values.get(Settings.REPEATED);
      PermutationImportance importance =
          new PermutationImportance(
              model, usable, metric, repeats, values.get(Settings.IMPORTANCE_SEED));
      double base = importance.base();
      session
          .notes()
          .accept(
              "%s %s; importance: how much worse it is, mean over %,d orders of %,d rows"
                  .formatted(
                      metric.replace('_', ' '), NumberText.text(base), repeats, usable.rows()));
      console.out().append("column,metric,base,importance,sd\n");
      List<Importance> all = importance.of(session.workers());
      for (Importance each : all) {
        double deviation = each.spread().deviation();
        Object sd = repeats > 1 ? deviation : ""; // one has none
        console
            .out()
            .append(CsvText.record(each.column(), metric, base, each.spread().mean(), sd))
            .append('\n');
      }
      return gate.close(() -> importance.measured(base, all), console, session.notes());
    }
  }
}
