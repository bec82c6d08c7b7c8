package gdtrain.fuzz;

import gdtrain.choice.UserError;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.Source;
import java.io.ByteArrayInputStream;

/** A table is read from the bytes, and prepared to be learned from. */
public final class CsvFuzz {
  private static final Notes SILENT =
      new Notes() {
        @Override
        public void accept(String sentence) {}

        @Override
        public void warn(String sentence) {}
      };

  private CsvFuzz() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    try {
      Source source = Source.of("-", new ByteArrayInputStream(bytes));
      Table table = CsvReader.read(source, CsvOptions.defaults());
      Prepared.of(table, Preparation.defaults(), true, new Holdout.None(), SILENT).release();
    } catch (UserError expected) {
      Sentences.check(expected);
    }
  }
}
