package gdtrain.run.setting;

import static gdtrain.run.setting.Words.constant;

import gdtrain.choice.Catalog;
import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.Dtype;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Offset;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.encoding.Transform;
import gdtrain.dataset.preparation.Expansion;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.ReferenceLevels;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.dataset.preparation.Transforms;
import gdtrain.metric.ThresholdRule;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.schedule.Schedules;
import gdtrain.table.CellFormat;
import gdtrain.table.Notes;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.Source;
import gdtrain.train.Limits;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * All that decides the result of a run, checked as far as it can be before any data is read. What
 * is left to the program is resolved against the data by {@code gdtrain.run.ResolvedSettings}.
 *
 * @param values the settings as they were given
 * @param reading how bytes become cells
 * @param preparation which columns play which role, and how they become numbers
 * @param network the layers
 * @param loss what is minimised
 * @param descent how descent goes
 * @param limits when to stop
 * @param validation rows that are not learned from, and the seed
 * @param start the model to start from, if any
 */
public record RunSettings(
    SettingValues values,
    ReadingSettings reading,
    Preparation preparation,
    NetworkSettings network,
    LossSettings loss,
    DescentSettings descent,
    Limits limits,
    ValidationSettings validation,
    Optional<StartModel> start)
    implements RunInput {
  private static final int MOST_EPOCHS = 1000;
  private static final double USUAL_TOLERANCE = 1e-8;

  /** The most epochs of a run down the smooth form of a loss with kinks. */
  private static final int MOST_EPOCHS_SMOOTHED = 3000;

  /**
   * Settings with these values, and defaults for the others.
   *
   * @throws InvalidSetting if one is wrong, or two do not go together
   */
  public static RunSettings of(SettingValues values) {
    Preparation preparation = preparation(values);
    NetworkSettings network = NetworkSettings.of(values);
    LossSettings loss = LossSettings.of(values);
    loss.checkTransform(preparation.transforms().target());
    preparation.offset().ifPresent(loss::checkOffset);
    DescentSettings descent = DescentSettings.of(values, network);
    threshold(values); // refuses what is wrong
    if (descent.derivesRate() && loss.jumps()) {
      throw new InvalidSetting(
          "gd with ⟦batch-size⟧ and ⟦loss⟧ %s needs a number for ⟦lr⟧: its slope jumps and bounds no step"
              .formatted(loss.text()));
    }
    return new RunSettings(
        values,
        new ReadingSettings(values),
        network.deep() && loss.scalable() ? preparation.withScaledTarget() : preparation,
        network,
        loss,
        descent,
        limits(values, loss, smooths(network, loss, descent)),
        ValidationSettings.of(values),
        start(values, network));
  }

  /**
   * Settings by key, such as {@code "lr"} to {@code 0.01}.
   *
   * @param settings keys of {@link Settings} to texts, numbers, truth values or lists of texts
   * @throws InvalidSetting if a key or a value is wrong, or two do not go together
   */
  public static RunSettings of(Map<String, ?> settings) {
    return unchecked(settings).checked(List.of(), false);
  }

  /** Settings by key, in which those of validation and seed may have no effect. */
  public static RunSettings unchecked(Map<String, ?> settings) {
    SettingValues values = SettingValues.none();
    for (Map.Entry<String, ?> entry : settings.entrySet()) {
      values = with(values, entry.getKey(), entry.getValue());
    }
    return of(values);
  }

  /** Whether a key is that of a setting that decides the result of a run. */
  public static boolean isSetting(String key) {
    return find(key).isPresent();
  }

  private static Optional<Setting<?>> find(String key) {
    return Settings.deciding(Command.FIT).filter(s -> s.key().equals(key)).findFirst();
  }

  /** These settings with another value for one. */
  public RunSettings with(String key, Object value) {
    return with(Map.of(key, value));
  }

  /** These settings with other values for some. */
  public RunSettings with(Map<String, ?> changes) {
    SettingValues changed = values;
    for (Map.Entry<String, ?> entry : changes.entrySet()) {
      changed = with(changed, entry.getKey(), entry.getValue());
    }
    return of(changed).checked(List.of(), false);
  }

  private static SettingValues with(SettingValues values, String key, Object value) {
    Setting<?> setting =
        find(key).orElseThrow(() -> new InvalidSetting("there is no setting '%s'".formatted(key)));
    return values.with(
        setting,
        value instanceof List<?> items
            ? items.stream().map(Object::toString).toList()
            : List.of(value.toString()));
  }

  private static Preparation preparation(SettingValues values) {
    return new Preparation(
            values.find(Settings.TARGET),
            Words.automatic(Task.class, Settings.TASK, values.get(Settings.TASK)),
            values.find(Settings.WEIGHT),
            Selection.parse(values.text(Settings.INCLUDE)),
            Selection.parse(values.text(Settings.EXCLUDE)),
            constant(Scaling.class, Settings.SCALE, values),
            constant(Coding.class, Settings.ENCODE, values),
            constant(MissingPolicy.class, Settings.MISSING, values),
            new Expansion(values.get(Settings.DEGREE), values.get(Settings.INTERACTIONS)))
        .withReferences(
            new ReferenceLevels(
                values.find(Settings.POSITIVE), values.find(Settings.BASE).orElse(List.of())))
        .withRare(values.get(Settings.RARE))
        .withOffset(offset(values))
        .withTransforms(
            new Transforms(
                Selection.parse(values.text(Settings.LOG_INPUTS)),
                constant(Transform.class, Settings.TARGET_TRANSFORM, values)))
        .withDtype(constant(Dtype.class, Settings.DTYPE, values));
  }

  private static Optional<Offset> offset(SettingValues values) {
    Optional<Offset> offset = values.find(Settings.OFFSET).map(name -> new Offset(name, false));
    Optional<Offset> exposure = values.find(Settings.EXPOSURE).map(name -> new Offset(name, true));
    if (offset.isPresent() && exposure.isPresent()) {
      throw new InvalidSetting(
          "⟦offset⟧ and ⟦exposure⟧ both say what is added: the offset is the logarithm of the exposure");
    }
    return offset.or(() -> exposure);
  }

  private static boolean smooths(
      NetworkSettings network, LossSettings loss, DescentSettings descent) {
    return loss.jumps() && !network.deep() && descent.automatic();
  }

  /** Whether a loss with kinks is minimised by its smooth form. */
  public boolean smooths() {
    return smooths(network, loss, descent);
  }

  private static Limits limits(SettingValues values, LossSettings loss, boolean smooths) {
    Optional<Double> tolerance = values.find(Settings.TOLERANCE);
    boolean untold = loss.jumps() && !smooths;
    if (untold && tolerance.isPresent() && tolerance.get() > 0) {
      throw new InvalidSetting(
          "⟦tolerance⟧ has no effect with ⟦loss⟧ %s: its slope jumps and tells no distance"
              .formatted(loss.text()));
    }
    return new Limits(
        epochs(values.get(Settings.EPOCHS), smooths ? MOST_EPOCHS_SMOOTHED : MOST_EPOCHS),
        tolerance.orElse(untold ? 0 : USUAL_TOLERANCE),
        values.find(Settings.TIME_LIMIT).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        values.find(Settings.PATIENCE).map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  private static int epochs(String text, int usual) {
    try {
      return Words.isAuto(text) ? usual : Words.whole(text).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new InvalidSetting(
          "⟦epochs⟧ must be auto or a whole number of at most 2,147,483,647, not '%s'"
              .formatted(text),
          e);
    }
  }

  private static Optional<StartModel> start(SettingValues values, NetworkSettings network) {
    Optional<String> file = values.find(Settings.WARM_START);
    if (file.isPresent() && network.initializer().isPresent()) {
      throw new InvalidSetting("⟦init⟧ has no effect with ⟦warm-start⟧");
    }
    return file.map(StartModel::read);
  }

  /**
   * Refuses settings of validation and seed that are wrong or have no effect.
   *
   * @param data the names of the files of the table
   * @param random whether random numbers are drawn besides those of training
   */
  public RunSettings checked(List<String> data, boolean random) {
    validation.check(data, values, random || random() || dealsForThreshold());
    return this;
  }

  /** These settings for another network. */
  public RunSettings withNetwork(NetworkSettings other) {
    return new RunSettings(
        values, reading, preparation, other, loss, descent, limits, validation, start);
  }

  /** These settings with the learning rate that they were to derive. */
  public RunSettings withLearningRate(double rate) {
    DescentSettings known = descent.withLearningRate(rate);
    return new RunSettings(
        values, reading, preparation, network, loss, known, limits, validation, start);
  }

  /** Every setting that has a value, given or by default, in the order of help. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    Settings.deciding(Command.FIT)
        .forEach(setting -> values.set(setting).ifPresent(value -> map.put(setting.key(), value)));
    map.computeIfPresent("optimizer", (key, text) -> complete(Optimizers.CATALOG, text));
    map.computeIfPresent("schedule", (key, text) -> complete(Schedules.CATALOG, text));
    return map;
  }

  private static Object complete(Catalog<?> catalog, Object text) {
    return Words.isAuto(text.toString()) ? text : catalog.complete(text.toString());
  }

  /** The values of {@link #toMap} as texts. */
  public Map<String, String> toTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    toMap().forEach((key, value) -> texts.put(key, value.toString()));
    return texts;
  }

  /** The keys of settings that differ between two runs, in the order of these. */
  public static Set<String> diff(Map<String, String> these, Map<String, String> those) {
    Set<String> keys = new LinkedHashSet<>(these.keySet());
    keys.addAll(those.keySet());
    keys.removeIf(key -> these.containsKey(key) && these.get(key).equals(those.get(key)));
    return keys;
  }

  /** Whether there is a constant term. */
  public boolean intercept() {
    return values.get(Settings.INTERCEPT);
  }

  /** Whether the most epochs may be fewer than the limits say. */
  public boolean automaticEpochs() {
    return Words.isAuto(values.get(Settings.EPOCHS));
  }

  /** From which probability on the positive class is predicted, if that is asked for. */
  public Optional<ThresholdRule> threshold() {
    return threshold(values);
  }

  private static Optional<ThresholdRule> threshold(SettingValues values) {
    return values.isGiven(Settings.THRESHOLD)
        ? Optional.of(ThresholdRule.parse(values.get(Settings.THRESHOLD)))
        : Optional.empty();
  }

  /** Whether rows are dealt to folds for a threshold, for lack of validation rows. */
  public boolean dealsForThreshold() {
    return threshold().filter(rule -> rule.fixed().isEmpty()).isPresent()
        && validation.validation().isEmpty();
  }

  /** Whether training draws random numbers. */
  public boolean random() {
    boolean startsAtRandom = network.random() && start.isEmpty();
    return startsAtRandom || network.drops() || descent.batchRows().isPresent();
  }

  /**
   * The factor that the reader makes on its way, where the rows may be compressed; none where they
   * will not be, however many there are.
   *
   * @param target as it was named, if it was
   */
  public Optional<FactorRequest> factoring(Optional<String> target) {
    int mostRows = descent.batchRows().orElse(Integer.MAX_VALUE);
    return descent.compress() && !network.deep() && loss.maybeSquared()
        ? Optional.of(new FactorRequest(target, mostRows))
        : Optional.empty();
  }

  @Override
  public RunSettings settings() {
    return this;
  }

  @Override
  public Table read(Source source, Optional<FactorRequest> factoring, int threads) {
    return CsvReader.read(source, reading.csv().with(factoring), threads);
  }

  @Override
  public Table readLike(Table like, Source source, int threads) {
    Map<String, CellFormat> formats = new HashMap<>();
    like.columns().forEach(column -> formats.put(column.name(), column.reading().format()));
    return CsvReader.read(source, reading.csv(formats, Optional.empty()), threads);
  }

  @Override
  public Optional<FactorRequest> factoring() {
    boolean plain =
        preparation.weight().isEmpty()
            && preparation.expansion().isNone()
            && preparation.transforms().equals(Transforms.NONE)
            && preparation.dtype() == Dtype.DOUBLE
            && !preparation.task().equals(Optional.of(Task.CLASSIFICATION))
            && !validation.cuts();
    return plain ? factoring(preparation.target()) : Optional.empty();
  }

  @Override
  public Prepared prepare(Table table, Function<String, Table> reader, Notes notes) {
    return Prepared.of(table, preparation, intercept(), validation.holdout(reader), notes);
  }

  /** All that decides what {@link #prepare} makes of the same tables. */
  public Rows rows() {
    return new Rows(preparation, intercept());
  }

  /**
   * How rows become inputs.
   *
   * @param preparation which columns play which role, and how they become numbers
   * @param intercept whether there is a constant term
   */
  public record Rows(Preparation preparation, boolean intercept) {}
}
