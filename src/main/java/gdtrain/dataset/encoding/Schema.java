package gdtrain.dataset.encoding;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.Dtype;
import gdtrain.table.CellFormat;
import gdtrain.table.Notes;
import gdtrain.table.NumberFormat;
import gdtrain.table.Table;
import gdtrain.table.TextFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a table becomes numbers: fitted on the training rows, kept in the model, applied to any table
 * that has the columns.
 *
 * @param target the predicted column
 * @param weight the column of row weights, if any
 * @param offset what raw outputs have added to them, if anything
 * @param encodings of the input columns, in order
 * @param products of their features, which follow them
 * @param intercept whether a last input holds the constant 1
 * @param dtype of the inputs, to which they are rounded
 * @param formats by column, where numbers are not written plainly
 */
public record Schema(
    Target target,
    Optional<String> weight,
    Optional<Offset> offset,
    List<Encoding> encodings,
    List<ProductTerm> products,
    boolean intercept,
    Dtype dtype,
    Map<String, CellFormat> formats) {
  /** What the constant input is called. */
  public static final String INTERCEPT = "(intercept)";

  /**
   * Checks that names tell the features apart.
   *
   * @throws IllegalArgumentException if two features have the same name, or a factor is no feature
   */
  public Schema {
    encodings = List.copyOf(encodings);
    products = List.copyOf(products);
    formats = Collections.unmodifiableMap(new TreeMap<>(formats));
    checkNames(encodings, products);
  }

  private static void checkNames(List<Encoding> encodings, List<ProductTerm> products) {
    Set<String> names = new HashSet<>();
    Stream<String> single = encodings.stream().flatMap(e -> e.features().stream());
    single.forEach(name -> checkNew(name, names));
    Set<String> factors = Set.copyOf(names);
    checkNew(INTERCEPT, names);
    for (ProductTerm product : products) {
      checkNew(product.name(), names);
      if (!factors.containsAll(product.factors())) {
        throw new InvalidSetting("'%s' is a product of what is no input".formatted(product.name()));
      }
    }
  }

  private static void checkNew(String name, Set<String> names) {
    if (!names.add(name)) {
      throw new InvalidSetting(
          "two inputs would have the name '%s'; rename a column, or leave one out with ⟦exclude⟧"
              .formatted(name));
    }
  }

  /** How the cells of each column are to be read, by name. */
  public Map<String, CellFormat> cellFormats() {
    Map<String, CellFormat> all = new TreeMap<>(formats);
    for (Encoding encoding : encodings) {
      boolean text = encoding instanceof CategoricalEncoding;
      all.putIfAbsent(encoding.column(), text ? TextFormat.TEXT : NumberFormat.PLAIN);
    }
    all.putIfAbsent(
        target.name(), target.hasNumericLabels() ? NumberFormat.PLAIN : TextFormat.TEXT);
    weight.ifPresent(name -> all.putIfAbsent(name, NumberFormat.PLAIN));
    offset.ifPresent(o -> all.putIfAbsent(o.column(), NumberFormat.PLAIN));
    return all;
  }

  /** What the columns and the products give, in order, without the intercept. */
  public List<Feature> features() {
    return Stream.concat(
            encodings.stream()
                .flatMap(e -> e.features().stream().map(name -> new Feature(name, e.unit()))),
            products.stream().map(p -> new Feature(p.name(), p.unit())))
        .toList();
  }

  /** How many numbers enter the network for a row. */
  public int inputs() {
    return encodings.stream().mapToInt(Encoding::width).sum()
        + products.size()
        + (intercept ? 1 : 0);
  }

  /** The names of those numbers. */
  public List<String> inputNames() {
    Stream<String> features = features().stream().map(Feature::name);
    return Stream.concat(features, intercept ? Stream.of(INTERCEPT) : Stream.empty()).toList();
  }

  /** Whether each feature of a row comes from a missing cell, so that its value was imputed. */
  public List<Boolean> imputed(Table table, int row) {
    Set<String> imputed = new HashSet<>();
    List<Boolean> each = new ArrayList<>();
    for (Encoding encoding : encodings) {
      boolean missing = encoding.imputes() && Cells.column(table, encoding.column()).isMissing(row);
      imputed.addAll(missing ? encoding.features() : List.of());
      each.addAll(Collections.nCopies(encoding.width(), missing));
    }
    for (ProductTerm product : products) {
      each.add(product.factors().stream().anyMatch(imputed::contains));
    }
    return each;
  }

  /** This schema, reading categories it has not seen as the base level. */
  public Schema acceptingUnseen() {
    List<Encoding> accepting =
        encodings.stream()
            .map(e -> e instanceof CategoricalEncoding c ? c.acceptingUnseen() : e)
            .toList();
    return new Schema(target, weight, offset, accepting, products, intercept, dtype, formats);
  }

  /** This schema, predicting the second of two classes from this probability on. */
  public Schema withThreshold(double threshold) {
    Target deciding =
        new ClassTarget(target.name(), target.classes(), OptionalDouble.of(threshold));
    return new Schema(deciding, weight, offset, encodings, products, intercept, dtype, formats);
  }

  /** This schema with every feature in its own unit, and inputs of doubles. */
  public Schema unscaled() {
    List<Encoding> raw =
        encodings.stream().map(e -> e instanceof NumericEncoding n ? n.unscaled() : e).toList();
    List<ProductTerm> rawProducts =
        products.stream().map(product -> new ProductTerm(product.factors(), Unit.RAW)).toList();
    return new Schema(target, weight, offset, raw, rawProducts, intercept, Dtype.DOUBLE, formats);
  }

  /**
   * The rows that have a target.
   *
   * @param notes receives how many have none
   */
  public Table withTarget(Table table, Notes notes) {
    return UsableRows.withTarget(table, target.name(), notes);
  }

  /**
   * The rows that can be learned from.
   *
   * @param policy what happens to missing cells of the inputs
   * @param notes receives which rows are left out
   */
  public Table usable(Table table, MissingPolicy policy, Notes notes) {
    List<String> inputs = encodings.stream().map(Encoding::column).toList();
    return UsableRows.of(table, target.name(), inputs, policy, notes);
  }

  /** The rows with their targets and weights. */
  public Dataset encode(Table table) {
    return new EncodedRows(new RowEncoder(this, table, true));
  }

  /** The rows without targets, which the table need not have. */
  public Dataset encodeInputs(Table table) {
    return new EncodedRows(new RowEncoder(this, table, false));
  }

  /** How many rows are encoded at once: every block but the last has so many. */
  public int blockRows() {
    return EncodedRows.blockRows(features().size() + (intercept ? 1 : 0), target.outputs());
  }
}
