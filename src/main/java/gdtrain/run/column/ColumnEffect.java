package gdtrain.run.column;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.InOrder;
import gdtrain.compute.Workers;
import gdtrain.dataset.encoding.Cells;
import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.Target;
import gdtrain.run.AppliedModel;
import gdtrain.table.CellText;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a model predicts when all rows have the same value in one column, and keep their others: the
 * mean over the rows (partial dependence: Friedman 2001, "Greedy Function Approximation", section
 * 8.2), and the predictions of single rows (individual conditional expectation: Goldstein and
 * others 2015, "Peeking Inside the Black Box"). Values are those that occur in the column.
 */
public final class ColumnEffect {
  private final AppliedModel model;
  private final Table rows;
  private final Column column;
  private final int[] grid;
  private final int[] shown;

  /**
   * The effect of one value.
   *
   * @param value as a cell
   * @param means the mean prediction of every output, over the rows by their weights
   * @param single predictions of the rows that are shown, {@code outputs} numbers each
   */
  public record Point(String value, List<Double> means, List<Double> single) {
    /** Copies the lists. */
    public Point {
      means = List.copyOf(means);
      single = List.copyOf(single);
    }
  }

  /**
   * Chooses values and rows.
   *
   * @param reference name or number of the column
   * @param most how many values of a column of numbers are looked at, at least 2; where more occur
   *     they lie at evenly spaced ranks among the rows, the smallest and the largest among them
   * @param curves how many rows are shown, evenly spaced
   * @throws InvalidSetting if the model has no such input
   */
  public ColumnEffect(AppliedModel model, Table rows, String reference, int most, int curves) {
    this.model = model;
    this.rows = rows;
    int index = Selection.resolveOne(reference, rows.columnNames(), "⟦column⟧");
    this.column = rows.columns().get(index);
    List<String> inputs =
        model.schema().encodings().stream().map(Encoding::column).distinct().toList();
    if (!inputs.contains(column.name())) {
      throw new InvalidSetting(
          "⟦column⟧: the model does not use column %s; it uses %s"
              .formatted(CellText.quoted(column.name()), CellText.list(inputs)));
    }
    this.grid =
        column instanceof NumericColumn numbers
            ? ranks(numbers, most)
            : firsts((TextColumn) column);
    int count = Math.min(curves, rows.rows());
    this.shown =
        IntStream.range(0, count)
            .map(i -> count == 1 ? 0 : (int) ((long) i * (rows.rows() - 1) / (count - 1)))
            .toArray();
  }

  /** Rows with the values that are looked at, ascending. */
  private static int[] ranks(NumericColumn numbers, int most) {
    int[] order =
        IntStream.range(0, numbers.rows())
            .filter(row -> !numbers.isMissing(row))
            .boxed()
            .sorted((a, b) -> Double.compare(numbers.value(a), numbers.value(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] distinct = distinct(order, numbers);
    if (distinct.length <= most) {
      return distinct;
    }
    int last = order.length - 1;
    return distinct(
        IntStream.range(0, most)
            .map(i -> order[(int) Math.round((double) i * last / (most - 1))])
            .toArray(),
        numbers);
  }

  private static int[] distinct(int[] order, NumericColumn numbers) {
    return IntStream.range(0, order.length)
        .filter(i -> i == 0 || numbers.value(order[i]) != numbers.value(order[i - 1]))
        .map(i -> order[i])
        .toArray();
  }

  /** The first row of every category, in their order. */
  private static int[] firsts(TextColumn texts) {
    int[] first = new int[texts.levels().size()];
    Arrays.fill(first, -1);
    for (int row = 0; row < texts.rows(); row++) {
      if (!texts.isMissing(row) && first[texts.code(row)] < 0) {
        first[texts.code(row)] = row;
      }
    }
    return first;
  }

  /** The name of the column. */
  public String column() {
    return column.name();
  }

  /** The names of the predictions: one for each output. */
  private List<String> outputs() {
    Target target = model.schema().target();
    String kind = model.model().loss().probabilities() ? "probability_" : "raw_";
    List<String> classes = target.classes();
    return classes.isEmpty()
        ? List.of("prediction")
        : target.outputs() == 1
            ? List.of(kind + classes.get(1))
            : classes.stream().map(kind::concat).toList();
  }

  /** The names of all columns: the value, the means, and those of single rows by their lines. */
  public List<String> header() {
    List<String> names = new ArrayList<>(List.of("value"));
    names.addAll(outputs());
    for (int row : shown) {
      String line = "line_" + rows.line(row);
      outputs().forEach(name -> names.add(outputs().size() == 1 ? line : line + "_" + name));
    }
    return names;
  }

  /** Looks at all values, in order. */
  public void run(Workers workers, Consumer<Point> visitor) {
    List<Supplier<Point>> tasks =
        IntStream.of(grid).mapToObj(row -> (Supplier<Point>) () -> point(row)).toList();
    InOrder.run(workers, tasks, visitor);
  }

  private Point point(int same) {
    int[] all = new int[rows.rows()];
    Arrays.fill(all, same);
    Target target = model.schema().target();
    int outputs = target.outputs();
    Optional<Column> weights = model.schema().weight().flatMap(rows::column);
    double[] sums = new double[outputs];
    double[] single = new double[shown.length * outputs];
    double[] total = {0};
    int[] row = {0};
    model
        .predictor(rows.with(column.name(), all))
        .predict(
            predictions -> {
              for (int i = 0; i < predictions.length; i += outputs, row[0]++) {
                double weight = weights.isPresent() ? Cells.weight(rows, weights.get(), row[0]) : 1;
                total[0] += weight;
                int at = Arrays.binarySearch(shown, row[0]);
                for (int k = 0; k < outputs; k++) {
                  double prediction = target.raw(predictions[i + k]);
                  sums[k] += weight * prediction;
                  if (at >= 0) {
                    single[at * outputs + k] = prediction;
                  }
                }
              }
            });
    return new Point(
        Cells.label(column, same),
        Arrays.stream(sums).map(sum -> sum / total[0]).boxed().toList(),
        Arrays.stream(single).boxed().toList());
  }
}
