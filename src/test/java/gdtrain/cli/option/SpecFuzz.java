package gdtrain.cli.option;

import gdtrain.choice.UserError;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.SettingValues;
import java.io.ByteArrayInputStream;

/** A spec is read from the bytes. */
public final class SpecFuzz {
  private SpecFuzz() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      SettingValues values = SettingValues.none();
      for (SpecFile.Given given :
          new SpecFile(Command.FIT).read("-", new ByteArrayInputStream(bytes))) {
        values = values.with(given.setting(), given.texts());
      }
    } catch (UserError expected) {
      if (expected.sentence().isBlank()) {
        throw new AssertionError("no sentence", expected);
      }
    }
  }
}
