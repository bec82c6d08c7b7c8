package gdtrain.run.setting;

import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.Source;
import java.util.Optional;
import java.util.function.Function;

/** What a run is made from: settings, or a saved model. */
public interface RunInput {
  /** How the run goes. */
  RunSettings settings();

  /** The factor of the table learned from that will be of use, if any. */
  Optional<FactorRequest> factoring();

  /** Reads a table. */
  Table read(Source source, Optional<FactorRequest> factoring, int threads);

  /** Reads a table whose cells are written as those of another. */
  Table readLike(Table like, Source source, int threads);

  /**
   * The rows to learn from, and those to watch or measure.
   *
   * @param reader reads the tables of other files
   * @param notes receives what was assumed
   */
  Prepared prepare(Table table, Function<String, Table> reader, Notes notes);
}
