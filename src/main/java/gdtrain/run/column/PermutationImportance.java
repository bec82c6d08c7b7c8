package gdtrain.run.column;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.InOrder;
import gdtrain.compute.Workers;
import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.preparation.Split;
import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.MetricNames;
import gdtrain.metric.Metrics;
import gdtrain.metric.NoWorse;
import gdtrain.run.AppliedModel;
import gdtrain.run.Measurements;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How much worse a model predicts when the cells of one column are dealt to other rows at random,
 * so that the column tells nothing any more but looks the same. Breiman 2001, "Random Forests",
 * section 10; Fisher, Rudin and Dominici 2019, "All Models are Wrong, but Many are Useful".
 *
 * <p>Every column is dealt in the same orders, one for each repeat, drawn one after the other by
 * one {@link Random}: for i = 0, 1, ... row i gets the place j = nextInt(i + 1), and what was there
 * goes to place i.
 */
public final class PermutationImportance {
  private final AppliedModel model;
  private final Table rows;
  private final String metric;
  private final List<int[]> orders = new ArrayList<>();

  /**
   * What a column is worth.
   *
   * @param column its name
   * @param worse how much worse the metric is, for each repeat; below 0 where it is better
   */
  public record Importance(String column, List<Double> worse) {
    /** Copies the list. */
    public Importance {
      worse = List.copyOf(worse);
    }

    /** Mean and standard deviation over the repeats. */
    public MeanAndDeviation spread() {
      return MeanAndDeviation.of(worse);
    }
  }

  /**
   * Draws the orders.
   *
   * @param rows with a target
   * @param metric the name of one that the rows have
   * @param repeats how often every column is dealt, at least 1
   * @throws InvalidSetting if the rows have no such metric, or it is neither an error nor a score
   */
  public PermutationImportance(
      AppliedModel model, Table rows, String metric, int repeats, long seed) {
    this.model = model;
    this.rows = rows;
    this.metric = metric;
    Random random = new Random(seed);
    Stream.generate(() -> Split.shuffled(rows.rows(), random)).limit(repeats).forEach(orders::add);
  }

  /**
   * Refuses a metric that rows do not have.
   *
   * @throws InvalidSetting with those that they have
   */
  public static void check(AppliedModel model, String metric) {
    MetricNames names = MetricNames.ofRows(model.classes(), model.model().loss().probabilities());
    names.check(metric);
    if (!NoWorse.isComparable(metric)) {
      throw new InvalidSetting(
          "⟦metric⟧: '%s' is neither better when it is lower nor when it is higher"
              .formatted(metric));
    }
  }

  /** The names of what is measured of a model: {@code base}, and one for each column. */
  public static MetricNames names(AppliedModel model) {
    return MetricNames.of(
        Stream.concat(Stream.of("base"), columns(model).map(PermutationImportance::name)).toList());
  }

  private static Stream<String> columns(AppliedModel model) {
    return model.schema().encodings().stream().map(Encoding::column).distinct();
  }

  private static String name(String column) {
    return "importance_" + column;
  }

  /** What was measured, for requirements and the file of metrics. */
  public Measurements measured(double base, List<Importance> all) {
    Map<String, Object> columns = new LinkedHashMap<>();
    Map<String, Double> flat = new LinkedHashMap<>(Map.of("base", base));
    for (Importance each : all) {
      Map<String, Object> own = new LinkedHashMap<>();
      own.put("mean", each.spread().mean());
      own.put("sd", each.spread().deviation());
      columns.put(each.column(), own);
      flat.put(name(each.column()), each.spread().mean());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("metric", metric);
    fields.put("base", base);
    fields.put("repeats", orders.size());
    fields.put("importance", columns);
    return Measurements.of(fields, flat);
  }

  /** The metric of the rows as they are. */
  public double base() {
    return measured(rows);
  }

  private double measured(Table table) {
    Metrics usual = model.score(table);
    boolean known = usual.metrics().stream().anyMatch(m -> m.name().equals(metric));
    return (known ? usual : usual.with(List.of(metric), model.scored(table))).value(metric);
  }

  /** The columns of the model, the one that is worth most first. */
  public List<Importance> of(Workers workers) {
    double base = base();
    double sign = NoWorse.isError(metric) ? 1 : -1;
    List<Supplier<Importance>> tasks =
        columns(model)
            .map(column -> (Supplier<Importance>) () -> importance(column, base, sign))
            .toList();
    List<Importance> all = new ArrayList<>();
    InOrder.run(workers, tasks, all::add);
    all.sort(Comparator.comparingDouble((Importance i) -> -i.spread().mean()));
    return all;
  }

  private Importance importance(String column, double base, double sign) {
    return new Importance(
        column,
        orders.stream().map(order -> sign * (measured(rows.with(column, order)) - base)).toList());
  }
}
