package gdtrain.report.picture.log;

import gdtrain.report.picture.log.LogCurves.Columns;
import gdtrain.table.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which columns of a log are drawn over which.
 *
 * @param header the names of all columns
 * @param x the column of steps or epochs; -1: there is none, and rows are counted
 * @param groups the columns that tell the runs of a sweep apart, or the metrics of {@code cv}
 * @param y the columns whose values are drawn
 * @param metrics of {@code cv}, or inputs and figures of {@code path}, that are drawn, none for the
 *     weights of all inputs; empty where the log is another
 */
record LogRoles(
    List<String> header,
    int x,
    List<Integer> groups,
    List<Integer> y,
    Optional<List<String>> metrics) {
  /** What counts steps or epochs, the finer ones first. */
  private static final List<String> COUNTERS =
      List.of("step", "global_step", "iteration", "iter", "update", "epoch", "epochs", "round");

  /** What counts where it is first: the rows of a learning curve, a column without a name. */
  private static final List<String> FIRST = List.of("rows", "c1");

  private static final String RUN = "run";
  private static final String DEVIATION = "_sd";
  private static final String SETTING = "set_";

  /** The header of what {@code path} prints. */
  private static final List<String> PATH =
      List.of("penalty", "output", "input", "value", "scaled_value");

  private static final String INTERCEPT = "(intercept)";

  /** The header of what {@code cv} prints. */
  private static final List<String> FOLDS = List.of("fold", "metric", "value");

  /**
   * The roles of the columns.
   *
   * @param first the first row, which tells numbers from texts
   * @param grows whether there may be more columns than these
   */
  static LogRoles of(List<String> header, String[] first, Columns asked, boolean grows) {
    if (header.equals(FOLDS) && asked.x().isEmpty()) {
      List<String> drawn = asked.y().isEmpty() ? List.of("loss") : asked.y().references();
      return new LogRoles(header, 0, List.of(1), List.of(2), Optional.of(drawn));
    }
    if (header.equals(PATH) && asked.x().isEmpty()) {
      List<String> drawn = asked.y().references();
      List<Integer> values = List.of(drawn.isEmpty() ? 4 : 3);
      return new LogRoles(header, 0, List.of(1, 2), values, Optional.of(drawn));
    }
    int x =
        asked
            .x()
            .map(name -> Selection.resolveOne(name, header, "⟦x⟧"))
            .orElseGet(() -> counter(header, first));
    List<Integer> groups = groups(header);
    List<Integer> y = grows ? named(header, asked.y(), 0) : asked.y().resolve(header, "⟦columns⟧");
    if (asked.y().isEmpty()) {
      y = losses(header, x, 0);
      y = y.isEmpty() ? numbers(header, first, x, groups) : y;
    }
    return new LogRoles(header, x, groups, y, Optional.empty());
  }

  /** These roles and those of columns behind the others. */
  LogRoles extended(List<String> names, Columns asked) {
    List<Integer> more = new ArrayList<>(y);
    more.addAll(
        asked.y().isEmpty()
            ? losses(names, x, header.size())
            : named(names, asked.y(), header.size()));
    return new LogRoles(names, x, groups, more, metrics);
  }

  /** The columns from one on that are asked for by name. */
  private static List<Integer> named(List<String> header, Selection asked, int from) {
    return IntStream.range(from, header.size())
        .filter(i -> asked.references().contains(header.get(i)))
        .boxed()
        .toList();
  }

  /** The column that counts; of a log without names the first, if there are more. */
  private static int counter(List<String> header, String[] first) {
    for (String counter : COUNTERS) {
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).equalsIgnoreCase(counter) && isNumber(first, i)) {
          return i;
        }
      }
    }
    return header.size() > 1 && FIRST.contains(header.get(0)) ? 0 : -1;
  }

  /** The settings of a sweep, or the number of the run where they do not differ. */
  private static List<Integer> groups(List<String> header) {
    if (!header.get(0).equals(RUN)) {
      return List.of();
    }
    return IntStream.range(0, header.size())
        .filter(i -> i == 0 || header.get(i).startsWith(SETTING))
        .boxed()
        .toList();
  }

  /** The columns from one on that are losses by their names, but no deviations of them. */
  private static List<Integer> losses(List<String> header, int x, int from) {
    return IntStream.range(from, header.size())
        .filter(i -> i != x && header.get(i).toLowerCase(Locale.ROOT).contains("loss"))
        .filter(i -> !header.get(i).endsWith(DEVIATION))
        .boxed()
        .toList();
  }

  private static List<Integer> numbers(
      List<String> header, String[] first, int x, List<Integer> groups) {
    return IntStream.range(0, header.size())
        .filter(i -> i != x && !groups.contains(i) && isNumberOrMissing(first, i))
        .filter(i -> COUNTERS.stream().noneMatch(header.get(i)::equalsIgnoreCase))
        .boxed()
        .toList();
  }

  private static boolean isNumber(String[] cells, int i) {
    return cells[i] != null && LogNumber.isNumber(cells[i]);
  }

  private static boolean isNumberOrMissing(String[] cells, int i) {
    return cells[i] == null || LogNumber.isNumberOrMissing(cells[i]);
  }

  /** What the x axis counts. */
  String xName() {
    return x < 0 ? "row" : header.get(x);
  }

  /** Whether a row is drawn: all but those of other metrics, inputs or figures. */
  boolean has(String[] cells) {
    if (!isPath()) {
      return metrics.isEmpty() || metrics.get().contains(cells[1]);
    }
    return metrics.get().isEmpty()
        ? cells[1] != null && !cells[1].isEmpty() && !INTERCEPT.equals(cells[2])
        : metrics.get().contains(cells[2]);
  }

  private boolean isPath() {
    return header.equals(PATH) && metrics.isPresent();
  }

  /** Whether rows whose x is no number are left out: the means of {@code cv}. */
  boolean skipsTexts() {
    return metrics.isPresent();
  }

  /** What tells a run from the others. */
  String group(String[] cells) {
    return groups.isEmpty()
        ? ""
        : groups.stream().map(i -> String.valueOf(cells[i])).collect(Collectors.joining("\n"));
  }

  /** The run of a sweep in words, such as {@code lr=0.1}; empty where there is only one. */
  String run(String[] cells) {
    if (groups.isEmpty() || metrics.isPresent()) {
      return "";
    }
    return groups.size() == 1
        ? "run " + cells[0]
        : groups.stream()
            .skip(1)
            .map(i -> header.get(i).substring(SETTING.length()) + "=" + cells[i])
            .collect(Collectors.joining(" "));
  }

  /** The name of what is drawn. */
  String yName(int column, String[] cells) {
    if (isPath()) {
      return (cells[1] == null ? "" : cells[1] + " ") + cells[2];
    }
    return metrics.isPresent() ? cells[1] : header.get(column);
  }

  /** Whether there are several things to draw of each run. */
  boolean drawsSeveral() {
    return y.size() > 1 || isPath() || metrics.filter(names -> names.size() > 1).isPresent();
  }
}
