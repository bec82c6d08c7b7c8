package gdtrain.table;

import gdtrain.choice.UserError;

/**
 * The data is at fault. The message is one sentence for the user: the file, the line, the column
 * and the value where they are known, and what to do.
 */
public final class BadTable extends UserError {
  private static final long serialVersionUID = 1;

  /** A fault found in the data itself. */
  public BadTable(String sentence) {
    this(sentence, null);
  }

  /** A fault found by the machine below, such as a damaged gzip stream. */
  public BadTable(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
