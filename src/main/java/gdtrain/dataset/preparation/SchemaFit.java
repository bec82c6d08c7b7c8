package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.choice.Range;
import gdtrain.dataset.encoding.CategoricalEncoding;
import gdtrain.dataset.encoding.Cells;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.LabelIndex;
import gdtrain.dataset.encoding.MissingIndicator;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.NumericTarget;
import gdtrain.dataset.encoding.ProductTerm;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.encoding.Transform;
import gdtrain.dataset.encoding.Unit;
import gdtrain.table.BadTable;
import gdtrain.table.CellFormat;
import gdtrain.table.Column;
import gdtrain.table.DateFormat;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import gdtrain.table.TextFormat;
import gdtrain.table.store.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** Fits a schema: levels and classes from all rows, statistics from the training rows. */
public final class SchemaFit {
  private final Roles roles;
  private final Preparation preparation;
  private final Table all;
  private final Table training;
  private final boolean intercept;
  private final RowWeights weights;
  private final Map<String, String> bases;
  private final Set<String> logarithms;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param all the rows that may be met, {@code training} the rows that are learned from
   */
  public SchemaFit(
      Roles roles, Preparation preparation, Table all, Table training, boolean intercept) {
    this.roles = roles;
    this.preparation = preparation;
    this.all = all;
    this.training = training;
    this.intercept = intercept;
    this.weights = new RowWeights(training, roles.weight());
    this.bases = preparation.references().baseByColumn(all.columnNames());
    this.logarithms = preparation.transforms().logarithms(all, roles.inputs());
    if (preparation.scaling() == Scaling.ROBUST && roles.weight().isPresent()) {
      throw new InvalidSetting(
          "⟦scale⟧ robust knows no weights: give standard or minmax with ⟦weight⟧");
    }
    if (weights.allZero()) {
      throw RowWeights.allZero(training, "learned from");
    }
  }

  /** The schema; {@link #notes} then says what was left out and added. */
  public Schema fit() {
    List<Encoding> encodings = new ArrayList<>();
    TreeSet<Integer> included =
        new TreeSet<>(preparation.include().resolve(all.columnNames(), "⟦include⟧"));
    for (String name : roles.inputs()) {
      Column column = Cells.column(training, name);
      Optional<Encoding> encoding = encoding(column, included.contains(column.position() - 1));
      encoding.ifPresent(encodings::add);
      boolean gaps = preparation.missing() == MissingPolicy.INDICATOR && !column.isComplete();
      if (gaps && encoding.filter(NumericEncoding.class::isInstance).isPresent()) {
        encodings.add(new MissingIndicator(name));
      }
    }
    checkBases(encodings);
    if (encodings.isEmpty()) {
      throw new BadTable("%s has no input column that varies".formatted(all.name()));
    }
    return new Schema(
        target(),
        roles.weight(),
        roles.offset(),
        encodings,
        products(encodings),
        intercept,
        preparation.dtype(),
        formats(encodings));
  }

  private void checkBases(List<Encoding> encodings) {
    Set<String> categorical = new HashSet<>();
    encodings.stream()
        .filter(CategoricalEncoding.class::isInstance)
        .forEach(encoding -> categorical.add(encoding.column()));
    for (String column : bases.keySet()) {
      if (!categorical.contains(column)) {
        throw new InvalidSetting(
            "⟦base⟧: column '%s' is no input of categories; ⟦categorical⟧ makes one of a column of numbers"
                .formatted(column));
      }
    }
  }

  /** How numbers are written in the columns in use, where it is not plainly. */
  private Map<String, CellFormat> formats(List<Encoding> encodings) {
    Set<String> used = new HashSet<>(List.of(roles.target()));
    roles.weight().ifPresent(used::add);
    roles.offset().ifPresent(offset -> used.add(offset.column()));
    encodings.forEach(encoding -> used.add(encoding.column()));
    Map<String, CellFormat> formats = new HashMap<>();
    for (Column column : all.columns()) {
      CellFormat format = column.reading().format();
      boolean parts =
          format instanceof DateFormat dates
              && dates.parts().stream()
                  .anyMatch(p -> used.contains(dates.partOf(column.name(), p)));
      boolean plain = format.isPlain() || format == TextFormat.TEXT;
      if (!plain && (parts || used.contains(column.name()))) {
        formats.put(column.name(), format);
      }
    }
    return formats;
  }

  private List<ProductTerm> products(List<Encoding> encodings) {
    if (preparation.expansion().isNone()) {
      return List.of();
    }
    ProductFit fit = new ProductFit(encodings, preparation, training, weights, intercept);
    List<ProductTerm> products = fit.fit();
    notes.addAll(fit.notes());
    return products;
  }

  /** What was left out or added, a sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  private Target target() {
    Column column = Cells.column(all, roles.target());
    if (roles.task() == Task.CLASSIFICATION) {
      preparation.transforms().checkClasses(column.name());
      ClassTarget target = preparation.references().order(ClassTarget.of(column));
      if (target.classes().size() > Math.max(2, all.rows() / 2)) {
        throw new BadTable(
            "target '%s' has %,d different values in %,d rows: too many to be classes"
                .formatted(column.name(), target.classes().size(), all.rows()));
      }
      return target;
    }
    preparation.references().checkNumeric(column.name());
    Transform transform = preparation.transforms().target();
    if (column instanceof TextColumn) {
      for (int row = 0; row < all.rows(); row++) {
        Cells.number(all, column, row);
      }
    }
    new NumericTarget(column.name(), transform, Unit.RAW).check(all, Range.FINITE);
    return new NumericTarget(column.name(), transform, targetUnit(transform));
  }

  /**
   * Deviation 1 on the training rows and, where an intercept can say so, mean 0, where it is to be
   * scaled; else its own unit.
   */
  private Unit targetUnit(Transform transform) {
    Column column = Cells.column(training, roles.target());
    Statistics statistics =
        column instanceof NumericColumn numbers && transform == Transform.NONE
            ? weights.statistics(numbers)
            : weights.statistics(
                (from, count, out) -> {
                  Cells.numbers(training, column, from, count, out, 0, 1);
                  Arrays.setAll(out, i -> i < count ? transform.of(out[i]) : out[i]);
                });
    return (preparation.scaledTarget() ? Scaling.STANDARD : Scaling.NONE)
        .unit(statistics, intercept, () -> new double[0]);
  }

  private Optional<Encoding> encoding(Column column, boolean keepConstant) {
    Optional<Encoding> encoding =
        column instanceof NumericColumn numbers
            ? numeric(numbers, keepConstant)
            : categorical((TextColumn) column, keepConstant);
    if (encoding.isEmpty()) {
      notes.add("column '%s' is left out: it does not vary".formatted(column.name()));
    }
    return encoding;
  }

  private Optional<Encoding> numeric(NumericColumn column, boolean keepConstant) {
    Transform transform = logarithms.contains(column.name()) ? Transform.LOG : Transform.NONE;
    NumericEncoding plain = new NumericEncoding(column.name(), transform, Double.NaN, Unit.RAW);
    Statistics statistics =
        transform == Transform.NONE
            ? weights.statistics(column)
            : weights.statistics(
                (from, count, out) -> plain.on(training, column).encode(from, count, out, 0, 1));
    if (!statistics.varies() && !keepConstant) {
      return Optional.empty();
    }
    if (statistics.count() == 0) {
      throw new BadTable(
          "column '%s' of %s has no value in the training rows, so ⟦include⟧ cannot use it"
              .formatted(column.name(), training.name()));
    }
    Unit unit = preparation.scaling().unit(statistics, intercept, () -> values(plain, column));
    return Optional.of(new NumericEncoding(column.name(), transform, statistics.mean(), unit));
  }

  /** The numbers that are not missing. */
  private double[] values(NumericEncoding plain, NumericColumn column) {
    double[] all = new double[column.rows()];
    plain.on(training, column).encode(0, all.length, all, 0, 1);
    return DoubleStream.of(all).filter(value -> !Double.isNaN(value)).toArray();
  }

  private Optional<Encoding> categorical(TextColumn column, boolean keepConstant) {
    List<String> levels = ((TextColumn) Cells.column(all, column.name())).levels();
    LevelCounts counts = new LevelCounts(column, levels);
    boolean missing = counts.missing > 0 && preparation.missing() != MissingPolicy.IMPUTE;
    if (counts.met() + (missing ? 1 : 0) < 2 && !keepConstant) {
      return Optional.empty();
    }
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      if (preparation.rare() == 1 || counts.rows[i] >= preparation.rare()) {
        kept.add(levels.get(i));
      }
    }
    int rare = levels.size() - kept.size();
    if (rare > 0) {
      notes.add(
          "column '%s': %,d of its %,d categories have fewer than %,d training rows and become %s (⟦rare⟧)"
              .formatted(
                  column.name(),
                  rare,
                  levels.size(),
                  preparation.rare(),
                  CategoricalEncoding.OTHER));
    }
    String imputed = missing ? CategoricalEncoding.MISSING : levels.get(counts.mostFrequent());
    if (missing) {
      add(imputed, kept, column, "missing cells", "⟦na⟧ reads it as missing, too");
    }
    if (rare > 0) {
      add(CategoricalEncoding.OTHER, kept, column, "rare ones", "rename it");
    }
    imputed = kept.contains(imputed) ? imputed : CategoricalEncoding.OTHER;
    if (bases.containsKey(column.name())) {
      kept = ReferenceLevels.order(column.name(), kept, bases.get(column.name()));
    }
    return Optional.of(
        new CategoricalEncoding(column.name(), kept, imputed, preparation.coding(), false));
  }

  private void add(String level, List<String> levels, Column column, String what, String remedy) {
    if (levels.contains(level)) {
      throw new BadTable(
          "column '%s' of %s has the category '%s', which is what %s become; %s"
              .formatted(column.name(), all.name(), level, what, remedy));
    }
    levels.add(level);
  }

  /** How often each level comes in the training rows, by rows and by their weights. */
  private final class LevelCounts {
    private final int[] rows;
    private final double[] weight;
    private int missing;

    LevelCounts(TextColumn column, List<String> levels) {
      LabelIndex index = new LabelIndex(column, levels);
      rows = new int[levels.size()];
      weight = new double[levels.size()];
      for (int row = 0; row < column.rows(); row++) {
        if (column.isMissing(row)) {
          missing++;
        } else {
          rows[index.of(row)]++;
          weight[index.of(row)] += weights.of(row);
        }
      }
    }

    int met() {
      return (int) DoubleStream.of(weight).filter(w -> w > 0).count();
    }

    int mostFrequent() {
      int most = 0;
      for (int i = 0; i < weight.length; i++) {
        most = weight[i] > weight[most] ? i : most;
      }
      return most;
    }
  }
}
