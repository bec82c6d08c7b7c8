package gdtrain.report;

import gdtrain.loss.Loss;
import gdtrain.metric.ClassificationMetrics;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;

/**
 * Predictions as CSV: one column with the number or the class and, for classes, a column {@code
 * probability_<class>} for each, unless the loss gives no probabilities.
 *
 * @param classes the labels; empty where a number is predicted
 * @param predictions row after row, as many as the network has outputs
 * @param appendTo the rows to put the predictions behind, all cells as text, if wanted
 */
public record PredictionTable(
    List<String> classes, Predictions predictions, Optional<Table> appendTo) {
  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  /** Writes the header and one record for every row. */
  public void write(Appendable out) throws IOException {
    List<String> header = new ArrayList<>();
    appendTo.ifPresent(table -> header.addAll(table.columnNames()));
    header.add("prediction");
    if (predictions.probabilities()) {
      classes.forEach(label -> header.add("probability_" + label));
    }
    CSV.printRecord(out, header.toArray());
    for (int row = 0; row < predictions.rows(); row++) {
      CSV.printRecord(out, cells(row).toArray());
    }
  }

  private List<String> cells(int row) {
    List<String> cells = new ArrayList<>();
    appendTo.ifPresent(
        table ->
            table
                .columns()
                .forEach(c -> cells.add(c.isMissing(row) ? "" : ((TextColumn) c).text(row))));
    if (classes.isEmpty()) {
      cells.add(Double.toString(predictions.value(row, 0)));
      return cells;
    }
    cells.add(classes.get(predictions.mostProbable(row)));
    for (int k = 0; predictions.probabilities() && k < classes.size(); k++) {
      cells.add(Double.toString(predictions.value(row, k)));
    }
    return cells;
  }

  /** Numbers of predicted rows; for classes the score of each. */
  public static final class Predictions {
    private final double[] values;
    private final int width;
    private final boolean probabilities;

    /**
     * Takes what a network's link gives.
     *
     * @param values row after row, as many as there are outputs
     * @param classes how many there are; 0 where a number is predicted
     * @param loss whose link it is
     */
    public Predictions(double[] values, int classes, Loss loss) {
      this.values = Quality.scores(values, classes, loss);
      this.probabilities = loss.probabilities();
      this.width = Math.max(classes, 1);
    }

    boolean probabilities() {
      return probabilities;
    }

    int rows() {
      return values.length / width;
    }

    double value(int row, int index) {
      return values[row * width + index];
    }

    int mostProbable(int row) {
      return ClassificationMetrics.mostProbable(values, row, width);
    }
  }
}
