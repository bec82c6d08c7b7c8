package gdtrain.dataset.encoding;

import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * A categorical column as 0/1 features named {@code column=level}.
 *
 * @param column the column's name
 * @param levels all levels, by code point, then {@link #MISSING} and {@link #OTHER} if they are
 *     among them, but a chosen base first; with the latter, a text that is no other level reads as
 *     it
 * @param imputed the level that a missing cell is read as: {@link #MISSING} or the most frequent
 * @param coding whether the first level has a feature of its own
 * @param acceptsUnseen whether a level that is not among them reads as no level at all, which is
 *     the base; otherwise it is an error
 */
public record CategoricalEncoding(
    String column, List<String> levels, String imputed, Coding coding, boolean acceptsUnseen)
    implements Encoding {
  /** The level of missing cells, where it is one. */
  public static final String MISSING = "(missing)";

  /** The level of rare and unseen texts, where there is one. */
  public static final String OTHER = "(other)";

  /** Copies the levels. */
  public CategoricalEncoding {
    levels = List.copyOf(levels);
  }

  private int firstCoded() {
    return coding == Coding.TREATMENT ? 1 : 0;
  }

  @Override
  public List<String> features() {
    return levels.stream().skip(firstCoded()).map(level -> column + "=" + level).toList();
  }

  @Override
  public int width() {
    return levels.size() - firstCoded();
  }

  @Override
  public CellEncoder on(Table table, Column source) {
    LabelIndex known = new LabelIndex(source, levels);
    int filled = levels.indexOf(imputed);
    int first = firstCoded();
    int other = levels.indexOf(OTHER);
    return (from, count, out, at, stride) -> {
      for (int i = 0, to = at; i < count; i++, to += stride) {
        int row = from + i;
        int found = source.isMissing(row) ? filled : known.of(row);
        int index = found < 0 ? other : found;
        if (index < 0 && !acceptsUnseen) {
          throw unseen(table, source, row);
        }
        Arrays.fill(out, to, to + levels.size() - first, 0);
        if (index >= first) {
          out[to + index - first] = 1;
        }
      }
    };
  }

  @Override
  public boolean alwaysFits(Column source) {
    boolean seen =
        source instanceof TextColumn texts && new HashSet<>(levels).containsAll(texts.levels());
    return seen || acceptsUnseen || levels.contains(OTHER);
  }

  private BadTable unseen(Table table, Column source, int row) {
    return Cells.at(
        table,
        source,
        row,
        "is none of the levels seen in training, %s; ⟦unseen⟧ base reads it as the base level, and a model trained with ⟦rare⟧ 2 has one for others"
            .formatted(CellText.list(levels)));
  }

  @Override
  public boolean imputes() {
    return !imputed.equals(MISSING);
  }

  @Override
  public Unit unit() {
    return Unit.RAW;
  }

  /** This encoding, accepting levels it has not seen. */
  CategoricalEncoding acceptingUnseen() {
    return new CategoricalEncoding(column, levels, imputed, coding, true);
  }
}
