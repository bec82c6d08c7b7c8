package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.Gate;
import gdtrain.metric.MetricNames;
import gdtrain.metric.Metrics;
import gdtrain.metric.ScoredRows;
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
import java.util.Optional;

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
            + " stderr. Where the model was trained with --weight, that column weighs here, too. --figures"
            + " has more, of numbers median_ae, mape, explained_variance, d2; of classes brier, log_loss, mcc,"
            + " macro_f1, weighted_f1, d2, of two pr_auc, of more top_2, top_3, top_5, top_10.",
        EXAMPLES,
        "gdtrain evaluate cars.json test.csv",
        "gdtrain evaluate cars.json test.csv --require 'r2>=0.8' -q",
        "gdtrain evaluate iris.json test.csv --figures mcc,top_2 --bootstrap 1000");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    SettingValues values = invocation.values();
    Gate gate = Gate.ofMetrics(values, Settings.METRICS_FORCE);
    AppliedModel model =
        ModelOperand.read(invocation).deciding(values.find(Settings.GIVEN_THRESHOLD));
    EvaluationForm form = EvaluationForm.of(values, gate, model);
    MetricNames names = form.names(model);
    List<String> figures = gate.checked(names).figures(names);
    try (Session session =
        new Session(values, console.in(), console.notes(values.get(Settings.QUIET_MODEL)))) {
      model.threshold().ifPresent(session.notes());
      Source source = session.source(invocation.data());
      Table usable = session.readMeasured(source, model, new ReadingSettings(values));
      Metrics usual = model.score(usable);
      usual.undefined("mse", "rmse", "mae").ifPresent(session.notes()::warn);
      Optional<ScoredRows> rows =
          form.keepsRows(figures) ? Optional.of(model.scored(usable)) : Optional.empty();
      Metrics score = rows.map(kept -> form.complete(usual, figures, kept)).orElse(usual);
      form.tell(score, session.notes());
      console.out().append(form.text(score, rows, model.schema().target().classes()));
      return gate.close(() -> Measurements.ofRows(score), console, session.notes());
    }
  }
}
