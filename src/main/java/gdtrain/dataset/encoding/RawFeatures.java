package gdtrain.dataset.encoding;

import gdtrain.table.BadTable;
import gdtrain.table.Column;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Encodings bound to the columns of one table: the features of its rows before scaling. */
public final class RawFeatures {
  private final Table table;
  private final CellEncoder[] encoders;
  private final int[] starts;
  private final boolean fit;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<Column> sources = new ArrayList<>();

  public RawFeatures(List<Encoding> encodings, Table table) {
    this.table = table;
    this.encoders = new CellEncoder[encodings.size()];
    this.starts = new int[encoders.length];
    boolean all = true;
    for (int i = 0; i < encoders.length; i++) {
      Encoding encoding = encodings.get(i);
      Column column = Cells.column(table, encoding.column());
      encoders[i] = encoding.on(table, column);
      starts[i] = names.size();
      all &= encoding.alwaysFits(column);
      for (String feature : encoding.features()) {
        indexes.putIfAbsent(feature, names.size());
        names.add(feature);
        sources.add(column);
      }
    }
    this.fit = all;
  }

  /** How many features there are. */
  public int width() {
    return names.size();
  }

  public int index(String name) {
    return indexes.getOrDefault(name, -1);
  }

  /**
   * Writes the features of consecutive rows.
   *
   * @param out receives a row's from index {@code at + i * stride} on
   */
  void read(int from, int count, double[] out, int at, int stride) {
    for (int i = 0; i < starts.length; i++) {
      encoders[i].encode(from, count, out, at + starts[i], stride);
    }
  }

  /** Takes the features of consecutive rows, row after row. */
  public interface Visitor {
    void visit(int from, int count, double[] piece);
  }

  /**
   * Reads all rows.
   *
   * @param most rows at once
   */
  public void forEachPiece(int most, Visitor visitor) {
    double[] piece = new double[most * width()];
    for (int from = 0; from < table.rows(); from += most) {
      int count = Math.min(most, table.rows() - from);
      read(from, count, piece, 0, width());
      visitor.visit(from, count, piece);
    }
  }

  /** Whether no cell of these columns can be at fault. */
  boolean alwaysFit() {
    return fit;
  }

  /** The product of features, by their names. */
  public BoundProduct product(List<String> factors) {
    return new BoundProduct(factors);
  }

  /** The sentence for a row whose value of a feature is at fault. */
  BadTable at(int feature, int row, String fault) {
    return Cells.at(table, sources.get(feature), row, fault);
  }

  /** A product of features in the rows of the table. */
  public final class BoundProduct {
    private final List<String> names;
    private final int[] factors;

    private BoundProduct(List<String> names) {
      this.names = names;
      this.factors = names.stream().mapToInt(RawFeatures.this::index).toArray();
    }

    /**
     * The product of a row.
     *
     * @param raw has the row's features from index {@code at} on
     * @throws BadTable if it is too large for a number
     */
    public double value(int row, double[] raw, int at) {
      double value = 1;
      for (int factor : factors) {
        value *= raw[at + factor];
      }
      if (!Double.isFinite(value)) {
        throw tooLarge(row, raw, at);
      }
      return value;
    }

    /** The index of the first feature in it. */
    int first() {
      return factors[0];
    }

    private BadTable tooLarge(int row, double[] raw, int at) {
      int largest = factors[0];
      for (int factor : factors) {
        largest = Math.abs(raw[at + factor]) > Math.abs(raw[at + largest]) ? factor : largest;
      }
      return at(
          largest,
          row,
          "makes the input '%s' too large for a number; give the column another unit"
              .formatted(ProductTerm.name(names)));
    }
  }
}
