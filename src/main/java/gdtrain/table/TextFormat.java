package gdtrain.table;

/** The format of texts, which stand for no numbers. */
public enum TextFormat implements CellFormat {
  /** The only one. */
  TEXT;

  @Override
  public double parse(String cell) {
    return Double.NaN;
  }

  @Override
  public String inWords() {
    return "text";
  }
}
