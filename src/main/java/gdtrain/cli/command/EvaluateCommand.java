package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.Gate;
import gdtrain.metric.MetricNames;
import gdtrain.metric.Metrics;
import gdtrain.run.AppliedModel;
import gdtrain.run.Measurements;
import gdtrain.run.Session;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.Table;
import gdtrain.table.read.Source;
import java.util.List;

/** {@code gdtrain evaluate}: metrics on data that has the target. */
public final class EvaluateCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.EVALUATE;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Compares a model's predictions with the target column of DATA.",
        "stdout has CSV, metric,value; --require takes these names. Numbers: rows, loss, mse, rmse, mae, r2. Classes: rows, loss,"
            + " accuracy, balanced_accuracy and, with two, precision, recall, f1 and auc of the positive"
            + " class. An empty value is not defined. Rows without target are left out and counted on"
            + " stderr. Where the model was trained with --weight, that column weighs here, too.",
        EXAMPLES,
        "gdtrain evaluate cars.json test.csv",
        "gdtrain evaluate cars.json test.csv --metrics test.json",
        "gdtrain evaluate cars.json test.csv --require 'r2>=0.8' -q");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    Gate gate = Gate.ofMetrics(values, Settings.EVALUATE_FORCE);
    AppliedModel model = ModelOperand.read(invocation);
    gate.checked(MetricNames.ofRows(model.classes()));
    try (Session session =
        new Session(values, console.in(), console.notes(values.get(Settings.QUIET_MODEL)))) {
      Source source = session.source(invocation.data());
      Table table = session.readApplied(source, model, new ReadingSettings(values));
      Table usable = model.schema().withTarget(table, session.notes());
      model.schema().target().check(usable, model.model().loss().targets().range());
      Metrics score = model.score(usable);
      score.undefined("mse", "rmse", "mae").ifPresent(session.notes()::warn);
      console.out().append("metric,value\n");
      score
          .metrics()
          .forEach(m -> console.out().append(m.name()).append(',').append(m.cell()).append('\n'));
      return gate.close(() -> Measurements.ofRows(score), console, session.notes());
    }
  }
}
