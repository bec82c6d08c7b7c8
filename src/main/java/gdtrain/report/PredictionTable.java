package gdtrain.report;

import gdtrain.dataset.BlockReader;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.run.PredictionMetrics;
import gdtrain.run.PredictionMetrics.Predictor;
import gdtrain.run.prediction.RowColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Predictions as CSV: one column with the number or the class and, for classes, a column {@code
 * probability_<class>} for each, unless the loss gives no probabilities.
 *
 * @param target what is predicted
 * @param loss whose link makes the predictions
 * @param appendTo the rows to append the predictions to, if wanted
 * @param more columns behind those of the predictions
 */
public record PredictionTable(
    Target target, Loss loss, Optional<RowsToExtend> appendTo, List<RowColumns> more) {
  /** Copies the list. */
  public PredictionTable {
    more = List.copyOf(more);
  }

  /** Without columns behind those of the predictions. */
  public PredictionTable(Target target, Loss loss, Optional<RowsToExtend> appendTo) {
    this(target, loss, appendTo, List.of());
  }

  /** Writes the header. */
  public void writeHeader(Appendable out) {
    List<String> header = new ArrayList<>(header(target, loss));
    more.forEach(columns -> header.addAll(columns.names()));
    try {
      out.append(appendTo.isPresent() ? appendTo.get().header(header) : line(header));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the columns of predictions. */
  static List<String> header(Target target, Loss loss) {
    List<String> header = new ArrayList<>();
    header.add("prediction");
    if (loss.probabilities()) {
      target.classes().forEach(label -> header.add("probability_" + label));
    }
    return header;
  }

  /**
   * Writes a record for every row of a table, block by block as they are predicted.
   *
   * @param predictor predicts in the unit in which the target is learned
   * @param rows that it predicts, read again where there are more columns
   */
  public void write(Predictor predictor, Supplier<Dataset> rows, Appendable out) {
    if (more.isEmpty()) {
      predictor.predict(predictions -> append(predictions, Optional.empty(), out));
      return;
    }
    int[] block = {0};
    try (BlockReader reader = rows.get().open()) {
      predictor.predict(
          predictions ->
              append(predictions, Optional.of(reader.readPlain(block[0]++).inputs()), out));
    }
  }

  private static String line(List<String> cells) {
    return CsvText.record(cells.toArray()) + "\n";
  }

  private void append(double[] predictions, Optional<double[]> inputs, Appendable out) {
    int rows = predictions.length / target.outputs();
    try {
      for (int i = 0; i < rows; i++) {
        List<String> cells = new ArrayList<>();
        addPrediction(predictions, i, cells);
        int row = i;
        inputs.ifPresent(all -> addMore(predictions, row, all, cells));
        out.append(appendTo.isPresent() ? appendTo.get().next(cells) : line(cells));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addMore(double[] predictions, int row, double[] inputs, List<String> cells) {
    int width = inputs.length / (predictions.length / target.outputs());
    double[] own = Arrays.copyOfRange(inputs, row * width, (row + 1) * width);
    double prediction =
        target.classes().isEmpty() ? target.unit().raw(predictions[row]) : Double.NaN;
    more.forEach(
        columns -> columns.add(own, prediction, number -> cells.add(Double.toString(number))));
  }

  private void addPrediction(double[] predictions, int row, List<String> cells) {
    List<String> classes = target.classes();
    if (classes.isEmpty()) {
      cells.add(Double.toString(target.raw(predictions[row])));
      return;
    }
    double[] scores = new double[classes.size()];
    PredictionMetrics.scores(predictions, row, loss, scores);
    cells.add(classes.get(PredictionMetrics.called(scores, target)));
    for (int k = 0; loss.probabilities() && k < scores.length; k++) {
      cells.add(Double.toString(scores[k]));
    }
  }
}
