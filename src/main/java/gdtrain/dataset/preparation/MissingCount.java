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

  private final List<String> inputs;
  private final long[] counts;
  private final String[] cells;
  private long rows;

  /** Of no rows yet. */
  public MissingCount(List<String> inputs) {
    this.inputs = inputs;
    this.counts = new long[inputs.size()];
    this.cells = new String[inputs.size()];
  }

  /** Adds the rows of a table. */
  public void add(Table table) {
    rows += table.rows();
    for (int i = 0; i < counts.length; i++) {
      Column column = Cells.column(table, inputs.get(i));
      counts[i] += missing(column);
      cells[i] = cells[i] == null ? column.reading().missing().orElse(null) : cells[i];
    }
  }

  /** The sentence for rows that are learned from; empty if no cell is missing. */
  static Optional<String> of(Table table, Roles roles, MissingPolicy policy) {
    List<Column> columns =
        roles.inputs().stream()
            .map(name -> Cells.column(table, name))
            .filter(column -> missing(column) > 0)
            .toList();
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
    MissingCount count = new MissingCount(columns.stream().map(Column::name).toList());
    count.add(table);
    return count.sentence(String.join(", ", becomes) + " (⟦missing⟧)");
  }

  /** The sentence for rows that a saved model is applied to; empty if no cell is missing. */
  public Optional<String> sentence() {
    return sentence("they are read as in training");
  }

  private Optional<String> sentence(String becomes) {
    int[] incomplete = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    if (incomplete.length == 0) {
      return Optional.empty();
    }
    String list =
        IntStream.of(incomplete)
            .limit(MOST)
            .mapToObj(this::count)
            .collect(Collectors.joining(", "));
    int more = incomplete.length - MOST;
    return Optional.of(
        "missing cells of %,d rows: %s%s; %s"
            .formatted(rows, list, more > 0 ? " and %,d more".formatted(more) : "", becomes));
  }

  private String count(int input) {
    String cell = cells[input] == null ? "" : " (" + CellText.quoted(cells[input]) + ")";
    return "%s %,d%s".formatted(CellText.shortened(inputs.get(input)), counts[input], cell);
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
