package gdtrain.run;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.OptionNumber;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.CategoricalEncoding;
import gdtrain.dataset.encoding.Cells;
import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.MissingCount;
import gdtrain.metric.Metrics;
import gdtrain.metric.ScoredRows;
import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.run.PredictionMetrics.Predictor;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.Notes;
import gdtrain.table.NumericColumn;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.Source;
import gdtrain.table.read.TablePieces;
import gdtrain.train.DataObjective;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A saved model applied to a table.
 *
 * @param model the model
 * @param schema the model's, reading unseen categories as the user wishes
 * @param doubt a sentence where its file was edited since it was written
 */
public record AppliedModel(Model model, Schema schema, Optional<String> doubt) {
  /** The model of a file, with the settings of a command that applies it. */
  public static AppliedModel read(String file, SettingValues values) {
    ModelFile.Content content = ModelFile.content(Path.of(file));
    AppliedModel applied = of(content.model(), values.get(Settings.UNSEEN));
    return new AppliedModel(content.model(), applied.schema(), content.doubt());
  }

  /** A model that reads categories it has not seen as a setting says, error or base. */
  public static AppliedModel of(Model model, String unseen) {
    return switch (unseen) {
      case "error" -> new AppliedModel(model, model.schema(), Optional.empty());
      case "base" -> new AppliedModel(model, model.schema().acceptingUnseen(), Optional.empty());
      default ->
          throw new InvalidSetting("⟦unseen⟧ takes error or base, not '%s'".formatted(unseen));
    };
  }

  /**
   * This model with the threshold that is given, if one is.
   *
   * @throws InvalidSetting if it has none, or it is no probability
   */
  public AppliedModel deciding(Optional<String> given) {
    if (given.isEmpty()) {
      return this;
    }
    DecisionThreshold.check(schema.target(), model.loss());
    double threshold = OptionNumber.number(given.get()).orElse(Double.NaN);
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new InvalidSetting(
          "⟦threshold⟧ takes a probability from 0 to 1, not '%s'".formatted(given.get()));
    }
    return new AppliedModel(model, schema.withThreshold(threshold), doubt);
  }

  /** A sentence where a threshold decides between the classes. */
  public Optional<String> threshold() {
    return schema.target().threshold().stream()
        .mapToObj(
            t ->
                "'%s' is predicted from a probability of %s on (⟦threshold⟧)"
                    .formatted(schema.target().classes().get(1), t))
        .findFirst();
  }

  /** Reads data; categories and classes keep their spelling, also where they look like numbers. */
  public Table read(
      Source source, ReadingSettings reading, Optional<FactorRequest> factoring, int threads) {
    CsvOptions options = reading.csv(schema.cellFormats(), missing()).with(factoring);
    Table table = CsvReader.read(source, options, threads);
    checkColumns(table);
    return table;
  }

  /** Reads data like {@link #read}, piece by piece. */
  TablePieces pieces(Source source, ReadingSettings reading, int threads) {
    CsvOptions options = reading.csv(schema.cellFormats(), missing());
    return TablePieces.of(source, options, schema.blockRows(), threads);
  }

  private List<String> inputs() {
    return schema.encodings().stream().map(Encoding::column).distinct().toList();
  }

  /** Says how the cells of tables were read, as far as the model uses them. */
  final class ReadingNotes {
    /** More unseen categories of a column are not told apart. */
    private static final int MOST = 100_000;

    private final Notes notes;
    private final MissingCount missing = new MissingCount(inputs());
    private final Map<String, List<String>> empty = new LinkedHashMap<>();
    private final Set<String> untold = new HashSet<>(inputs());
    private final Map<CategoricalEncoding, NavigableSet<String>> unseen = new LinkedHashMap<>();

    ReadingNotes(Notes notes) {
      this.notes = notes;
    }

    /**
     * Adds a table, and says what is known of its columns.
     *
     * @param last whether no other follows
     */
    void add(Table table, boolean last) {
      for (Column column : table.columns()) {
        boolean tells = last || !(column instanceof NumericColumn n) || n.statistics().count() > 0;
        if (tells && untold.remove(column.name())) {
          column.reading().notes().forEach(notes);
          column.reading().warnings().forEach(notes::warn);
        } else if (untold.contains(column.name())) {
          empty.put(column.name(), column.reading().notes());
        }
      }
      missing.add(table);
      for (Encoding encoding : schema.encodings()) {
        if (encoding instanceof CategoricalEncoding categories) {
          addUnseen(table, categories);
        }
      }
    }

    private void addUnseen(Table table, CategoricalEncoding encoding) {
      boolean reads = encoding.levels().contains(CategoricalEncoding.OTHER);
      if ((reads || encoding.acceptsUnseen())
          && Cells.column(table, encoding.column()) instanceof TextColumn texts) {
        NavigableSet<String> all =
            unseen.computeIfAbsent(encoding, e -> new TreeSet<>(CellText.ORDER));
        Set<String> seen = new HashSet<>(encoding.levels());
        texts.levels().stream()
            .filter(level -> !seen.contains(level) && all.size() <= MOST)
            .forEach(all::add);
      }
    }

    /** Says what only all tables tell. */
    void end() {
      empty.forEach(
          (column, said) -> said.stream().filter(n -> untold.contains(column)).forEach(notes));
      missing.sentence().ifPresent(notes);
      unseen.forEach((encoding, levels) -> unseen(encoding, levels).ifPresent(notes));
    }
  }

  private static Optional<String> unseen(
      CategoricalEncoding encoding, NavigableSet<String> unseen) {
    return unseen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "column %s: %s%,d categories that the model does not have, such as %s, are read as %s"
                .formatted(
                    CellText.quoted(encoding.column()),
                    unseen.size() > ReadingNotes.MOST ? "at least " : "",
                    unseen.size(),
                    CellText.quoted(unseen.first()),
                    encoding.levels().contains(CategoricalEncoding.OTHER)
                        ? CategoricalEncoding.OTHER
                        : "the base, " + CellText.quoted(encoding.levels().get(0))));
  }

  /** The cells that were missing when the model was trained, if a setting named them. */
  private Optional<String> missing() {
    return model.record().get("settings") instanceof Map<?, ?> settings
        ? Optional.ofNullable(settings.get("na")).map(Object::toString)
        : Optional.empty();
  }

  /**
   * Says what to do where a table lacks the inputs: perhaps it has no header, or another file's.
   */
  void checkColumns(Table table) {
    List<String> names = table.columnNames();
    List<String> inputs = inputs();
    List<String> lacking = inputs.stream().filter(n -> table.column(n).isEmpty()).toList();
    if (lacking.isEmpty()) {
      return;
    }
    List<String> all = Stream.concat(inputs.stream(), Stream.of(schema.target().name())).toList();
    boolean none = lacking.size() == inputs.size();
    boolean same = none && (names.size() == inputs.size() || names.size() == all.size());
    List<String> given = names.size() == all.size() ? all : inputs;
    boolean unnamed = inputs.stream().allMatch(name -> name.matches("c[0-9]+"));
    String remedy =
        same && unnamed
            ? "if its columns are in the order of training, give ⟦columns⟧ "
                + new Selection(given).argument()
            : same
                ? "if line 1 is no header, give ⟦header⟧ no ⟦columns⟧ "
                    + new Selection(given).argument()
                    + " (check their order)"
                : "rename it, or give the names of all columns with ⟦columns⟧";
    throw new BadTable(
        "%s has no column %s, which the model needs; its columns are %s; %s"
            .formatted(
                table.name(), CellText.quoted(lacking.get(0)), CellText.list(names), remedy));
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

  /**
   * Predicts the rows of a table, in the unit in which the target is learned.
   *
   * @throws BadTable from the predictor, if a prediction is no finite number
   */
  public Predictor predictor(Table table) {
    Predictor predictor = predictor(schema.encodeInputs(table));
    int outputs = schema.target().outputs();
    return visitor -> {
      int[] row = {0};
      predictor.predict(
          predictions -> {
            for (int i = 0; i < predictions.length; i++) {
              if (!Double.isFinite(schema.target().raw(predictions[i]))) {
                throw notFinite(table, row[0] + i / outputs);
              }
            }
            row[0] += predictions.length / outputs;
            visitor.accept(predictions);
          });
    };
  }

  /** The sentence for a row whose prediction is no number: its largest scaled input is named. */
  private BadTable notFinite(Table table, int row) {
    Table one = table.select(new int[] {row});
    double[] scaled = schema.encodeInputs(one).block(0).numbers();
    double[] raw = schema.unscaled().encodeInputs(one).block(0).numbers();
    int largest = 0;
    for (int i = 1; i < schema.features().size(); i++) {
      largest = Math.abs(scaled[i]) > Math.abs(scaled[largest]) ? i : largest;
    }
    return new BadTable(
        "%s, line %d, column '%s': %s makes the prediction too large for a number; is it in the unit of training?"
            .formatted(
                table.name(),
                table.line(row),
                schema.features().get(largest).name(),
                CellText.number(raw[largest])));
  }

  /** How well the model predicts the rows of a table, which has targets. */
  public Metrics score(Table table) {
    Metrics score = score(schema.encode(table));
    if (score.metrics().stream().anyMatch(metric -> !Double.isFinite(metric.value()))) {
      predictor(table).predict(predictions -> {}); // names the row, if one is at fault
    }
    return score;
  }

  /** The rows of a table, which has targets, with what is predicted for them. */
  public ScoredRows scored(Table table) {
    return measure(schema.encode(table), rows -> rows.scored(parameters()));
  }

  /** How well the model predicts encoded rows. */
  public Metrics score(Dataset data) {
    return measure(data, rows -> rows.score(parameters()));
  }

  /** Measures encoded rows. */
  public <T> T measure(Dataset data, Function<MeasuredRows, T> measure) {
    try (Workers workers = new Workers(1)) {
      return measure.apply(new MeasuredRows(data, objective(data, workers), units()));
    }
  }

  /** The flat vector. */
  public double[] parameters() {
    return model.scaled().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
