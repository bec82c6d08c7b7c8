package gdtrain.run.setting;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import gdtrain.dataset.preparation.Cut;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows that are not learned from: some are watched, others only measured at the end.
 *
 * @param validation a share of the rows, or a file of others, if rows are watched
 * @param test a share of the rows, or a file of others, if rows are measured at the end
 * @param seed of all random numbers
 */
public record ValidationSettings(Optional<String> validation, Optional<String> test, Seed seed) {
  private static final long USUAL_SEED = 42;

  /** Such as {@code last:0.2} and {@code group:person:0.2}. */
  private static final Pattern WORDS =
      Pattern.compile("(?:last|group:(?<column>.*)):(?<share>[^:]*)");

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
   * A share of the rows of the table.
   *
   * @param fraction of them
   * @param cut which ones
   */
  private record Share(double fraction, Cut cut) {}

  /** The share that a text stands for; empty if it is the name of a file. */
  private Optional<Share> shareOf(String text) {
    Matcher words = WORDS.matcher(text);
    if (!words.matches()) {
      return isShare(text)
          ? Optional.of(new Share(share(text), new Cut.AtRandom(seed.value())))
          : Optional.empty();
    }
    String share = words.group("share");
    String column = words.group("column");
    if (!isShare(share) || (column != null && column.isBlank())) {
      return Optional.empty();
    }
    Cut cut = column == null ? new Cut.Last() : new Cut.Groups(column, seed.value());
    return Optional.of(new Share(share(share), cut));
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
    checkRows(Settings.VALIDATION, validation);
    checkRows(Settings.TEST, test);
    if (values.isGiven(Settings.SEED) && !drawn() && !random) {
      throw new InvalidSetting(
          "⟦seed⟧ has no effect: nothing is random in this run, neither ⟦validation⟧ SHARE nor"
              + " hidden layers nor batches");
    }
    if (values.isGiven(Settings.PATIENCE) && validation.isEmpty()) {
      throw new InvalidSetting("⟦patience⟧ has no effect without ⟦validation⟧");
    }
    if (cuts()) {
      holdout(file -> null); // refuses shares that are not between 0 and 1
    }
  }

  /** Refuses what is neither a share nor a file that is there. */
  private void checkRows(Setting<?> setting, Optional<String> rows) {
    if (rows.filter(String::isBlank).isPresent()) {
      throw new InvalidSetting(
          "%s takes a share of the rows, such as 0.2, or a file, not '%s'"
              .formatted(setting, rows.get()));
    }
    if (rows.isEmpty() || shareOf(rows.get()).isPresent() || isFile(rows.get())) {
      return;
    }
    if (rows.get().matches("(last|group):.*")) {
      throw new InvalidSetting(
          "%s takes a share as 0.2, last:0.2 or group:COLUMN:0.2, not '%s'"
              .formatted(setting, rows.get()));
    }
    throw new BadTable(
        "%s: %s does not exist; give a file, or a share of the rows, such as 0.2"
            .formatted(setting, rows.get()));
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
    return shares().anyMatch(share -> !(share.cut() instanceof Cut.Last));
  }

  /** Whether rows of the table are kept back, at random or not. */
  public boolean cuts() {
    return shares().findAny().isPresent();
  }

  private Stream<Share> shares() {
    return Stream.of(validation, test)
        .flatMap(Optional::stream)
        .map(this::shareOf)
        .flatMap(Optional::stream);
  }

  /** The column whose groups are kept together in the test rows, if it is so. */
  public Optional<String> testGroups() {
    return test.flatMap(this::shareOf)
        .flatMap(
            share ->
                share.cut() instanceof Cut.Groups groups
                    ? Optional.of(groups.reference())
                    : Optional.empty());
  }

  /** Where validation and test rows come from. */
  Holdout holdout(Function<String, Table> reader) {
    Holdout watched = watched(reader);
    if (test.isEmpty()) {
      return watched;
    }
    return shareOf(test.get())
        .map(share -> (Holdout) new Holdout.TestShare(watched, share.fraction(), share.cut()))
        .orElseGet(() -> new Holdout.Tested(watched, reader.apply(test.get())));
  }

  private Holdout watched(Function<String, Table> reader) {
    if (validation.isEmpty()) {
      return new Holdout.None();
    }
    return shareOf(validation.get())
        .map(share -> (Holdout) new Holdout.Share(share.fraction(), share.cut()))
        .orElseGet(() -> new Holdout.Other(reader.apply(validation.get())));
  }
}
