package gdtrain.choice;

/**
 * What a user can mend: a setting, the data, a file. The message is one sentence that says what is
 * wrong and what to do.
 */
public abstract class UserError extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String sentence;

  /**
   * A fault.
   *
   * @param sentence in which settings are written as {@link SettingName} has it
   * @param cause may be null
   */
  protected UserError(String sentence, Throwable cause) {
    super(SettingName.plain(String.valueOf(sentence)), cause);
    this.sentence = sentence;
  }

  /** The sentence with settings as {@link SettingName} writes them; the message has bare keys. */
  public String sentence() {
    return sentence;
  }
}
