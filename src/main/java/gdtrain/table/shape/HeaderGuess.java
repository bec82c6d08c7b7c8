package gdtrain.table.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether the first record of a file holds names, judged by the records below it.
 *
 * @param names whether it does
 * @param hasNumbers whether there are numbers in it
 * @param doubtful whether the records speak for the contrary, or for both
 */
public record HeaderGuess(boolean names, boolean hasNumbers, boolean doubtful) {
  /** A share of the cells of a column that is as good as all. */
  private static final double NEARLY_ALL = 0.9;

  /** So many counted numbers in a row are no row of data. */
  private static final int MANY = 8;

  /** So many names tell a sequence from chance. */
  private static final int SOME = 3;

  /** Judges the first record; all are of the same length, with stripped cells. */
  public static HeaderGuess of(String[] first, List<String[]> below) {
    return new Records(first, below).guess();
  }

  /** The records that are looked at. */
  private static final class Records {
    private final String[] first;
    private final List<List<String>> columns = new ArrayList<>();
    private final int[] numbers;
    private final List<String[]> below;

    Records(String[] first, List<String[]> below) {
      this.first = first;
      this.below = below.stream().filter(record -> record.length == first.length).toList();
      for (int i = 0; i < first.length; i++) {
        int column = i;
        columns.add(this.below.stream().map(r -> r[column]).filter(c -> !c.isEmpty()).toList());
      }
      this.numbers = IntStream.range(0, first.length).filter(this::isNumber).toArray();
    }

    /** A number, or a figure like those below it. */
    private boolean isNumber(int column) {
      String cell = first[column];
      String mask = CellKind.mask(cell);
      return CellKind.isNumber(cell)
          || (CellKind.isFigure(cell)
              && columns.get(column).stream().map(CellKind::mask).anyMatch(mask::equals));
    }

    HeaderGuess guess() {
      if (numbers.length == 0) {
        boolean met = allMetBelow();
        return new HeaderGuess(!met || areDifferent(), false, met);
      }
      boolean sequence = isSequence();
      if (below.size() < 2 || !areDifferent()) {
        return new HeaderGuess(false, true, false);
      }
      boolean word = words().anyMatch(i -> CellKind.areFigures(columns.get(i)));
      boolean odd = Arrays.stream(numbers).allMatch(this::isOdd);
      boolean names = word || (sequence && isNoRow(odd));
      boolean doubtful = names ? !odd && isOneOfMany() : sequence && numbers.length >= SOME;
      return new HeaderGuess(names, true, doubtful);
    }

    /** One word among numbers may as well be a cell that is wrong. */
    private boolean isOneOfMany() {
      return words().count() == 1 && numbers.length > 1;
    }

    private IntStream words() {
      return IntStream.range(0, first.length).filter(i -> CellKind.isWord(first[i]));
    }

    private boolean areDifferent() {
      List<String> present = Arrays.stream(first).filter(c -> !c.isEmpty()).toList();
      return new HashSet<>(present).size() == present.size();
    }

    /** Whether each cell is also one of its column below, in a record that is not all the same. */
    private boolean allMetBelow() {
      List<String[]> others = below.stream().filter(r -> !Arrays.equals(r, first)).toList();
      int[] present = IntStream.range(0, first.length).filter(i -> !first[i].isEmpty()).toArray();
      return present.length > 1
          && Arrays.stream(present)
              .allMatch(i -> others.stream().anyMatch(r -> r[i].equals(first[i])));
    }

    private double number(int index) {
      String cell = first[numbers[index]];
      return CellKind.isNumber(cell) ? Double.parseDouble(cell) : Double.NaN;
    }

    /** Whole numbers that are counted, or years, with the same step from each to the next. */
    private boolean isSequence() {
      double step = numbers.length > 1 ? number(1) - number(0) : 0;
      boolean even =
          step > 0
              && IntStream.range(0, numbers.length)
                  .allMatch(i -> isWhole(number(i)) && number(i) == number(0) + i * step);
      return even && ((step == 1 && (number(0) == 0 || number(0) == 1)) || areYears());
    }

    private boolean areYears() {
      return IntStream.range(0, numbers.length).allMatch(i -> isYear(number(i)));
    }

    private boolean isNoRow(boolean odd) {
      boolean years =
          areYears()
              && Arrays.stream(numbers)
                  .noneMatch(i -> values(i).stream().allMatch(Records::isYear));
      boolean nextToo = new Records(below.get(0), below.subList(1, below.size())).isSequence();
      return (newLabel() && (odd || years))
          || (numbers.length >= SOME && (odd || years))
          || (numbers.length >= MANY && !nextToo);
    }

    /** Whether the number of the first record is not of the kind of those below. */
    private boolean isOdd(int column) {
      List<Double> values = values(column);
      if (values.isEmpty() || !CellKind.isNumber(first[column])) {
        return false;
      }
      double number = Double.parseDouble(first[column]);
      long broken = values.stream().filter(v -> !isWhole(v)).count();
      boolean outside =
          values.stream().allMatch(v -> v < number) || values.stream().allMatch(v -> v > number);
      return outside || (isWhole(number) && broken >= NEARLY_ALL * values.size());
    }

    private List<Double> values(int column) {
      return columns.get(column).stream()
          .filter(CellKind::isNumber)
          .map(Double::parseDouble)
          .toList();
    }

    /** Whether there is a word over a column of texts that is not met below. */
    private boolean newLabel() {
      return words()
          .anyMatch(
              i -> {
                Set<String> met = new HashSet<>(columns.get(i));
                return !met.isEmpty() && !met.contains(first[i]);
              });
    }

    private static boolean isWhole(double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e15;
    }

    private static boolean isYear(double number) {
      return isWhole(number) && number >= 1500 && number <= 2100;
    }
  }
}
