package gdtrain.insight.inference;

/** How standard errors allow for variances that the likelihood has otherwise. */
public enum Robust {
  /** From squared scores, times n / (n - p) (MacKinnon and White 1985). */
  HC1,
  /** From scores over 1 - leverage, nearly the jackknife. */
  HC3
}
