package gdtrain.dataset.preparation;

import gdtrain.dataset.encoding.Cells;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How many cells of each input are missing, and what becomes of them, as one sentence. */
final class MissingCount {
  private static final int MOST = 12;

  private MissingCount() {}

  /** The sentence; empty if no cell is missing. */
  static Optional<String> of(Table table, Roles roles, MissingPolicy policy) {
    List<String> counts = new ArrayList<>();
    boolean numbers = false;
    boolean texts = false;
    for (String name : roles.inputs()) {
      Column column = Cells.column(table, name);
      long missing = missing(column);
      if (missing > 0) {
        String cell =
            column.reading().missing().map(c -> " (" + CellText.quoted(c) + ")").orElse("");
        counts.add("%s %,d%s".formatted(CellText.shortened(name), missing, cell));
        numbers |= column instanceof NumericColumn;
        texts |= !(column instanceof NumericColumn);
      }
    }
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    String list = String.join(", ", counts.subList(0, Math.min(MOST, counts.size())));
    String more = counts.size() > MOST ? " and %,d more".formatted(counts.size() - MOST) : "";
    List<String> becomes = new ArrayList<>();
    if (numbers) {
      becomes.add("numbers are read as the training mean");
    }
    if (texts) {
      becomes.add(
          policy == MissingPolicy.IMPUTE
              ? "texts as the most frequent category"
              : "texts as the category (missing)");
    }
    return Optional.of(
        "missing cells of %,d rows: %s%s; %s (⟦missing⟧)"
            .formatted(table.rows(), list, more, String.join(", ", becomes)));
  }

  private static long missing(Column column) {
    if (column instanceof NumericColumn numbers) {
      return column.rows() - numbers.statistics().count();
    }
    return column.isComplete()
        ? 0
        : IntStream.range(0, column.rows()).filter(column::isMissing).count();
  }
}
