package gdtrain.checkpoint;

import gdtrain.choice.UserError;

/** A run cannot be taken up with the files given; the message is a sentence for the user. */
public final class CannotResume extends UserError {
  private static final long serialVersionUID = 1;

  /** A fault. */
  public CannotResume(String sentence) {
    this(sentence, null);
  }

  /** A fault with its reason. */
  public CannotResume(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
