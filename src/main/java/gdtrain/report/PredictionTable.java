package gdtrain.report;

import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.run.PredictionMetrics;
import gdtrain.run.PredictionMetrics.Predictor;
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
 * @param appendTo the rows to append the predictions to, if wanted
 */
public record PredictionTable(Target target, Loss loss, Optional<RowsToExtend> appendTo) {
  /** Writes the header. */
  public void writeHeader(Appendable out) {
    List<String> header = header(target, loss);
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
   */
  public void write(Predictor predictor, Appendable out) {
    predictor.predict(predictions -> append(predictions, out));
  }

  private static String line(List<String> cells) {
    return CsvText.record(cells.toArray()) + "\n";
  }

  private void append(double[] predictions, Appendable out) {
    int rows = predictions.length / target.outputs();
    try {
      for (int i = 0; i < rows; i++) {
        List<String> cells = new ArrayList<>();
        addPrediction(predictions, i, cells);
        out.append(appendTo.isPresent() ? appendTo.get().next(cells) : line(cells));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addPrediction(double[] predictions, int row, List<String> cells) {
    List<String> classes = target.classes();
    if (classes.isEmpty()) {
      cells.add(Double.toString(target.unit().raw(predictions[row])));
      return;
    }
    double[] scores = new double[classes.size()];
    PredictionMetrics.scores(predictions, row, loss, scores);
    addClass(target, loss, scores, cells);
  }

  /**
   * Adds the cells of a predicted class.
   *
   * @param scores of every class
   */
  static void addClass(Target target, Loss loss, double[] scores, List<String> cells) {
    cells.add(target.classes().get(PredictionMetrics.called(scores, target)));
    for (int k = 0; loss.probabilities() && k < scores.length; k++) {
      cells.add(Double.toString(scores[k]));
    }
  }
}
