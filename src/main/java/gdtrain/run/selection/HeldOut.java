package gdtrain.run.selection;

import gdtrain.dataset.encoding.Target;
import gdtrain.loss.Loss;
import gdtrain.metric.ScoredRows;
import gdtrain.run.PredictionMetrics;
import gdtrain.run.TrainingRun;
import gdtrain.table.Table;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.Arrays;
import java.util.Optional;

/** What is predicted for the rows that a fold holds out, by a model that has not seen them. */
public final class HeldOut {
  private final String fold;
  private final int[] rows;
  private final Table table;
  private final Target target;
  private final Loss loss;
  private final double[] scores;
  private Optional<ScoredRows> scored = Optional.empty();

  private HeldOut(String fold, int[] rows, TrainingRun run, double[] scores) {
    this.fold = fold;
    this.rows = rows;
    this.table = run.tables().test();
    this.target = run.schema().target();
    this.loss = run.loss();
    this.scores = scores;
  }

  /**
   * Predicts them.
   *
   * @param fold the name of the fold
   * @param rows the rows held out, from 0 among all that can be used, in ascending order
   * @param run whose test rows they are
   * @param fit how it went; if it diverged, predictions are NaN
   */
  static HeldOut of(String fold, int[] rows, TrainingRun run, Fit fit) {
    Target target = run.schema().target();
    int width = Math.max(1, target.classes().size());
    double[] scores = new double[rows.length * width];
    if (fit.ending() == Ending.DIVERGED) {
      Arrays.fill(scores, Double.NaN);
      return new HeldOut(fold, rows, run, scores);
    }
    int[] next = {0};
    double[] one = new double[width];
    run.testRows()
        .orElseThrow()
        .objective()
        .predict(
            fit.point(),
            block -> {
              for (int i = 0; i < block.length / target.outputs(); i++) {
                if (target.classes().isEmpty()) {
                  one[0] = target.raw(block[i]);
                } else {
                  PredictionMetrics.scores(block, i, run.loss(), one);
                }
                System.arraycopy(one, 0, scores, width * next[0]++, width);
              }
            });
    HeldOut held = new HeldOut(fold, rows, run, scores);
    held.scored = run.testRows().map(measured -> measured.scored(fit.point()));
    return held;
  }

  /** The rows with their weights, to be measured; empty if the run diverged. */
  public Optional<ScoredRows> scored() {
    return scored;
  }

  /** The name of the fold. */
  public String fold() {
    return fold;
  }

  /** How many rows it holds out. */
  public int count() {
    return rows.length;
  }

  /** The place of one of them, from 0, among all rows that can be used. */
  public int row(int index) {
    return rows[index];
  }

  /** The rows as they were read, in the order of the predictions. */
  public Table table() {
    return table;
  }

  /** What is predicted, as the model of the fold has it. */
  public Target target() {
    return target;
  }

  /** The loss that the model of the fold was trained on. */
  public Loss loss() {
    return loss;
  }

  /**
   * What is predicted for one of the rows: the number, in the unit of the target's column, or, for
   * every class, its probability or, where the loss gives none, a score that is higher for a more
   * probable class.
   */
  public double[] scores(int index) {
    int width = scores.length / rows.length;
    return Arrays.copyOfRange(scores, index * width, (index + 1) * width);
  }
}
