package gdtrain.report.page;

import gdtrain.choice.EnumWord;
import gdtrain.metric.Metric;
import gdtrain.metric.Metrics;
import gdtrain.model.Model;
import gdtrain.report.NumberText;
import gdtrain.report.page.RunReport.Curve;
import gdtrain.report.page.RunReport.Facts;
import gdtrain.report.page.RunReport.Outcome;
import gdtrain.report.page.RunReport.ReviewNotes;
import gdtrain.run.AppliedModel;
import gdtrain.run.TargetUnits;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page says about a saved model: what its file records, and how it predicts some rows. */
public final class ModelReport {
  private final Model model;
  private final Map<?, ?> data;
  private final Map<?, ?> result;
  private final List<RowReview> rows = new ArrayList<>();

  /** A report without rows but those whose metrics the file has. */
  public ModelReport(Model model) {
    this.model = model;
    this.data = part("data");
    this.result = part("result");
    addStored("training", "loss", number(data.get("training_rows")));
    addStored("validation", "validation_loss", 0);
    addStored("test", "test_loss", 0);
  }

  private Map<?, ?> part(String name) {
    return model.record().get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Metrics of the file; how many rows they are of is not always known. */
  private void addStored(String kind, String loss, double count) {
    if (result.get(kind) instanceof Map<?, ?> map) {
      List<Metric> quality = new ArrayList<>();
      map.forEach((name, value) -> quality.add(new Metric(name.toString(), number(value))));
      Metrics metrics = new Metrics((int) count, number(result.get(loss)), quality);
      rows.add(new RowReview(kind, "", metrics, Optional.empty(), Optional.empty(), List.of()));
    }
  }

  /**
   * Adds rows with targets that the model is applied to.
   *
   * @param metrics of them
   */
  public ModelReport measured(AppliedModel applied, Table table, Metrics metrics) {
    rows.add(
        applied.measure(
            applied.schema().encode(table),
            measured -> RowReview.of("data", table, measured, applied.parameters(), metrics)));
    return this;
  }

  /**
   * What the page says.
   *
   * @param command that does the run again
   */
  public RunReport report(List<Curve> curves, ReviewNotes notes, String command) {
    return new RunReport(
        model.schema().target().name(),
        data.get("name") == null ? "-" : data.get("name").toString(),
        outcome(),
        curves,
        model.parameters(),
        Optional.empty(),
        rows,
        notes,
        new Facts(texts(data), texts(part("settings")), Optional.of(command)),
        Optional.empty());
  }

  /** What the file says of how the run ended. */
  private Optional<Outcome> outcome() {
    return Arrays.stream(Ending.values())
        .filter(ending -> EnumWord.of(ending).equals(result.get("ending")))
        .findFirst()
        .map(
            ending ->
                new Outcome(
                    ending,
                    (int) number(result.get("epochs")),
                    (int) number(result.get("kept_epoch")),
                    TargetUnits.lossName(model.schema().target(), model.loss()),
                    number(result.get("loss")),
                    number(result.get("baseline_loss"))));
  }

  private static Map<String, String> texts(Map<?, ?> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach(
        (name, value) ->
            texts.put(
                name.toString(),
                value instanceof Double number ? NumberText.text(number) : String.valueOf(value)));
    return texts;
  }
}
