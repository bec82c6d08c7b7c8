package gdtrain.dataset.preparation;

import gdtrain.dataset.preparation.Folding.Apart;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Which rows a share of a table consists of. */
public sealed interface Cut {
  /**
   * The rows, from 0, in ascending order; at least one, and not all.
   *
   * @param wanted how many there should be, at least one, and not all
   * @param setting that wants them, for errors
   */
  int[] rows(Table table, int wanted, String setting);

  /** The column that decides it, and so is no input, if there is one. */
  default Optional<Apart> column(Table table, String setting) {
    return Optional.empty();
  }

  /** How they were chosen, for people. */
  String text();

  /**
   * Rows drawn at random.
   *
   * @param seed of the generator
   */
  record AtRandom(long seed) implements Cut {
    @Override
    public int[] rows(Table table, int wanted, String setting) {
      int[] rows = Arrays.copyOf(Split.shuffled(table.rows(), new Random(seed)), wanted);
      Arrays.sort(rows);
      return rows;
    }

    @Override
    public String text() {
      return "⟦seed⟧ " + seed;
    }
  }

  /** The last rows, which are the latest where rows are in the order of time. */
  record Last() implements Cut {
    @Override
    public int[] rows(Table table, int wanted, String setting) {
      return IntStream.range(table.rows() - wanted, table.rows()).toArray();
    }

    @Override
    public String text() {
      return "the last of the file";
    }
  }

  /**
   * Whole groups drawn at random: each in turn that leaves no more rows than wanted, then the one
   * that brings their number nearest to it, if one does.
   *
   * @param reference name or 1-based number of the column that names groups
   * @param seed of the generator
   */
  record Groups(String reference, long seed) implements Cut {
    @Override
    public Optional<Apart> column(Table table, String setting) {
      return Optional.of(Apart.of(reference, table, setting));
    }

    @Override
    public int[] rows(Table table, int wanted, String setting) {
      Apart apart = column(table, setting).orElseThrow();
      List<List<Integer>> groups = List.copyOf(apart.rowsByValue(table, "group").values());
      apart.checkGroups(table, groups.size(), 2);
      List<Integer> rows = new ArrayList<>();
      List<List<Integer>> rest = new ArrayList<>();
      for (int index : Split.shuffled(groups.size(), new Random(seed))) {
        List<Integer> group = groups.get(index);
        if (rows.size() + group.size() <= wanted) {
          rows.addAll(group);
        } else {
          rest.add(group);
        }
      }
      List<Integer> nearest = Collections.min(rest, Comparator.comparingInt(group -> group.size()));
      boolean nearer = rows.size() + nearest.size() - wanted < wanted - rows.size();
      if (rest.size() > 1 && (rows.isEmpty() || nearer)) {
        rows.addAll(nearest);
      }
      return rows.stream().mapToInt(row -> row).sorted().toArray();
    }

    @Override
    public String text() {
      return "whole groups of '%s', which is no input; ⟦seed⟧ %d".formatted(reference, seed);
    }
  }
}
