package gdtrain.cli;

import gdtrain.dataset.Dtype;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.preparation.Expansion;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.table.Selection;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which columns play which role, and how they become numbers. */
final class PreparationOptions {
  private static final String COLUMNS =
      " Columns are names or 1-based numbers, comma-separated; a name with a comma is quoted.";

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "What to predict, by name or number. Default: the last column.")
  String target;

  @Option(
      names = "--task",
      paramLabel = "auto|regression|classification",
      defaultValue = Automatic.WORD,
      description =
          "auto: classification for text or exactly two values, else regression."
              + " Default: ${DEFAULT-VALUE}.")
  String task = Automatic.WORD;

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "Weights of the rows: 2 counts as two rows, 0 as none." + " Default: all 1.")
  String weight;

  @Option(
      names = "--include",
      paramLabel = "COLUMNS",
      description = "Use columns that would be left out." + COLUMNS)
  String include = "";

  @Option(names = "--exclude", paramLabel = "COLUMNS", description = "Do not use these columns.")
  String exclude = "";

  @Option(
      names = "--categorical",
      paramLabel = "COLUMNS",
      description = "Read these columns as categories though they hold numbers.")
  String categorical = "";

  @Option(
      names = "--numeric",
      paramLabel = "COLUMNS",
      description = "Insist that these columns hold numbers; text in them is an error.")
  String numeric = "";

  @Option(
      names = "--scale",
      paramLabel = "standard|minmax|none",
      defaultValue = "standard",
      description = "Scaling of numeric inputs, by the training rows. Default: ${DEFAULT-VALUE}.")
  String scale = "standard";

  @Option(
      names = "--encode",
      paramLabel = "treatment|full",
      defaultValue = "treatment",
      description =
          "Categories as 0/1 inputs: treatment leaves out the first level, the base."
              + " Default: ${DEFAULT-VALUE}.")
  String encode = "treatment";

  @Option(
      names = "--degree",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Add the powers of every numeric column up to N: x^2, x^3; no products of columns, which"
              + " --interactions adds. Default: ${DEFAULT-VALUE}.")
  int degree = 1;

  @Option(
      names = "--interactions",
      description =
          "Add the product of every two inputs from different columns: x1:x2, x1:species=b; no"
              + " squares, and no products of powers. Powers and products are made of raw values,"
              + " then scaled like numbers; what does not vary is left out and named.")
  boolean interactions;

  @Option(
      names = "--missing",
      paramLabel = "impute|drop|error",
      defaultValue = "impute",
      description =
          "Missing inputs: fill with the training mean or most frequent level, drop the row, or"
              + " refuse. Default: ${DEFAULT-VALUE}.")
  String missing = "impute";

  @Option(
      names = "--dtype",
      paramLabel = "double|float",
      defaultValue = "double",
      description =
          "Inputs of 8 bytes and 16 digits, or of 4 bytes and 7 digits: twice the rows in the same"
              + " memory. All sums, parameters and losses are doubles. Default: ${DEFAULT-VALUE}.")
  String dtype = "double";

  Selection numeric() {
    return Selection.parse(numeric);
  }

  Selection categorical() {
    return Selection.parse(categorical);
  }

  Preparation wishes() {
    Preparation wishes =
        new Preparation(
            Optional.ofNullable(target),
            Words.automatic(Task.class, "--task", task),
            Optional.ofNullable(weight),
            Selection.parse(include),
            Selection.parse(exclude),
            Words.constant(Scaling.class, "--scale", scale),
            Words.constant(Coding.class, "--encode", encode),
            Words.constant(MissingPolicy.class, "--missing", missing),
            new Expansion(degree, interactions));
    return wishes.withDtype(Words.constant(Dtype.class, "--dtype", dtype));
  }
}
