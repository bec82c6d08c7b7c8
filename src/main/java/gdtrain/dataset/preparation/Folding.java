package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.encoding.Cells;
import gdtrain.table.Column;
import gdtrain.table.Notes;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.UnknownColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Which rows each fold of a cross-validation holds out. */
public sealed interface Folding {
  /**
   * A part of a cross-validation.
   *
   * @param name tells it from the others
   * @param held the rows, from 0, that are only measured; the others are learned from
   */
  record Fold(String name, BitSet held) {
    /** The rows by their use; those held out are test rows, which decide nothing. */
    Split split(Table rows) {
      BitSet learned = new BitSet();
      learned.set(0, rows.rows());
      learned.andNot(held);
      return new Split(
          rows.select(learned.stream().toArray()),
          rows.select(new int[0]),
          rows.select(held.stream().toArray()));
    }
  }

  /** The column that names folds, by index, and so is no input. */
  Optional<Integer> column(Table table);

  /**
   * The folds, in order.
   *
   * @param rows those that can be used
   * @param labels the class of every row; all the same where a number is predicted
   * @param notes receives what they are like
   */
  List<Fold> folds(Table rows, List<String> labels, Notes notes);

  /** The rows of each label, from 0; labels by their texts. */
  private static Map<String, List<Integer>> rowsByLabel(int rows, IntFunction<String> label) {
    Map<String, List<Integer>> byLabel = new TreeMap<>();
    for (int row = 0; row < rows; row++) {
      byLabel.computeIfAbsent(label.apply(row), l -> new ArrayList<>()).add(row);
    }
    return byLabel;
  }

  /**
   * Rows are dealt at random, class by class, so that no two folds of a repeat differ by more than
   * one row, neither in all nor in a class.
   *
   * @param folds how many in a repeat
   * @param repeats how often all rows are dealt anew
   * @param seed of the generator
   */
  record Dealt(int folds, int repeats, long seed) implements Folding {
    /** Checks the numbers. */
    public Dealt {
      if (folds < 2) {
        throw new InvalidSetting("⟦folds⟧ must be 2 or more, not " + folds);
      }
      if (repeats < 1) {
        throw new InvalidSetting("⟦repeats⟧ must be 1 or more, not " + repeats);
      }
    }

    @Override
    public Optional<Integer> column(Table table) {
      return Optional.empty();
    }

    @Override
    public List<Fold> folds(Table rows, List<String> labels, Notes notes) {
      if (rows.rows() < folds) {
        throw new InvalidSetting(
            "⟦folds⟧ %d is more than the %,d rows there are".formatted(folds, rows.rows()));
      }
      List<int[]> classes =
          rowsByLabel(labels.size(), labels::get).values().stream()
              .map(members -> members.stream().mapToInt(row -> row).toArray())
              .toList();
      for (int[] members : classes) {
        if (members.length < folds) {
          notes.accept(
              "class '%s' has %,d rows, so some of the %d folds hold out none of it"
                  .formatted(labels.get(members[0]), members.length, folds));
        }
      }
      Random random = new Random(seed);
      List<Fold> all = new ArrayList<>();
      for (int repeat = 0; repeat < repeats; repeat++) {
        deal(classes, random, all);
      }
      notes.accept(description(rows.rows(), classes.size() > 1));
      return all;
    }

    private void deal(List<int[]> classes, Random random, List<Fold> to) {
      BitSet[] held = new BitSet[folds];
      Arrays.setAll(held, i -> new BitSet());
      int turn = 0;
      for (int[] members : classes) {
        for (int i : Split.shuffled(members.length, random)) {
          held[turn++ % folds].set(members[i]);
        }
      }
      for (BitSet rows : held) {
        to.add(new Fold(Integer.toString(to.size() + 1), rows));
      }
    }

    private String description(int rows, boolean stratified) {
      int least = rows / folds;
      String size =
          rows % folds == 0 ? "%,d".formatted(least) : "%,d or %,d".formatted(least, least + 1);
      return "%d folds of %s rows%s%s (⟦seed⟧ %d)"
          .formatted(
              folds,
              size,
              stratified ? ", the classes shared out evenly" : "",
              repeats == 1 ? "" : ", %d times anew".formatted(repeats),
              seed);
    }
  }

  /**
   * A column names the fold of every row.
   *
   * @param reference its name or 1-based number
   */
  record Named(String reference) implements Folding {
    /**
     * {@inheritDoc}
     *
     * @throws UnknownColumn if there is no such column
     */
    @Override
    public Optional<Integer> column(Table table) {
      return Optional.of(Selection.resolveOne(reference, table.columnNames(), "⟦fold-column⟧"));
    }

    @Override
    public List<Fold> folds(Table rows, List<String> labels, Notes notes) {
      Column column = rows.columns().get(column(rows).orElseThrow());
      for (int row = 0; row < rows.rows(); row++) {
        if (column.isMissing(row)) {
          throw Cells.at(rows, column, row, "names no fold; fill it, or leave the row out");
        }
      }
      Map<String, List<Integer>> held = rowsByLabel(rows.rows(), row -> Cells.label(column, row));
      List<Fold> folds =
          Cells.labels(column).stream().map(name -> new Fold(name, set(held.get(name)))).toList();
      if (folds.size() < 2) {
        throw new InvalidSetting(
            "⟦fold-column⟧ '%s' names one fold only, '%s': there must be two or more"
                .formatted(column.name(), folds.get(0).name()));
      }
      notes.accept(
          folds.stream()
              .map(fold -> "%s (%,d)".formatted(fold.name(), fold.held().cardinality()))
              .collect(
                  Collectors.joining(
                      ", ", "%,d folds by '%s': ".formatted(folds.size(), column.name()), "")));
      return folds;
    }

    private static BitSet set(List<Integer> rows) {
      BitSet set = new BitSet();
      rows.forEach(set::set);
      return set;
    }
  }
}
