package gdtrain.insight.inference;

import gdtrain.qr.Elimination;
import java.util.Arrays;
import java.util.Optional;

/**
 * The covariance of the free parameters. By the likelihood it is the dispersion times the inverse
 * of the information; robust, it is {@code I^-1 (sum of uu') I^-1} with u the score of a row times
 * its inputs, or the sum of these over a cluster (Eicker 1967, Huber 1967, White 1980; Liang and
 * Zeger 1986).
 */
final class Covariance {
  /** A row with this much leverage is fitted exactly, so its residual tells nothing. */
  private static final double FULL = 1 - 1e-10;

  private final Information information;
  private final double factor;

  /** R of the rows {@code u' R^-1} of the information; empty where the likelihood decides. */
  private final Optional<double[][]> meat;

  private Covariance(Information information, double factor, Optional<double[][]> meat) {
    this.information = information;
    this.factor = factor;
    this.meat = meat;
  }

  static Covariance classical(Information information, double dispersion) {
    return new Covariance(information, dispersion, Optional.empty());
  }

  /**
   * One that does not trust the variances of the likelihood.
   *
   * @param errors which of them
   * @throws NoInference if hc3 is not defined
   */
  static Covariance robust(
      Robust errors, Information information, LinearRows data, Response response) {
    Sandwich sandwich = new Sandwich(information, response, errors == Robust.HC3);
    double[] total = {0};
    data.forEach(
        row -> {
          total[0] += row.weight();
          sandwich.add(row);
        });
    double free = total[0] - information.size();
    double factor = errors == Robust.HC1 ? total[0] / free : 1;
    return new Covariance(information, factor, Optional.of(sandwich.elimination.triangle()));
  }

  /** One that takes the rows of a cluster as one, with the factor G / (G - 1) (n - 1) / (n - p). */
  static Covariance clustered(
      int[] clusters, Information information, LinearRows data, Response response) {
    int count = 1 + Arrays.stream(clusters).max().orElse(0);
    double[][] sums = new double[count][information.size()];
    double[] total = {0};
    data.forEach(
        row -> {
          total[0] += row.weight();
          addScores(row, response, row.weight(), sums[clusters[row.index()]]);
        });
    Elimination elimination = new Elimination(information.size());
    for (double[] sum : sums) {
      elimination.add(information.solve(sum), 1);
    }
    double factor = count / (count - 1.0) * (total[0] - 1) / (total[0] - information.size());
    return new Covariance(information, factor, Optional.of(elimination.triangle()));
  }

  private static void addScores(LinearRow row, Response response, double factor, double[] sum) {
    double[] scores = response.scores(row);
    double[] x = row.inputs();
    for (int k = 0; k < scores.length; k++) {
      for (int j = 0; j < x.length; j++) {
        sum[k * x.length + j] += factor * scores[k] * x[j];
      }
    }
  }

  /** Adds up rows; a row of weight w is w rows. */
  private static final class Sandwich {
    private final Information information;
    private final Response response;
    private final boolean jackknife;
    private final Elimination elimination;

    Sandwich(Information information, Response response, boolean jackknife) {
      this.information = information;
      this.response = response;
      this.jackknife = jackknife;
      this.elimination = new Elimination(information.size());
    }

    void add(LinearRow row) {
      double[] scores = new double[information.size()];
      addScores(row, response, 1, scores);
      double left = jackknife ? 1 - leverage(row) : 1;
      elimination.add(information.solve(scores), Math.sqrt(row.weight()) / left);
    }

    private double leverage(LinearRow row) {
      double own = Information.square(information.solve(row.inputs()));
      double leverage = response.information(row.raw()[0]) * own;
      if (leverage > FULL) {
        throw new NoInference(
            "⟦robust⟧ hc3 is not defined: a row alone decides a parameter, so that its residual tells nothing; ⟦robust⟧ hc1 is");
      }
      return leverage;
    }
  }

  /** The variance of {@code t'parameters}. */
  double variance(double[] t) {
    double[] z = information.solve(t);
    return factor * Information.square(meat.map(columns -> times(columns, z)).orElse(z));
  }

  /** An upper triangle times a vector. */
  private static double[] times(double[][] columns, double[] z) {
    double[] product = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      for (int i = 0; i <= j; i++) {
        product[i] += columns[j][i] * z[j];
      }
    }
    return product;
  }
}
