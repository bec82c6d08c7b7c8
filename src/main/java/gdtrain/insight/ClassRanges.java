package gdtrain.insight;

import gdtrain.dataset.BlockReader;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.PlainRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The smallest and the largest value of every input in every class, and the thresholds that
 * separate classes.
 */
final class ClassRanges {
  private final double[][] smallest;
  private final double[][] largest;
  private final int features;
  private final boolean intercept;

  /** The classes that have rows. */
  private final List<Integer> present;

  ClassRanges(Dataset data, boolean intercept) {
    int width = data.inputs();
    int classes = Math.max(2, data.outputs());
    this.smallest = new double[classes][width];
    this.largest = new double[classes][width];
    this.features = width - (intercept ? 1 : 0);
    this.intercept = intercept;
    Arrays.stream(smallest).forEach(row -> Arrays.fill(row, Double.POSITIVE_INFINITY));
    Arrays.stream(largest).forEach(row -> Arrays.fill(row, Double.NEGATIVE_INFINITY));
    this.present = present(data);
    try (BlockReader reader = data.open()) {
      for (int i = 0; i < data.blocks() && !overlap(); i++) { // more rows only widen the ranges
        widen(reader.readPlain(i));
      }
    }
  }

  private static List<Integer> present(Dataset data) {
    BitSet met = new BitSet();
    data.forEachTarget(
        rows -> {
          for (int i = 0; i < rows.count(); i++) {
            met.set(rows.label(i), met.get(rows.label(i)) || rows.weights()[i] > 0);
          }
        });
    return met.stream().boxed().toList();
  }

  private void widen(PlainRows rows) {
    int width = rows.inputs().length / rows.count();
    for (int i = 0; i < rows.count(); i++) {
      if (rows.weights()[i] > 0) {
        widen(rows.label(i), rows.inputs(), i * width);
      }
    }
  }

  /** Whether rows of all classes were seen and no feature separates any of them. */
  private boolean overlap() {
    return present.stream().allMatch(k -> smallest[k][0] <= largest[k][0])
        && IntStream.range(0, features).boxed().flatMap(this::cuts).noneMatch(this::apart);
  }

  private void widen(int label, double[] inputs, int from) {
    for (int j = 0; j < smallest[label].length; j++) {
      smallest[label][j] = Math.min(smallest[label][j], inputs[from + j]);
      largest[label][j] = Math.max(largest[label][j], inputs[from + j]);
    }
  }

  /** The classes that have rows. */
  List<Integer> present() {
    return present;
  }

  /**
   * The separation by one feature: preferably a complete one, then one without rows on its
   * threshold, then that with the widest gap relative to the feature's range.
   */
  Optional<ClassSeparation> split() {
    return IntStream.range(0, features)
        .boxed()
        .flatMap(this::cuts)
        .filter(this::holds)
        .max(
            Comparator.comparing(this::complete)
                .thenComparing(this::strict)
                .thenComparing(cut -> (cut.above - cut.below) / range(cut.feature)))
        .map(this::split);
  }

  /**
   * A split of the classes in two by a feature.
   *
   * @param below the largest value of the lower classes
   * @param above the smallest value of the upper classes; they overlap where it is smaller
   */
  private record Cut(int feature, double below, double above, List<Integer> upper) {}

  /** Every split of the classes by a feature that may separate them. */
  private Stream<Cut> cuts(int feature) {
    List<Integer> order =
        present.stream()
            .sorted(
                Comparator.<Integer>comparingDouble(k -> smallest[k][feature])
                    .thenComparingDouble(k -> largest[k][feature]))
            .toList();
    return IntStream.range(1, order.size())
        .mapToObj(
            i ->
                new Cut(
                    feature,
                    order.subList(0, i).stream()
                        .mapToDouble(k -> largest[k][feature])
                        .max()
                        .orElseThrow(),
                    smallest[order.get(i)][feature],
                    order.subList(i, order.size())));
  }

  /** Whether all rows are on their side, or on the threshold; without an intercept that is 0. */
  private boolean holds(Cut cut) {
    return apart(cut) && range(cut.feature) > 0;
  }

  private boolean apart(Cut cut) {
    return cut.below <= cut.above && (intercept || (cut.below <= 0 && cut.above >= 0));
  }

  private boolean strict(Cut cut) {
    return intercept ? cut.below < cut.above : cut.below < 0 && cut.above > 0;
  }

  /**
   * Whether the feature separates every class from every other; one threshold separates only two.
   */
  private boolean complete(Cut cut) {
    return (intercept || present.size() == 2) && cuts(cut.feature).allMatch(this::strict);
  }

  private double range(int feature) {
    double from = present.stream().mapToDouble(k -> smallest[k][feature]).min().orElseThrow();
    return present.stream().mapToDouble(k -> largest[k][feature]).max().orElseThrow() - from;
  }

  private ClassSeparation split(Cut cut) {
    return new ClassSeparation(
        complete(cut),
        cut.upper.stream().sorted().toList(),
        OptionalInt.of(cut.feature),
        OptionalDouble.of(threshold(cut)),
        sides(cut));
  }

  private double threshold(Cut cut) {
    return intercept ? cut.below / 2 + cut.above / 2 : 0;
  }

  private ClassSeparation.Sides sides(Cut cut) {
    if (strict(cut)) {
      return ClassSeparation.Sides.APART;
    }
    double threshold = threshold(cut);
    boolean rowsBelow = present.stream().anyMatch(k -> smallest[k][cut.feature] < threshold);
    boolean rowsAbove = present.stream().anyMatch(k -> largest[k][cut.feature] > threshold);
    return !rowsBelow
        ? ClassSeparation.Sides.ABOVE
        : rowsAbove ? ClassSeparation.Sides.BOTH : ClassSeparation.Sides.BELOW;
  }
}
