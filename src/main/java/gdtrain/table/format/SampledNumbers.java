package gdtrain.table.format;

/** Which look at their cells the first numbers of a column ask for. */
public final class SampledNumbers {
  /** Whole numbers up to here are exact doubles. */
  private static final double EXACT = 1L << 53;

  private boolean texts;
  private boolean leadingZeros;
  private boolean beyondDouble;
  private boolean bare;
  private boolean groupsOnly = true;
  private boolean points;
  private boolean decimals;

  /**
   * Takes a cell that is not missing.
   *
   * @param number NaN if it is none as programs write them
   */
  public void add(String cell, double number) {
    if (Double.isNaN(number)) {
      texts = true;
      return;
    }
    int point = cell.indexOf('.');
    int first = cell.charAt(0) == '-' || cell.charAt(0) == '+' ? 1 : 0;
    if (point < 0) {
      whole(cell, first, number);
      return;
    }
    boolean group =
        cell.length() == point + 4
            && point - first <= 3
            && point > first
            && cell.charAt(first) != '0';
    points = true;
    groupsOnly &= group;
    decimals |= !group;
  }

  private void whole(String cell, int first, double number) {
    bare = true;
    groupsOnly &= cell.length() - first <= 3;
    leadingZeros |= cell.length() > first + 1 && cell.charAt(first) == '0';
    beyondDouble |= Math.abs(number) > EXACT && cell.indexOf('e') < 0 && cell.indexOf('E') < 0;
  }

  /**
   * Whether the cells must be read as texts first.
   *
   * @param semicolons whether the point may well stand between thousands
   */
  public boolean needALook(boolean semicolons) {
    boolean groups = points && groupsOnly && (bare || semicolons);
    return texts || leadingZeros || beyondDouble || groups;
  }

  /** Whether a point here can only be a decimal point. */
  public boolean haveDecimalPoint() {
    return !texts && decimals;
  }
}
