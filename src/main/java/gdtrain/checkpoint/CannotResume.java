package gdtrain.checkpoint;

/** A run cannot be taken up with the files given; the message is a sentence for the user. */
public final class CannotResume extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A fault. */
  public CannotResume(String sentence) {
    super(sentence);
  }

  /** A fault with its reason. */
  public CannotResume(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
