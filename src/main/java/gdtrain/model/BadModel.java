package gdtrain.model;

import gdtrain.choice.UserError;

/** A model file that cannot be used; the message is a sentence for the user. */
public final class BadModel extends UserError {
  private static final long serialVersionUID = 1;

  /** A fault with its reason. */
  public BadModel(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
