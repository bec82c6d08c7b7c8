package gdtrain.insight.inference;

import gdtrain.choice.UserError;

/** A run that gives no standard errors; the message is a sentence that says why. */
public final class NoInference extends UserError {
  private static final long serialVersionUID = 1;

  /** A reason. */
  public NoInference(String sentence) {
    super(sentence, null);
  }
}
