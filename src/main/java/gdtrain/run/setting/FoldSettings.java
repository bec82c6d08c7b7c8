package gdtrain.run.setting;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.preparation.Folding;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** Which rows are held out in turn, as settings say it. */
public final class FoldSettings {
  /** Of the dealing of rows, where none is given. */
  public static final long SEED = 42;

  private static final String TIME = "time:";
  private static final String LEAVE_ONE_OUT = "loo";

  private final SettingValues values;
  private final boolean random;
  private final long seed;

  private FoldSettings(SettingValues values, boolean random, Optional<Long> seed) {
    this.values = values;
    this.random = random || (values.get(Settings.LEARNING_CURVE) && !inTime(values));
    this.seed = seed.orElse(SEED);
  }

  /**
   * The folds that settings ask for.
   *
   * @param random whether training itself draws random numbers
   * @param seed of the dealing, if one was given
   * @throws InvalidSetting if one is wrong or has no effect
   */
  public static Folding of(SettingValues values, boolean random, Optional<Long> seed) {
    return new FoldSettings(values, random, seed).folding();
  }

  /** What trains with these settings on all rows: without a column that says what folds are. */
  public static SettingValues onAllRows(SettingValues values, Folding folding, Table table) {
    return folding
        .column(table)
        .map(apart -> Selection.item(table.columnNames().get(apart.index())))
        .map(
            name ->
                values.text(Settings.EXCLUDE).isEmpty()
                    ? name
                    : values.text(Settings.EXCLUDE) + "," + name)
        .map(excluded -> values.with(Settings.EXCLUDE, excluded))
        .orElse(values);
  }

  private static boolean inTime(SettingValues values) {
    return values.find(Settings.FOLDS).filter(folds -> folds.startsWith(TIME)).isPresent();
  }

  private Folding folding() {
    Optional<String> column = values.find(Settings.FOLD_COLUMN);
    if (column.isPresent()) {
      refuse(
          "with ⟦fold-column⟧, which says what the folds are",
          Settings.FOLDS,
          Settings.SWEEP_FOLDS,
          Settings.PATH_FOLDS,
          Settings.GROUP,
          Settings.REPEATS,
          Settings.FOLD_SEED);
      return new Folding.Named(column.get());
    }
    String folds =
        Stream.of(Settings.FOLDS, Settings.SWEEP_FOLDS, Settings.PATH_FOLDS)
            .flatMap(setting -> values.find(setting).stream())
            .findFirst()
            .orElse("5");
    if (folds.equals(LEAVE_ONE_OUT) || folds.startsWith(TIME)) {
      return inOrder(folds);
    }
    int count = count(folds, folds);
    int repeats = values.find(Settings.REPEATS).orElse(1);
    return values
        .find(Settings.GROUP)
        .map(group -> (Folding) new Folding.Grouped(group, count, repeats, seed))
        .orElseGet(() -> new Folding.Dealt(count, repeats, seed));
  }

  /** The folds that the order of the rows decides. */
  private Folding inOrder(String folds) {
    if (values.isGiven(Settings.GROUP)) {
      throw new InvalidSetting(
          folds.equals(LEAVE_ONE_OUT)
              ? "⟦group⟧ and ⟦folds⟧ loo do not go together; ⟦fold-column⟧ holds out one group after the other"
              : "⟦group⟧ and ⟦folds⟧ %s do not go together: a group may lie before and after a cut in time"
                  .formatted(folds));
    }
    refuse("with ⟦folds⟧ " + folds, Settings.REPEATS, Settings.FOLD_SEED);
    return folds.equals(LEAVE_ONE_OUT)
        ? new Folding.LeaveOneOut()
        : new Folding.InTime(count(folds.substring(TIME.length()), folds));
  }

  private void refuse(String why, Setting<?>... without) {
    Stream.of(without)
        .filter(setting -> !(random && setting == Settings.FOLD_SEED))
        .forEach(setting -> values.refuse(setting, why));
  }

  private static int count(String number, String folds) {
    try {
      return Words.whole(number).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new InvalidSetting(
          "⟦folds⟧ takes a whole number, loo or time:K, not '%s'".formatted(folds), e);
    }
  }
}
