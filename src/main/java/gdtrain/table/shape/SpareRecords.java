package gdtrain.table.shape;

import gdtrain.table.CellText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which of the first records of a file are no rows, and why. */
public final class SpareRecords {
  /** The most letters of a unit. */
  private static final int UNIT = 15;

  /** The most cells that are shown. */
  private static final int MOST = 4;

  private SpareRecords() {}

  /**
   * Why a record above the header is no row, in words that follow "is no row but".
   *
   * @param record stripped cells
   * @param next the record after it
   * @param width how many cells most records have
   */
  public static Optional<String> above(String[] record, String[] next, int width) {
    long present = Arrays.stream(record).filter(c -> !c.isEmpty()).count();
    if (isSize(record, next, width)) {
      return Optional.of("the number of rows, of columns and the classes");
    }
    boolean full = next.length == width && Arrays.stream(next).noneMatch(String::isEmpty);
    boolean title =
        present == 1
            && width > 1
            && Arrays.stream(record).anyMatch(CellKind::isWord)
            && (record.length < width || (width > 2 && full));
    return title ? Optional.of("a title") : Optional.empty();
  }

  /** The first line of files as scikit-learn has them: rows, columns, then the names of classes. */
  private static boolean isSize(String[] record, String[] next, int width) {
    return record.length > 3
        && isCount(record[0])
        && isCount(record[1])
        && width - Integer.parseInt(record[1]) <= 1
        && width >= Integer.parseInt(record[1])
        && Arrays.stream(record, 2, record.length).allMatch(CellKind::isWord)
        && Arrays.stream(next).anyMatch(CellKind::isNumber);
  }

  private static boolean isCount(String cell) {
    return cell.matches("[1-9][0-9]{0,8}");
  }

  /**
   * Why a record below the header is no row, in words that follow "is no row but".
   *
   * @param record stripped cells
   * @param below the records after it
   */
  public static Optional<String> below(String[] record, List<String[]> below) {
    List<String[]> rows = below.stream().filter(row -> row.length == record.length).toList();
    if (isRule(record)) {
      return Optional.of("a line of dashes");
    }
    int[] figures =
        IntStream.range(0, record.length)
            .filter(i -> CellKind.areFigures(rows.stream().map(row -> row[i]).toList()))
            .toArray();
    boolean noNumbers = Arrays.stream(figures).noneMatch(i -> CellKind.isFigure(record[i]));
    BitSet others = new BitSet();
    others.set(0, record.length);
    Arrays.stream(figures).forEach(others::clear);
    boolean noClass =
        others.stream()
            .filter(i -> !record[i].isEmpty())
            .noneMatch(i -> rows.stream().anyMatch(row -> row[i].equals(record[i])));
    List<String> units =
        Arrays.stream(figures).mapToObj(i -> record[i]).filter(SpareRecords::isLabel).toList();
    boolean unit = units.size() > 1 || units.stream().anyMatch(u -> u.length() <= UNIT);
    return rows.size() > 1 && noNumbers && noClass && unit
        ? Optional.of("a line of units or labels")
        : Optional.empty();
  }

  private static boolean isLabel(String cell) {
    return !cell.isEmpty()
        && !CellKind.isUnknown(cell)
        && (!CellKind.isBlank(cell) || cell.matches(".*[%\\p{Sc}°].*"));
  }

  private static boolean isRule(String[] record) {
    return Arrays.stream(record).anyMatch(c -> c.length() > 1)
        && Arrays.stream(record).allMatch(c -> c.matches("[-=+:_ ]*"));
  }

  /** The first cells of a record that are not empty, for a sentence. */
  public static String shown(String[] record) {
    List<String> cells =
        new ArrayList<>(Arrays.stream(record).filter(cell -> !cell.isEmpty()).toList());
    String first =
        cells.stream().limit(MOST).map(CellText::quoted).collect(Collectors.joining(", "));
    return cells.size() > MOST ? first + ", ..." : first;
  }
}
