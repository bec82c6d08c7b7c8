package gdtrain.loss;

/** The distribution of targets whose negative log-likelihood a loss is, up to a constant. */
public enum Likelihood {
  /** Normal with one variance for all rows; the loss is the squared error. */
  GAUSSIAN,
  /** Of two classes; the log-odds are linear. */
  BINOMIAL,
  /** Of more classes; their log-odds are linear. */
  MULTINOMIAL,
  /** Poisson; the logarithm of the mean is linear. */
  POISSON,
  /** Gamma with one shape for all rows; the logarithm of the mean is linear. */
  GAMMA;

  /** Whether the spread of the targets is estimated, so that statistics follow Student's t. */
  public boolean dispersed() {
    return this == GAUSSIAN || this == GAMMA;
  }
}
