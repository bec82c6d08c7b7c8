package gdtrain.fuzz;

import gdtrain.choice.UserError;
import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.report.ModelText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model is read from the bytes, shown, and written again. */
public final class ModelFuzz {
  private static final Path FILE = Scratch.file();

  private ModelFuzz() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    try {
      Files.write(FILE, bytes);
      Model model = ModelFile.read(FILE);
      ModelText.lines(model);
      Files.write(FILE, ModelFile.bytes(model));
      Model again = ModelFile.read(FILE);
      if (!again.scaled().equals(model.scaled())) {
        throw new AssertionError("a model that was written is read otherwise");
      }
    } catch (UserError expected) {
      Sentences.check(expected);
    }
  }
}
