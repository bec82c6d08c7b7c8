package gdtrain.run.setting;

import gdtrain.dataset.encoding.Schema;
import gdtrain.loss.Loss;
import gdtrain.model.BadModel;
import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.model.WarmStart;
import gdtrain.network.Layer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A saved model that a run starts from.
 *
 * @param file as it was named
 * @param model what it holds
 * @param doubt a sentence where it was edited since it was written
 */
public record StartModel(String file, Model model, Optional<String> doubt) {
  /** Reads the model file. */
  public static StartModel read(String file) {
    ModelFile.Content content = ModelFile.content(Path.of(file));
    return new StartModel(file, content.model(), content.doubt());
  }

  /** Its parameters, for rows that are scaled as the schema says. */
  public double[] parameters(Schema schema, List<Layer> hidden, Loss loss) {
    try {
      return WarmStart.of(model, schema, hidden, loss);
    } catch (IllegalArgumentException e) {
      throw new BadModel(
          "⟦warm-start⟧ %s does not fit this run: %s".formatted(file, e.getMessage()), e);
    }
  }
}
