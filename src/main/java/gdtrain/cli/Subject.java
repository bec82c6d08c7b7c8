package gdtrain.cli;

import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.Table;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.Source;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a run is made from: options, or a saved model. */
interface Subject {
  /**
   * How it goes, checked as far as possible before any data is read.
   *
   * @param data as it is named on the command line
   */
  FitPlan plan(String data, int threads);

  /** Which factor of the table that is learned from will be of use, if any. */
  Optional<FactorRequest> factoring(FitPlan plan);

  /** Reads a table, and factorises it where that is wished for. */
  Table read(Source source, Optional<FactorRequest> factoring, int threads);

  /**
   * The rows to learn from, and those to watch or measure, which {@code reader} may be asked for.
   */
  Prepared prepare(
      Table table, FitPlan plan, Function<String, Table> reader, Consumer<String> notes);
}
