package gdtrain.choice;

/** A setting has a value that it cannot have, or that has no effect beside the others. */
public class InvalidSetting extends UserError {
  private static final long serialVersionUID = 1;

  /** A fault; settings in the sentence are written as {@link SettingName} has it. */
  public InvalidSetting(String sentence) {
    this(sentence, null);
  }

  /** A fault with its reason. */
  public InvalidSetting(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
