package gdtrain.run.setting;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.table.BadTable;
import gdtrain.table.Table;
import gdtrain.train.Seed;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows that are not learned from: some are watched, others only measured at the end.
 *
 * @param validation a share of the rows, or a file of others, if rows are watched
 * @param test a share of the rows, or a file of others, if rows are measured at the end
 * @param seed of all random numbers
 */
public record ValidationSettings(Optional<String> validation, Optional<String> test, Seed seed) {
  private static final long USUAL_SEED = 42;

  static ValidationSettings of(SettingValues values) {
    return new ValidationSettings(
        values.find(Settings.VALIDATION),
        values.find(Settings.TEST),
        new Seed(values.find(Settings.SEED).orElse(USUAL_SEED)));
  }

  /** A number, or one of a hundred, so that {@code -} and {@code .} stay names. */
  private static boolean isShare(String text) {
    return OptionNumber.number(text.replaceFirst("%$", "")).isPresent();
  }

  private static double share(String text) {
    return text.endsWith("%")
        ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2).doubleValue()
        : Double.parseDouble(text);
  }

  /**
   * Refuses what no data can make right, and settings without effect.
   *
   * @param data the names of the files of the table
   * @param random whether random numbers are drawn besides the share
   */
  void check(List<String> data, SettingValues values, boolean random) {
    for (String file : data) {
      checkStandardInput("DATA", file, Settings.VALIDATION.toString(), validation.orElse(""));
      checkStandardInput("DATA", file, Settings.TEST.toString(), test.orElse(""));
    }
    if (Collections.frequency(data, "-") > 1) {
      throw new InvalidSetting("DATA is - twice, but standard input can be read only once");
    }
    checkStandardInput(
        Settings.VALIDATION.toString(),
        validation.orElse(""),
        Settings.TEST.toString(),
        test.orElse(""));
    checkFile(Settings.VALIDATION, validation);
    checkFile(Settings.TEST, test);
    if (values.isGiven(Settings.SEED) && !drawn() && !random) {
      throw new InvalidSetting(
          "⟦seed⟧ has no effect: nothing is random in this run, neither ⟦validation⟧ SHARE nor"
              + " hidden layers nor batches");
    }
    if (values.isGiven(Settings.PATIENCE) && validation.isEmpty()) {
      throw new InvalidSetting("⟦patience⟧ has no effect without ⟦validation⟧");
    }
    if (drawn()) {
      holdout(file -> null); // refuses shares that are not between 0 and 1
    }
  }

  /** Refuses what is neither a share nor a file that is there. */
  private static void checkFile(Setting<?> setting, Optional<String> rows) {
    if (rows.filter(String::isBlank).isPresent()) {
      throw new InvalidSetting(
          "%s takes a share of the rows, such as 0.2, or a file, not '%s'"
              .formatted(setting, rows.get()));
    }
    if (rows.isPresent() && !isDrawn(rows) && !isFile(rows.get())) {
      throw new BadTable(
          "%s: %s does not exist; give a file, or a share of the rows, such as 0.2"
              .formatted(setting, rows.get()));
    }
  }

  private static boolean isFile(String name) {
    try {
      return name.equals("-") || !Files.notExists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Refuses to read standard input twice. */
  public static void checkStandardInput(
      String name, String argument, String otherName, String other) {
    if (argument.equals("-") && other.equals("-")) {
      throw new InvalidSetting(
          "%s and %s are both -, but standard input can be read only once"
              .formatted(name, otherName));
    }
  }

  /** Whether validation or test rows are drawn at random. */
  public boolean drawn() {
    return isDrawn(validation) || isDrawn(test);
  }

  private static boolean isDrawn(Optional<String> rows) {
    return rows.filter(ValidationSettings::isShare).isPresent();
  }

  /** Where validation and test rows come from. */
  Holdout holdout(Function<String, Table> reader) {
    Holdout watched =
        validation.isEmpty()
            ? new Holdout.None()
            : isDrawn(validation)
                ? new Holdout.Share(share(validation.get()), seed.value())
                : new Holdout.Other(reader.apply(validation.get()));
    if (test.isEmpty()) {
      return watched;
    }
    return isDrawn(test)
        ? new Holdout.TestShare(watched, share(test.get()), seed.value())
        : new Holdout.Tested(watched, reader.apply(test.get()));
  }
}
