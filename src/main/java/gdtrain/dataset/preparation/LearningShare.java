package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The part of a fold's rows that is learned from for a learning curve.
 *
 * @param share of n rows the first share x n in an order are learned from, rounded down
 * @param seed of a random order, in which each class comes evenly; empty: the last row is the first
 */
record LearningShare(double share, OptionalLong seed) {
  /**
   * A fold that holds out the same rows.
   *
   * @param labels the class of every row; all the same where a number is predicted
   * @throws InvalidSetting if too little is left to learn from
   */
  Folding.Fold of(Folding.Fold fold, List<String> labels) {
    int[] learned = fold.learned().stream().toArray();
    int count = (int) (share * learned.length);
    if (count < 2) {
      throw new InvalidSetting(
          "⟦learning-curve⟧ begins with a tenth of the rows learned from, which must be 2 or more; fold %s has %,d rows to learn from"
              .formatted(fold.name(), learned.length));
    }
    BitSet part = new BitSet();
    order(learned, labels).limit(count).forEach(part::set);
    check(new Folding.Fold(fold.name(), part, fold.held()), learned, labels);
    return new Folding.Fold(fold.name(), part, fold.held());
  }

  private static void check(Folding.Fold fold, int[] learned, List<String> labels) {
    Set<String> met = new HashSet<>();
    fold.learned().stream().forEach(row -> met.add(labels.get(row)));
    for (int row : learned) {
      if (!met.contains(labels.get(row))) {
        throw new InvalidSetting(
            "⟦learning-curve⟧: none of the %,d rows that fold %s learns from first is of class '%s'; it needs more rows, or other folds"
                .formatted(fold.learned().cardinality(), fold.name(), labels.get(row)));
      }
    }
  }

  private IntStream order(int[] rows, List<String> labels) {
    if (seed.isEmpty()) {
      return IntStream.range(0, rows.length).map(i -> rows[rows.length - 1 - i]);
    }
    Map<String, Integer> counts = new HashMap<>();
    Arrays.stream(rows).forEach(row -> counts.merge(labels.get(row), 1, Integer::sum));
    Map<String, Integer> met = new HashMap<>();
    record Place(int row, double place) {}
    return Arrays.stream(Split.shuffled(rows.length, new Random(seed.getAsLong())))
        .mapToObj(
            i -> {
              String label = labels.get(rows[i]);
              int before = met.merge(label, 1, Integer::sum) - 1;
              return new Place(rows[i], (before + 0.5) / counts.get(label));
            })
        .sorted(Comparator.comparingDouble(Place::place))
        .mapToInt(Place::row);
  }
}
