package gdtrain.table;

import java.util.BitSet;

/** Which columns hold text, judged by the first records. */
final class KindGuess {
  private static final int RECORDS = 1000;

  private KindGuess() {}

  /** The indexes of the columns to read as text: those requested, and those that show text. */
  static BitSet textColumns(Source source, CsvOptions options, Layout layout) {
    BitSet text = new BitSet();
    layout.categorical().forEach(text::set);
    try (Records records = Records.open(source, options, layout.delimiter())) {
      if (layout.heading().present()) {
        records.next();
      }
      for (int i = 0; i < RECORDS && records.next(); i++) {
        mark(records.cells(), options, layout, text);
      }
    }
    return text;
  }

  private static void mark(String[] cells, CsvOptions options, Layout layout, BitSet text) {
    int columns = Math.min(cells.length, layout.heading().names().size());
    for (int column = 0; column < columns; column++) {
      boolean known = text.get(column) || layout.numeric().contains(column);
      if (!known
          && !options.isMissing(cells[column])
          && Double.isNaN(NumberSyntax.parse(cells[column]))) {
        text.set(column);
      }
    }
  }
}
