package gdtrain.table;

import gdtrain.qr.Elimination;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows on their way into a {@link Slab}, column by column, and what is worked out of them while
 * they are in the cache. Used again for later rows.
 */
final class GrowingSlab {
  private final int columns;
  private final int factored;
  private final int mostRows;
  private final double[][] numbers;
  private final Packing packing;
  private final double[] origin;
  private double[] ones = {};
  private List<Tally> tallies = List.of();
  private Elimination elimination;
  private double[][] triangle;
  private int index;
  private int rows;

  /**
   * @param factored how many columns, from the first, may be factorised
   * @param mostRows that it has room for
   */
  GrowingSlab(int columns, int factored, int mostRows) {
    this.columns = columns;
    this.factored = factored;
    this.mostRows = mostRows;
    this.numbers = new double[columns][0];
    this.packing = new Packing(columns);
    this.origin = new double[1 + factored];
  }

  /** Forgets its rows, and becomes the one with this number. */
  GrowingSlab begin(int number) {
    index = number;
    rows = 0;
    return this;
  }

  /** Takes rows from values that stand row after row, from one on: as many as it has room for. */
  int take(double[] values, int from, int count) {
    int taken = Math.min(count, mostRows - rows);
    makeRoom(rows + taken);
    for (int column = 0; column < columns; column++) {
      double[] to = numbers[column];
      for (int i = 0, at = from * columns + column; i < taken; i++, at += columns) {
        to[rows + i] = values[at];
      }
    }
    rows += taken;
    return taken;
  }

  private void makeRoom(int wanted) {
    if (ones.length < wanted) {
      int room = Math.min(mostRows, 2 * wanted);
      ones = new double[room];
      Arrays.fill(ones, 1);
      for (int column = 0; column < columns; column++) {
        numbers[column] = Arrays.copyOf(numbers[column], room);
      }
    }
  }

  boolean isFull() {
    return rows == mostRows;
  }

  /** Works out all that depends on no other rows. */
  void workOut(boolean packed, boolean factor) {
    tallies = Stream.generate(Tally::new).limit(columns).toList();
    for (int column = 0; column < columns; column++) {
      tallies.get(column).add(numbers[column], ones, rows);
    }
    if (packed) {
      packing.pack(numbers, rows);
    }
    triangle = factor && isComplete() ? factor() : null;
  }

  private boolean isComplete() {
    return tallies.stream().limit(factored).allMatch(Tally::isComplete);
  }

  private double[][] factor() {
    elimination = elimination == null ? new Elimination(1 + factored) : elimination;
    double[][] all =
        Stream.concat(Stream.of(ones), Arrays.stream(numbers).limit(factored))
            .toArray(double[][]::new);
    for (int j = 0; j < factored; j++) {
      origin[1 + j] = tallies.get(j).reference();
    }
    elimination.add(all, origin, rows);
    return elimination.take();
  }

  int index() {
    return index;
  }

  int rows() {
    return rows;
  }

  /** Column after column. */
  double[][] numbers() {
    return numbers;
  }

  /** Of each column. */
  List<Tally> tallies() {
    return tallies;
  }

  /** R of {@code [1, X - origin]}, column after column; null if there is none. */
  double[][] triangle() {
    return triangle;
  }

  /** What was subtracted from each column; 0 for the constant. */
  double[] origin() {
    return origin;
  }

  /** The bytes that it takes packed. */
  int packedBytes() {
    return packing.bytes(rows);
  }

  /** Packed, in a room of as many bytes. */
  Slab packed(ByteBuffer room) {
    return packing.packed(numbers, rows, room);
  }
}
