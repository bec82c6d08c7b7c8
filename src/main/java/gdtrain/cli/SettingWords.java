package gdtrain.cli;

import gdtrain.choice.SettingName;
import gdtrain.choice.UserError;

/** Texts and errors with every setting as the option of the command line. */
final class SettingWords {
  private SettingWords() {}

  static String worded(String text) {
    return SettingName.worded(text, key -> "--" + key);
  }

  /** What went wrong, for the user. */
  static String sentence(Exception e) {
    return worded(e instanceof UserError fault ? fault.sentence() : String.valueOf(e.getMessage()));
  }
}
