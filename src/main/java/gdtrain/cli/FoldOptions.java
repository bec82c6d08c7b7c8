package gdtrain.cli;

import gdtrain.dataset.preparation.Folding;
import picocli.CommandLine.Option;

/** How rows are shared out to folds. */
final class FoldOptions {
  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "Hold out each of K parts of the rows in turn. Default: 5.")
  Integer folds;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description =
          "Do it N times, with the rows dealt anew; fold K+1 is the next's first. Default: 1.")
  Integer repeats;

  @Option(
      names = "--fold-column",
      paramLabel = "COLUMN",
      description =
          "Rows with the same value in this column are a fold; it is then no input. For rows that"
              + " belong together, or the folds of another program.")
  String column;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed of all random numbers: the dealing of rows, starting weights, batches, dropout."
              + " Default: 42.")
  Long seed;

  /** The seed, given or not. */
  long seed() {
    return seed == null ? 42 : seed;
  }

  /**
   * What the options say, checked.
   *
   * @param random whether training draws random numbers, too
   */
  Folding folding(boolean random) {
    if (column == null) {
      return new Folding.Dealt(folds == null ? 5 : folds, repeats == null ? 1 : repeats, seed());
    }
    refuse("--folds", folds);
    refuse("--repeats", repeats);
    refuse("--seed", random ? null : seed);
    return new Folding.Named(column);
  }

  private static void refuse(String option, Object value) {
    if (value != null) {
      throw new IllegalArgumentException(
          option + " has no effect with --fold-column, which says what the folds are");
    }
  }
}
