package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.CategoricalEncoding;
import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.Schema;
import gdtrain.metric.Metrics;
import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.run.PredictionMetrics.Predictor;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.BadTable;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.UnknownColumn;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.Source;
import gdtrain.train.DataObjective;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A saved model applied to a table.
 *
 * @param model the model
 * @param schema the model's, reading unseen categories as the user wishes
 */
public record AppliedModel(Model model, Schema schema) {
  /** The model of a file, with the settings of a command that applies it. */
  public static AppliedModel read(String file, SettingValues values) {
    return of(ModelFile.read(Path.of(file)), values.get(Settings.UNSEEN));
  }

  /** A model that reads categories it has not seen as a setting says, error or base. */
  public static AppliedModel of(Model model, String unseen) {
    return switch (unseen) {
      case "error" -> new AppliedModel(model, model.schema());
      case "base" -> new AppliedModel(model, model.schema().acceptingUnseen());
      default ->
          throw new InvalidSetting("⟦unseen⟧ takes error or base, not '%s'".formatted(unseen));
    };
  }

  /** Reads data; categories and classes keep their spelling, also where they look like numbers. */
  public Table read(
      Source source, ReadingSettings reading, Optional<FactorRequest> factoring, int threads) {
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
          "%s lacks a column that the model needs; %s".formatted(source.name(), e.sentence()), e);
    }
  }

  /** Reads the cells of a table again as they are spelled, missing ones too. */
  public static Table readTexts(Source source, ReadingSettings reading, Table table, int threads) {
    CsvOptions options = reading.csv(Selection.none(), new Selection(table.columnNames()));
    return CsvReader.read(source, options.withMissingTokens(Set.of()), threads);
  }

  /** How many classes there are; 0 where a number is predicted. */
  public int classes() {
    return schema.target().classes().size();
  }

  private TargetUnits units() {
    return TargetUnits.of(schema.target(), model.loss());
  }

  private DataObjective objective(Dataset data, Workers workers) {
    return new DataObjective(model.network(), units().learned(), data, workers);
  }

  /** Predicts encoded rows, in the unit in which the target is learned. */
  public Predictor predictor(Dataset data) {
    return visitor -> {
      try (Workers workers = new Workers(1)) {
        objective(data, workers).predict(parameters(), visitor);
      }
    };
  }

  /** How well the model predicts encoded rows. */
  public Metrics score(Dataset data) {
    try (Workers workers = new Workers(1)) {
      return new MeasuredRows(data, objective(data, workers), units()).score(parameters());
    }
  }

  private double[] parameters() {
    return model.scaled().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
