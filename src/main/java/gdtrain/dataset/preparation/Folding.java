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
import java.util.stream.IntStream;

/** Which rows each fold of a cross-validation holds out. */
public sealed interface Folding {
  /**
   * A part of a cross-validation.
   *
   * @param name tells it from the others
   * @param learned the rows, from 0, that are learned from
   * @param held the rows that are only measured
   */
  record Fold(String name, BitSet learned, BitSet held) {
    /** A fold that learns from all rows but those held out. */
    static Fold holding(String name, BitSet held, int rows) {
      BitSet learned = new BitSet();
      learned.set(0, rows);
      learned.andNot(held);
      return new Fold(name, learned, held);
    }

    /** The rows by their use; those held out are test rows, which decide nothing. */
    Split split(Table rows) {
      return new Split(
          rows.select(learned.stream().toArray()),
          rows.select(new int[0]),
          rows.select(held.stream().toArray()));
    }
  }

  /** The column that decides the folds, and so is no input, if there is one. */
  default Optional<Apart> column(Table table) {
    return Optional.empty();
  }

  /** Whether rows are dealt at random. */
  default boolean dealt() {
    return this instanceof Dealt || this instanceof Grouped;
  }

  /**
   * A column that is no input, since it says which rows are held out.
   *
   * @param index in the table, from 0
   * @param setting that names it
   */
  record Apart(int index, String setting) {
    /**
     * The column that a setting names.
     *
     * @throws UnknownColumn if there is no such column
     */
    static Apart of(String reference, Table table, String setting) {
      return new Apart(Selection.resolveOne(reference, table.columnNames(), setting), setting);
    }

    /** Refuses fewer groups than parts, none of which can have rows of one group. */
    void checkGroups(Table table, int groups, int parts) {
      if (groups < parts) {
        throw new InvalidSetting(
            "%s: '%s' has %,d %s, too few for %d parts, none of which shares one"
                .formatted(
                    setting,
                    table.columnNames().get(index),
                    groups,
                    groups == 1 ? "group" : "groups",
                    parts));
      }
    }

    /** The rows of each value, from 0; values by their texts. */
    Map<String, List<Integer>> rowsByValue(Table rows, String what) {
      Column column = rows.columns().get(index);
      for (int row = 0; row < rows.rows(); row++) {
        if (column.isMissing(row)) {
          throw Cells.at(
              rows, column, row, "names no %s; fill it, or leave the row out".formatted(what));
        }
      }
      return rowsByLabel(rows.rows(), row -> Cells.label(column, row));
    }
  }

  /**
   * The folds, in order.
   *
   * @param rows those that can be used
   * @param labels the class of every row; all the same where a number is predicted
   * @param notes receives what they are like
   */
  List<Fold> folds(Table rows, List<String> labels, Notes notes);

  /** The rows of each label, from 0; labels by their texts. */
  static Map<String, List<Integer>> rowsByLabel(int rows, IntFunction<String> label) {
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
        to.add(Fold.holding(Integer.toString(to.size() + 1), rows, turn));
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
    @Override
    public Optional<Apart> column(Table table) {
      return Optional.of(Apart.of(reference, table, "⟦fold-column⟧"));
    }

    @Override
    public List<Fold> folds(Table rows, List<String> labels, Notes notes) {
      Apart apart = column(rows).orElseThrow();
      Column column = rows.columns().get(apart.index());
      Map<String, List<Integer>> held = apart.rowsByValue(rows, "fold");
      List<Fold> folds =
          Cells.labels(column).stream()
              .map(name -> Fold.holding(name, set(held.get(name)), rows.rows()))
              .toList();
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
  }

  /** These rows. */
  private static BitSet set(List<Integer> rows) {
    BitSet set = new BitSet();
    rows.forEach(set::set);
    return set;
  }

  /** Each row is a fold of its own. */
  record LeaveOneOut() implements Folding {
    /** More runs than this take long and tell no more than ten folds. */
    private static final int MOST = 5000;

    @Override
    public List<Fold> folds(Table rows, List<String> labels, Notes notes) {
      int count = rows.rows();
      if (count < 2 || count > MOST) {
        throw new InvalidSetting(
            "⟦folds⟧ loo trains once for every row, here %,d times, and is for 2 to %,d rows%s"
                .formatted(count, MOST, count > MOST ? "; ⟦folds⟧ 10 tells nearly as much" : ""));
      }
      notes.accept("%,d folds of one row".formatted(count));
      return IntStream.range(0, count)
          .mapToObj(row -> Fold.holding(Integer.toString(row + 1), set(List.of(row)), count))
          .toList();
    }
  }

  /**
   * Rows are in the order of time: each fold holds out a stretch and learns from all rows before
   * it. With n rows and K folds the last K stretches of n / (K + 1) rows, rounded down, are held
   * out; the first learns from the rows that are left over, too.
   *
   * @param folds how many there are, K
   */
  record InTime(int folds) implements Folding {
    /** Checks the number. */
    public InTime {
      if (folds < 2) {
        throw new InvalidSetting("⟦folds⟧ time:K needs a K of 2 or more, not " + folds);
      }
    }

    @Override
    public List<Fold> folds(Table rows, List<String> labels, Notes notes) {
      int count = rows.rows();
      int size = count / (folds + 1);
      if (size < 1) {
        throw new InvalidSetting(
            "⟦folds⟧ time:%d needs %,d rows or more, and there are %,d"
                .formatted(folds, folds + 1, count));
      }
      notes.accept(
          "%d folds of %,d rows in the order of the file, each learning from all rows before it"
              .formatted(folds, size));
      return IntStream.range(0, folds)
          .mapToObj(
              i -> {
                int from = count - (folds - i) * size;
                return new Fold(Integer.toString(i + 1), range(0, from), range(from, from + size));
              })
          .toList();
    }

    private static BitSet range(int from, int to) {
      BitSet rows = new BitSet();
      rows.set(from, to);
      return rows;
    }
  }

  /**
   * Groups of rows are dealt whole, the largest first, each to the fold that so far has the least
   * of its classes: that where the sum over the classes of the fold's share times the group's is
   * lowest, of equal ones the smallest fold. With one class that is the smallest fold.
   *
   * @param reference name or 1-based number of the column that names groups
   * @param folds how many in a repeat
   * @param repeats how often all groups are dealt anew
   * @param seed of the generator that orders groups of one size
   */
  record Grouped(String reference, int folds, int repeats, long seed) implements Folding {
    /** Checks the numbers. */
    public Grouped {
      new Dealt(folds, repeats, seed);
    }

    @Override
    public Optional<Apart> column(Table table) {
      return Optional.of(Apart.of(reference, table, "⟦group⟧"));
    }

    @Override
    public List<Fold> folds(Table rows, List<String> labels, Notes notes) {
      Apart apart = column(rows).orElseThrow();
      String name = rows.columnNames().get(apart.index());
      List<List<Integer>> groups = List.copyOf(apart.rowsByValue(rows, "group").values());
      apart.checkGroups(rows, groups.size(), folds);
      Random random = new Random(seed);
      List<Fold> all = new ArrayList<>();
      for (int repeat = 0; repeat < repeats; repeat++) {
        for (BitSet held : new GroupDealing(groups, labels).deal(folds, random)) {
          all.add(Fold.holding(Integer.toString(all.size() + 1), held, rows.rows()));
        }
      }
      var sizes = all.stream().mapToInt(fold -> fold.held().cardinality()).summaryStatistics();
      notes.accept(
          "%d folds of %,d to %,d rows, %,d groups of '%s' kept whole, which is no input%s (⟦seed⟧ %d)"
              .formatted(
                  folds,
                  sizes.getMin(),
                  sizes.getMax(),
                  groups.size(),
                  name,
                  repeats == 1 ? "" : ", %d times anew".formatted(repeats),
                  seed));
      return all;
    }
  }
}
