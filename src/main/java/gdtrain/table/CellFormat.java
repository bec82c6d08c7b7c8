package gdtrain.table;

/** How the cells of a column are written, and what number a cell stands for. */
public sealed interface CellFormat permits TextFormat, NumberFormat, DateFormat, ClockFormat {
  /**
   * The number that a cell stands for.
   *
   * @param cell stripped of outer blanks
   * @return NaN if it is not written in this format
   */
  double parse(String cell);

  /** The format in words, as a note says it: "days since 2024-01-01 (d/m/y)". */
  String inWords();

  /** Whether cells are numbers as programs write them, which need no word. */
  default boolean isPlain() {
    return false;
  }
}
