package gdtrain.dataset.preparation;

import gdtrain.dataset.encoding.CategoricalEncoding;
import gdtrain.dataset.encoding.Cells;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many cells of each input are missing, and what becomes of them, as one sentence. */
public final class MissingCount {
  private static final int MOST = 12;

  private MissingCount() {}

  /** The sentence for rows that are learned from; empty if no cell is missing. */
  static Optional<String> of(Table table, Roles roles, MissingPolicy policy) {
    List<Column> columns = incomplete(table, roles.inputs());
    List<String> becomes = new ArrayList<>();
    if (columns.stream().anyMatch(NumericColumn.class::isInstance)) {
      becomes.add("numbers are read as the training mean");
    }
    if (columns.stream().anyMatch(TextColumn.class::isInstance)) {
      becomes.add(
          policy == MissingPolicy.IMPUTE
              ? "texts as the most frequent category"
              : "texts as the category " + CategoricalEncoding.MISSING);
    }
    return sentence(table, columns, String.join(", ", becomes) + " (⟦missing⟧)");
  }

  /** The sentence for rows that a saved model is applied to; empty if no cell is missing. */
  public static Optional<String> of(Table table, List<String> inputs) {
    return sentence(table, incomplete(table, inputs), "they are read as in training");
  }

  private static List<Column> incomplete(Table table, List<String> inputs) {
    return inputs.stream()
        .map(name -> Cells.column(table, name))
        .filter(column -> !column.isComplete() && missing(column) > 0)
        .toList();
  }

  private static Optional<String> sentence(Table table, List<Column> columns, String becomes) {
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    String list =
        columns.stream().limit(MOST).map(MissingCount::count).collect(Collectors.joining(", "));
    int more = columns.size() - MOST;
    return Optional.of(
        "missing cells of %,d rows: %s%s; %s"
            .formatted(
                table.rows(), list, more > 0 ? " and %,d more".formatted(more) : "", becomes));
  }

  private static String count(Column column) {
    String cell = column.reading().missing().map(c -> " (" + CellText.quoted(c) + ")").orElse("");
    return "%s %,d%s".formatted(CellText.shortened(column.name()), missing(column), cell);
  }

  private static long missing(Column column) {
    if (column instanceof NumericColumn numbers) {
      return column.rows() - (long) numbers.statistics().count();
    }
    return column.isComplete()
        ? 0
        : IntStream.range(0, column.rows()).filter(column::isMissing).count();
  }
}
