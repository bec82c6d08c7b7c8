package gdtrain.metric;

import java.util.function.ToDoubleFunction;

/**
 * Rows kept with what is predicted for them, so that figures can be made of them again and again,
 * with one set of weights after the other. It takes 32 bytes for every row, and 8 more for each
 * class beyond two.
 */
public final class ScoredRows {
  private final int classes;
  private final boolean probable;
  private final double[] truths;
  private final double[] scores;
  private final int[] called;
  private final double[] weights;
  private double[] losses = {};
  private ToDoubleFunction<double[]> baseline = sampled -> Double.NaN;
  private int rows;

  /**
   * No rows yet.
   *
   * @param classes how many there are; 0 where a number is predicted
   * @param probable whether scores are probabilities
   * @param rows how many will be taken
   */
  public ScoredRows(int classes, boolean probable, int rows) {
    this.classes = classes;
    this.probable = probable;
    this.truths = new double[rows];
    this.scores = new double[rows * width()];
    this.called = new int[classes == 0 ? 0 : rows];
    this.weights = new double[rows];
  }

  /** Takes a row whose number is predicted. */
  public void addNumber(double truth, double prediction, double weight) {
    truths[rows] = truth;
    scores[rows] = prediction;
    weights[rows++] = weight;
  }

  /**
   * Takes a row whose class is predicted.
   *
   * @param classScores one for every class
   * @param choice the class that they are taken for
   */
  public void addClass(int truth, double[] classScores, int choice, double weight) {
    truths[rows] = truth;
    called[rows] = choice;
    System.arraycopy(classScores, classScores.length - width(), scores, rows * width(), width());
    weights[rows++] = weight;
  }

  /**
   * These rows with their losses.
   *
   * @param each the loss of every row, regardless of its weight
   * @param constant the mean loss of the best constant prediction, for weights of the rows
   */
  public ScoredRows with(double[] each, ToDoubleFunction<double[]> constant) {
    this.losses = each;
    this.baseline = constant;
    return this;
  }

  /** How many scores of a row are kept: of two classes that of the second does. */
  private int width() {
    return classes > 2 ? classes : 1;
  }

  public int rows() {
    return rows;
  }

  public int classes() {
    return classes;
  }

  /** Whether scores are probabilities. */
  public boolean probable() {
    return probable;
  }

  /** The true number, or the true class, from 0. */
  public double truth(int row) {
    return truths[row];
  }

  /** Whether a row is of a class. */
  public boolean is(int row, int k) {
    return truths[row] == k;
  }

  /** The predicted number. */
  public double prediction(int row) {
    return scores[row];
  }

  /** The score of a class; of two that of the second or, of probabilities, what is left of 1. */
  public double score(int row, int k) {
    return classes > 2 ? scores[row * classes + k] : k == 1 ? scores[row] : 1 - scores[row];
  }

  /** The class that is predicted. */
  public int called(int row) {
    return called[row];
  }

  /** The weights of the rows, not a copy. */
  public double[] weights() {
    return weights;
  }

  double loss(int row) {
    return losses[row];
  }

  double baseline(double[] sampled) {
    return baseline.applyAsDouble(sampled);
  }

  /** Truths against predicted classes. */
  public Confusion confusion() {
    return confusion(weights);
  }

  Confusion confusion(double[] sampled) {
    Confusion confusion = new Confusion(classes);
    for (int row = 0; row < rows; row++) {
      confusion.add((int) truths[row], called[row], sampled[row]);
    }
    return confusion;
  }

  /** The scores of a class. */
  double[] scores(int k) {
    double[] own = new double[rows];
    for (int row = 0; row < rows; row++) {
      own[row] = score(row, k);
    }
    return own;
  }

  /** Which rows are of a class. */
  boolean[] are(int k) {
    boolean[] own = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      own[row] = is(row, k);
    }
    return own;
  }

  /** Whether the probabilities of a class say what happens. */
  public Calibration calibration(int k) {
    Calibration calibration = new Calibration();
    for (int row = 0; row < rows; row++) {
      calibration.add(is(row, k), score(row, k), weights[row]);
    }
    return calibration;
  }

  /** What two classes are told by, where the one is a class and the other all others. */
  public OperatingPoints points(int k) {
    return OperatingPoints.of(scores(k), are(k), weights);
  }
}
