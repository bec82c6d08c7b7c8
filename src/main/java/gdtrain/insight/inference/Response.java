package gdtrain.insight.inference;

import gdtrain.loss.Likelihood;

/**
 * What the likelihood says of a row, as functions of its raw outputs: the score, its slope, and the
 * Fisher information, its mean curvature, both over the dispersion. Of K classes the first is the
 * one that others are compared with: there are K - 1 of each. McCullagh and Nelder 1989,
 * "Generalized Linear Models", chapters 2 and 5.
 */
record Response(Likelihood likelihood) {
  /** How many outputs are free. */
  int free(int outputs) {
    return likelihood == Likelihood.MULTINOMIAL ? outputs - 1 : outputs;
  }

  /** The information of a row with one output: 1, p (1 - p), mu, or 1. */
  double information(double raw) {
    return switch (likelihood) {
      case BINOMIAL -> sigmoid(raw) * sigmoid(-raw);
      case POISSON -> Math.exp(raw);
      default -> 1;
    };
  }

  /** The scores of a row's free outputs. */
  double[] scores(LinearRow row) {
    double[] raw = row.raw();
    double[] target = row.target();
    if (likelihood == Likelihood.MULTINOMIAL) {
      double[] p = probabilities(raw);
      double[] scores = new double[p.length - 1];
      for (int k = 0; k < scores.length; k++) {
        scores[k] = target[k + 1] - p[k + 1];
      }
      return scores;
    }
    return new double[] {
      switch (likelihood) {
        case BINOMIAL -> target[0] - sigmoid(raw[0]);
        case POISSON -> target[0] - Math.exp(raw[0]);
        case GAMMA -> target[0] * Math.exp(-raw[0]) - 1;
        default -> target[0] - raw[0];
      }
    };
  }

  private static double sigmoid(double raw) {
    return 1 / (1 + Math.exp(-raw));
  }

  /** The probabilities of all classes. */
  static double[] probabilities(double[] raw) {
    double sum = logOfSum(raw);
    double[] p = new double[raw.length];
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(raw[k] - sum);
    }
    return p;
  }

  /** {@code log sum exp raw}. */
  static double logOfSum(double[] raw) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double number : raw) {
      largest = Math.max(largest, number);
    }
    double sum = 0;
    for (double number : raw) {
      sum += Math.exp(number - largest);
    }
    return largest + Math.log(sum);
  }
}
