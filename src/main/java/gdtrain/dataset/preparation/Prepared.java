package gdtrain.dataset.preparation;

import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Cells;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.dataset.encoding.LabelIndex;
import gdtrain.dataset.encoding.Schema;
import gdtrain.table.Notes;
import gdtrain.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows ready to be learned from.
 *
 * @param schema fitted on the training rows
 * @param tables the rows as they were read, in the order of the datasets
 * @param training rows learned from
 * @param validation rows watched only, if any
 * @param test rows measured at the end only, if any
 */
public record Prepared(
    Schema schema,
    Split tables,
    Dataset training,
    Optional<Dataset> validation,
    Optional<Dataset> test) {

  /**
   * Prepares a table.
   *
   * @param intercept whether there is a constant input
   * @param holdout how validation and test rows come about
   * @param notes receives what was assumed, a sentence each
   */
  public static Prepared of(
      Table table, Preparation preparation, boolean intercept, Holdout holdout, Notes notes) {
    Roles roles = Roles.of(table, preparation, holdout.columns(table));
    roles.tell(notes);
    Table usable = roles.usable(table, preparation.missing(), notes);
    MissingCount.of(usable, roles, preparation.missing()).ifPresent(notes);
    Split split = holdout.split(usable, roles, preparation, notes);
    SchemaFit fit = new SchemaFit(roles, preparation, usable, split.training(), intercept);
    return of(schema(fit, split.training(), notes), split);
  }

  /** Fits a schema and says what came of it. */
  static Schema schema(SchemaFit fit, Table training, Notes notes) {
    Schema schema = fit.fit();
    fit.notes().forEach(notes);
    if (schema.target() instanceof ClassTarget target) {
      notes.accept(classNote(target, training));
    }
    return schema;
  }

  /** Encodes all rows of a table, which must have a target, to be learned from. */
  public static Prepared of(Schema schema, Table table) {
    return of(schema, new Split(table, table.select(new int[0])));
  }

  /** These rows for a schema that differs in what is made of predictions only. */
  public Prepared with(Schema deciding) {
    return new Prepared(deciding, tables, training, validation, test);
  }

  /** Gives back the memory and files that were taken to have the rows ready for descent. */
  public void release() {
    training.release();
    validation.ifPresent(Dataset::release);
    test.ifPresent(Dataset::release);
  }

  /** Encodes rows that were shared out. */
  static Prepared of(Schema schema, Split split) {
    return new Prepared(
        schema,
        split,
        schema.encode(split.training()),
        encoded(schema, split.validation()),
        encoded(schema, split.test()));
  }

  private static Optional<Dataset> encoded(Schema schema, Table table) {
    return Optional.of(table).filter(t -> t.rows() > 0).map(t -> weighing(t, schema.encode(t)));
  }

  private static Dataset weighing(Table table, Dataset rows) {
    if (rows.totalWeight() == 0) {
      throw RowWeights.allZero(table, "held out");
    }
    return rows;
  }

  private static String classNote(ClassTarget target, Table table) {
    LabelIndex labels = new LabelIndex(Cells.column(table, target.name()), target.classes());
    int[] counts = new int[target.classes().size()];
    for (int row = 0; row < table.rows(); row++) {
      counts[labels.of(row)]++;
    }
    List<String> classes =
        IntStream.range(0, counts.length)
            .mapToObj(k -> "%s (%,d)".formatted(target.classes().get(k), counts[k]))
            .toList();
    String positive =
        counts.length == 2 ? "; positive is '%s'".formatted(target.classes().get(1)) : "";
    return "%d classes: %s%s".formatted(counts.length, String.join(", ", classes), positive);
  }
}
