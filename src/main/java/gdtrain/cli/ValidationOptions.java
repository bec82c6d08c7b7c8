package gdtrain.cli;

import gdtrain.dataset.preparation.Holdout;
import gdtrain.table.Table;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Rows that are not learned from: some are watched, others only measured at the end. */
final class ValidationOptions {
  @Option(
      names = "--validation",
      paramLabel = "SHARE|FILE",
      description =
          "Keep back a random share of the rows, such as 0.2, or use the rows of FILE. The log gets"
              + " the column val_loss, and the epoch where it is lowest is kept.")
  String validation;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description =
          "Measure the rows of FILE when all is over; they decide neither what is learned nor which"
              + " epoch is kept.")
  String test;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed of all random numbers: the share, starting weights, batches, dropout. Default: 42.")
  Long seed;

  /** A number, so that {@code -} and {@code .} stay names. */
  private static boolean isShare(String text) {
    return text != null && text.matches("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?");
  }

  /** The seed, given or not. */
  long seed() {
    return seed == null ? 42 : seed;
  }

  /**
   * Refuses what no data can make right, and options without effect.
   *
   * @param random whether training draws random numbers
   */
  void check(String data, boolean patience, boolean random) {
    refuseSecondDash("DATA", data, "--validation", validation);
    refuseSecondDash("DATA", data, "--test", test);
    refuseSecondDash("--validation", validation, "--test", test);
    if (isShare(test)) {
      throw new IllegalArgumentException(
          "--test takes a file, not the share %s; --validation keeps back a share".formatted(test));
    }
    if (seed != null && !isShare(validation) && !random) {
      throw new IllegalArgumentException(
          "--seed has no effect: nothing is random in this run, neither --validation SHARE nor"
              + " hidden layers nor batches");
    }
    if (patience && validation == null) {
      throw new IllegalArgumentException("--patience has no effect without --validation");
    }
    if (isShare(validation)) {
      share(); // refuses what is not between 0 and 1
    }
  }

  /** Refuses to read standard input twice. */
  static void refuseSecondDash(String name, String argument, String otherName, String other) {
    if ("-".equals(argument) && "-".equals(other)) {
      throw new IllegalArgumentException(
          "%s and %s are both -, but standard input can be read only once"
              .formatted(name, otherName));
    }
  }

  /** Whether validation rows are drawn at random. */
  boolean drawn() {
    return isShare(validation);
  }

  /** Where validation and test rows come from. */
  Holdout holdout(Function<String, Table> reader) {
    Holdout watched = watched(reader);
    return test == null ? watched : new Holdout.Tested(watched, reader.apply(test));
  }

  private Holdout watched(Function<String, Table> reader) {
    if (validation == null) {
      return new Holdout.None();
    }
    return isShare(validation) ? share() : new Holdout.Other(reader.apply(validation));
  }

  private Holdout.Share share() {
    return new Holdout.Share(Double.parseDouble(validation), seed());
  }
}
