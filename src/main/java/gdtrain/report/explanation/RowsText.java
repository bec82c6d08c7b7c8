package gdtrain.report.explanation;

import gdtrain.loss.Formula;
import gdtrain.report.CsvText;
import gdtrain.report.NumberText;
import gdtrain.report.TextTable;
import gdtrain.train.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows with the largest parts in the gradient.
 *
 * @param context of the explanation
 * @param rows the largest first
 */
public record RowsText(ExplanationContext context, List<ExplainedRow> rows) {
  /** Copies the rows. */
  public RowsText {
    rows = List.copyOf(rows);
  }

  /** Lines for people. */
  public List<String> lines(Epoch epoch, TextStyle style) {
    List<String> lines = new ArrayList<>(context.title(epoch));
    lines.add(slope(context));
    lines.add(context.text("rows.pull"));
    lines.add("");
    boolean weighted = rows.stream().anyMatch(row -> row.weight() != 1);
    int room = style.width() / 4;
    TextTable table = new TextTable();
    List<String> header = new ArrayList<>(List.of("line", "truth", "prediction", "loss", "slope"));
    if (weighted) {
      header.add("weight");
    }
    header.addAll(List.of("pull", "share"));
    table.add(header.stream().map(name -> context.text("column." + name)).toList());
    rows.forEach(row -> table.add(cells(row, weighted, room)));
    lines.addAll(table.lines());
    return lines;
  }

  /** What the slope of a row is. */
  static String slope(ExplanationContext context) {
    Formula formula = context.loss().formula();
    if (context.classes()) {
      String raw =
          context.network().outputs() > 1
              ? "softmax"
              : context.loss().probabilities() ? "log-odds" : "side";
      return context.text("slope.class", context.text("slope." + raw));
    }
    boolean itself = context.loss().rawOutput().equals("the number");
    return context.text(itself ? "slope.number" : "slope.logarithm", formula.slope());
  }

  private static List<String> cells(ExplainedRow row, boolean weighted, int room) {
    List<String> cells = new ArrayList<>();
    cells.add(Long.toString(row.line()));
    cells.add(row.prediction().truthText(room));
    cells.add(row.prediction().text(room));
    cells.add(NumberText.brief(row.loss()));
    cells.add(NumberText.brief(row.slope()));
    if (weighted) {
      cells.add(NumberText.brief(row.weight()));
    }
    cells.add(NumberText.brief(row.pull()));
    cells.add(NumberText.percent(row.share()));
    return cells;
  }

  /** The fields of every row. */
  public List<Map<String, Object>> fields() {
    return rows.stream().map(ExplainedRow::fields).toList();
  }

  /** Header and a record for every row, for programs. */
  public Stream<String> csv() {
    String header = "line,truth,prediction,probability,loss,weight,slope,pull,share";
    return Stream.concat(Stream.of(header), rows.stream().map(row -> CsvText.record(row.fields())));
  }
}
