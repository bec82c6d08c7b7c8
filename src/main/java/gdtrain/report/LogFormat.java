package gdtrain.report;

/** The shapes of a loss log. */
public enum LogFormat {
  /** Comma-separated with a header; an empty cell was not measured. */
  CSV,
  /**
   * Tab-separated with a header; NaN was not measured, since readers of blanks lose empty cells.
   */
  TSV,
  /** One JSON object a line, {@code "event":"epoch"|"params"|"summary"}; null was not measured. */
  JSONL,
  /**
   * Blank-separated, the header behind {@code #}, as feedgnuplot and vnlog read it; NaN as in TSV.
   */
  VNL,
  /** No log. */
  NONE
}
