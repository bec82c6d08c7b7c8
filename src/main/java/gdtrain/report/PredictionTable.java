package gdtrain.report;

import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.metric.ClassificationMetrics;
import gdtrain.run.PredictionMetrics;
import gdtrain.run.PredictionMetrics.Predictor;
import gdtrain.table.Column;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Predictions as CSV: one column with the number or the class and, for classes, a column {@code
 * probability_<class>} for each, unless the loss gives no probabilities.
 *
 * @param target what is predicted
 * @param loss whose link makes the predictions
 * @param predictor predicts in the unit in which the target is learned
 * @param appendTo the rows to append the predictions to, all cells as text, if wanted
 */
public record PredictionTable(
    Target target, Loss loss, Predictor predictor, Optional<Table> appendTo) {
  /** Writes the header and one record for every row, block by block as they are predicted. */
  public void write(Appendable out) throws IOException {
    List<String> header = new ArrayList<>();
    appendTo.ifPresent(table -> header.addAll(table.columnNames()));
    header.add("prediction");
    if (loss.probabilities()) {
      target.classes().forEach(label -> header.add("probability_" + label));
    }
    CsvText.FORMAT.printRecord(out, header.toArray());
    int[] written = {0};
    predictor.predict(predictions -> written[0] = append(predictions, written[0], out));
  }

  /** Writes the next rows, and returns the index of the row after them. */
  private int append(double[] predictions, int from, Appendable out) {
    int rows = predictions.length / target.outputs();
    try {
      for (int i = 0; i < rows; i++) {
        List<String> cells = new ArrayList<>();
        int row = from + i;
        appendTo.ifPresent(table -> table.columns().forEach(c -> cells.add(text(c, row))));
        addPrediction(predictions, i, cells);
        CsvText.FORMAT.printRecord(out, cells.toArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return from + rows;
  }

  private static String text(Column column, int row) {
    return column.isMissing(row) ? "" : ((TextColumn) column).text(row);
  }

  private void addPrediction(double[] predictions, int row, List<String> cells) {
    List<String> classes = target.classes();
    if (classes.isEmpty()) {
      cells.add(Double.toString(target.unit().raw(predictions[row])));
      return;
    }
    double[] scores = new double[classes.size()];
    PredictionMetrics.scores(predictions, row, loss, scores);
    cells.add(classes.get(ClassificationMetrics.mostProbable(scores, 0, scores.length)));
    for (int k = 0; loss.probabilities() && k < scores.length; k++) {
      cells.add(Double.toString(scores[k]));
    }
  }
}
