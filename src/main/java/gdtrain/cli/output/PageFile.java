package gdtrain.cli.output;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.VisibleText;
import gdtrain.run.OutputFile;
import java.util.Locale;

/** A file that a page goes to. */
public final class PageFile {
  private PageFile() {}

  /**
   * Refuses a name by which nobody would know a page.
   *
   * @throws InvalidSetting that says what to do
   */
  public static OutputFile checked(OutputFile file) {
    String name = file.path().toString();
    if (!name.toLowerCase(Locale.ROOT).endsWith(".html")) {
      throw new InvalidSetting(
          "%s %s: a page ends with .html".formatted(file.setting(), VisibleText.of(name)));
    }
    return file;
  }
}
