package gdtrain.cli;

import gdtrain.dataset.Holdout;
import gdtrain.table.Table;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Rows that are watched and not learned from. */
final class ValidationOptions {
  @Option(
      names = "--validation",
      paramLabel = "SHARE|FILE",
      description =
          "Keep back a random share of the rows, such as 0.2, or use the rows of FILE. The log gets"
              + " the column val_loss, and the epoch where it is lowest is kept.")
  String validation;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the random share. Default: 42.")
  Long seed;

  /** A number, so that {@code -} and {@code .} stay names. */
  private boolean isShare() {
    return validation != null
        && validation.matches("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?");
  }

  /** Refuses what no data can make right, and options without effect. */
  void check(String data, boolean patience) {
    if (data.equals("-") && data.equals(validation)) {
      throw new IllegalArgumentException(
          "DATA and --validation are both -, but standard input can be read only once");
    }
    if (seed != null && !isShare()) {
      throw new IllegalArgumentException(
          "--seed has no effect: only --validation SHARE is random in this run");
    }
    if (patience && validation == null) {
      throw new IllegalArgumentException("--patience has no effect without --validation");
    }
    if (isShare()) {
      share(); // refuses what is not between 0 and 1
    }
  }

  /** Where validation rows come from. */
  Holdout holdout(Function<String, Table> reader) {
    if (validation == null) {
      return new Holdout.None();
    }
    return isShare() ? share() : new Holdout.Other(reader.apply(validation));
  }

  private Holdout.Share share() {
    return new Holdout.Share(Double.parseDouble(validation), seed == null ? 42 : seed);
  }
}
