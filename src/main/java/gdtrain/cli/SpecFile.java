package gdtrain.cli;

import gdtrain.spec.SpecReader;
import gdtrain.spec.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file behind {@code --spec}. */
final class SpecFile {
  private SpecFile() {}

  /** Its keys; what is wrong with it is wrong usage, as wrong options are. */
  static Value.Keys read(String argument, Console console) {
    String name = argument.equals("-") ? "standard input" : argument;
    try {
      byte[] content =
          argument.equals("-")
              ? console.in().readAllBytes()
              : Files.readAllBytes(Path.of(argument));
      return SpecReader.read(name, content);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "--spec: %s does not exist; check the name and the current directory".formatted(name), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--spec: %s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }
}
