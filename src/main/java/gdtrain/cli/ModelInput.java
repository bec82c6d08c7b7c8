package gdtrain.cli;

import gdtrain.compute.Workers;
import gdtrain.dataset.CategoricalEncoding;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.Encoding;
import gdtrain.dataset.Schema;
import gdtrain.metric.Metrics;
import gdtrain.model.Model;
import gdtrain.report.Quality.Predictor;
import gdtrain.table.BadTable;
import gdtrain.table.CsvOptions;
import gdtrain.table.CsvReader;
import gdtrain.table.Factoring;
import gdtrain.table.Selection;
import gdtrain.table.Source;
import gdtrain.table.Table;
import gdtrain.table.UnknownColumn;
import gdtrain.train.DataObjective;
import java.util.List;
import java.util.Optional;

/**
 * A saved model applied to a table.
 *
 * @param model the model
 * @param schema the model's, reading unseen categories as the user wishes
 */
record ModelInput(Model model, Schema schema) {
  /** A model with the wish about categories it has not seen, {@code error} or {@code base}. */
  static ModelInput of(Model model, String unseen) {
    return switch (unseen) {
      case "error" -> new ModelInput(model, model.schema());
      case "base" -> new ModelInput(model, model.schema().acceptingUnseen());
      default ->
          throw new IllegalArgumentException(
              "--unseen takes error or base, not '%s'".formatted(unseen));
    };
  }

  /** Reads data; categories and classes keep their spelling, also where they look like numbers. */
  Table read(Source source, ReadingOptions reading, int threads) {
    return read(source, reading, Optional.empty(), threads);
  }

  /** The same, factorised where that is wished for. */
  Table read(Source source, ReadingOptions reading, Optional<Factoring> factoring, int threads) {
    List<String> categorical =
        schema.encodings().stream()
            .filter(CategoricalEncoding.class::isInstance)
            .map(Encoding::column)
            .toList();
    try {
      CsvOptions options =
          reading.csv(Selection.none(), new Selection(categorical)).with(factoring);
      return CsvReader.read(source, options, threads);
    } catch (UnknownColumn e) {
      throw new BadTable(
          "%s lacks a column that the model needs; %s".formatted(source.name(), e.getMessage()), e);
    }
  }

  /** How many classes there are; 0 where a number is predicted. */
  int classes() {
    return schema.target().classes().size();
  }

  private TargetUnits units() {
    return TargetUnits.of(schema.target(), model.loss());
  }

  private DataObjective objective(Dataset data, Workers workers) {
    return new DataObjective(model.network(), units().learned(), data, workers);
  }

  /** Predicts encoded rows, in the unit in which the target is learned. */
  Predictor predictor(Dataset data) {
    return visitor -> {
      try (Workers workers = new Workers(1)) {
        objective(data, workers).predict(parameters(), visitor);
      }
    };
  }

  /** How well the model predicts encoded rows. */
  Metrics score(Dataset data) {
    try (Workers workers = new Workers(1)) {
      return new MeasuredRows(data, objective(data, workers), units()).score(parameters());
    }
  }

  private double[] parameters() {
    return model.scaled().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
