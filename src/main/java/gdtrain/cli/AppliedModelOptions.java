package gdtrain.cli;

import gdtrain.model.ModelFile;
import gdtrain.table.read.Source;
import java.io.InputStream;
import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A saved model and the data it is applied to. */
final class AppliedModelOptions {
  @Parameters(index = "0", paramLabel = "MODEL", description = "A model file.")
  private Path modelFile;

  @Parameters(
      index = "1",
      paramLabel = "DATA",
      description = "A CSV file, may be gzipped; - is stdin.")
  private String data;

  @Option(
      names = "--unseen",
      paramLabel = "error|base",
      defaultValue = "error",
      description =
          "A category not seen in training is an error, or reads as the base level."
              + " Default: ${DEFAULT-VALUE}.")
  private String unseen;

  @ArgGroup(validate = false, heading = "%nReading:%n")
  ReadingOptions reading = new ReadingOptions();

  @ArgGroup(validate = false, order = 9, heading = "%nRunning:%n")
  private MemoryOptions running = new MemoryOptions();

  /** The data. */
  Source source(InputStream standardInput) {
    return Source.of(data, standardInput, running.storage());
  }

  /** The model, read from its file. */
  ModelInput input() {
    return ModelInput.of(ModelFile.read(modelFile), unseen);
  }
}
