package gdtrain.dataset;

import gdtrain.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How a table becomes numbers: fitted on the training rows, kept in the model, applied to any table
 * that has the columns.
 *
 * @param target the predicted column
 * @param weight the column of row weights, if any
 * @param encodings of the input columns, in order
 * @param intercept whether a last input holds the constant 1
 */
public record Schema(
    Target target, Optional<String> weight, List<Encoding> encodings, boolean intercept) {
  /** What the constant input is called. */
  public static final String INTERCEPT = "(intercept)";

  /** Copies the encodings. */
  public Schema {
    encodings = List.copyOf(encodings);
  }

  /** How many numbers enter the network for a row. */
  public int inputs() {
    return encodings.stream().mapToInt(Encoding::width).sum() + (intercept ? 1 : 0);
  }

  /** The names of those numbers. */
  public List<String> inputNames() {
    Stream<String> features = encodings.stream().flatMap(e -> e.features().stream());
    return Stream.concat(features, intercept ? Stream.of(INTERCEPT) : Stream.empty()).toList();
  }

  /** The same schema, reading categories it has not seen as the base level. */
  public Schema acceptingUnseen() {
    List<Encoding> accepting =
        encodings.stream()
            .map(e -> e instanceof CategoricalEncoding c ? c.acceptingUnseen() : e)
            .toList();
    return new Schema(target, weight, accepting, intercept);
  }

  /**
   * The rows that have a target.
   *
   * @param notes hears how many have none
   */
  public Table withTarget(Table table, Consumer<String> notes) {
    return UsableRows.withTarget(table, target.name(), notes);
  }

  /** The rows with their targets and weights. */
  public Dataset encode(Table table) {
    return new BlockWriter(this, table, true).write();
  }

  /** The rows without targets, which the table need not have. */
  public Dataset encodeInputs(Table table) {
    return new BlockWriter(this, table, false).write();
  }
}
