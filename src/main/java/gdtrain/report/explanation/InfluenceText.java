package gdtrain.report.explanation;

import gdtrain.insight.inference.InfluentialRow;
import gdtrain.report.CsvText;
import gdtrain.report.JsonText;
import gdtrain.report.NumberText;
import gdtrain.report.TableFormat;
import gdtrain.report.TextTable;
import gdtrain.report.language.Phrases;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows that a least-squares fit hangs on.
 *
 * @param table that was learned from
 * @param parameters of the model
 * @param rows all of them, the most influential first
 * @param phrases the words for people
 */
public record InfluenceText(
    Table table, int parameters, List<InfluentialRow> rows, Phrases phrases) {
  /** Copies the rows. */
  public InfluenceText {
    rows = List.copyOf(rows);
  }

  /**
   * The lines.
   *
   * @param count how many rows are shown
   */
  public Stream<String> lines(int count, TableFormat format) {
    List<InfluentialRow> shown = rows.stream().limit(count).toList();
    return switch (format) {
      case TABLE -> text(shown).stream();
      case CSV -> csv(shown);
      case JSON -> JsonText.indented(json(shown)).lines();
    };
  }

  private Map<String, Object> json(List<InfluentialRow> shown) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("data", table.name());
    json.put("training_rows", rows.size());
    json.put("rows", shown.stream().map(this::fields).toList());
    return json;
  }

  private List<String> text(List<InfluentialRow> shown) {
    double usual = (double) parameters / rows.size();
    List<String> lines = new ArrayList<>();
    lines.add(phrases.text("influence.title", rows.size(), parameters));
    lines.add(phrases.text("influence.leverage", NumberText.rough(usual)));
    lines.add(phrases.text("influence.distance"));
    lines.add("");
    TextTable texts = new TextTable();
    texts.add(
        Stream.of("line", "truth", "prediction", "leverage", "standardised", "distance")
            .map(name -> phrases.text("column." + name))
            .toList());
    shown.forEach(row -> texts.add(cells(row)));
    lines.addAll(texts.lines());
    return lines;
  }

  private List<String> cells(InfluentialRow row) {
    return List.of(
        Long.toString(table.line(row.row())),
        NumberText.text(row.truth()),
        NumberText.text(row.prediction()),
        NumberText.brief(row.leverage()),
        brief(row.standardised()),
        brief(row.distance()));
  }

  private static String brief(double number) {
    return Double.isNaN(number) ? "-" : NumberText.brief(number);
  }

  private Map<String, Object> fields(InfluentialRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("line", table.line(row.row()));
    fields.put("truth", row.truth());
    fields.put("prediction", row.prediction());
    fields.put("leverage", row.leverage());
    fields.put("standardized_residual", row.standardised());
    fields.put("cooks_distance", row.distance());
    return fields;
  }

  private Stream<String> csv(List<InfluentialRow> shown) {
    String header = "line,truth,prediction,leverage,standardized_residual,cooks_distance";
    return Stream.concat(Stream.of(header), shown.stream().map(row -> CsvText.record(fields(row))));
  }
}
