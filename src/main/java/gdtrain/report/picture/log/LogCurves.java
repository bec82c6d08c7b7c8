package gdtrain.report.picture.log;

import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.Series;
import gdtrain.table.BadTable;
import gdtrain.table.CellText;
import gdtrain.table.NumberSyntax;
import gdtrain.table.Selection;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The curves in some logs: one for each column that is asked for, each file, each run of a sweep,
 * and each time that the epochs start anew. Another thread may ask for a chart while a log is read.
 */
public final class LogCurves {
  /** More cannot be told apart in any picture, and take memory. */
  private static final int MOST_CURVES = 200;

  private final Columns columns;
  private final boolean severalFiles;
  private final List<Series> series = new ArrayList<>();
  private final Set<String> xNames = new LinkedHashSet<>();
  private final Set<String> yNames = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private long rows;

  /**
   * What is drawn of a log.
   *
   * @param y the columns whose values are; none: those with {@code loss} in their name, or all
   * @param x the column over which they are; empty: the steps or epochs
   */
  public record Columns(Selection y, Optional<String> x) {}

  /**
   * No curves yet.
   *
   * @param severalFiles whether the names of curves tell the file
   */
  public LogCurves(Columns columns, boolean severalFiles) {
    this.columns = columns;
    this.severalFiles = severalFiles;
  }

  /**
   * Adds the curves of a log, row by row.
   *
   * @param name of the log in sentences
   * @param brief in the names of curves
   * @throws BadTable if it is no log, or has nothing to draw
   */
  public void read(String name, String brief, InputStream bytes) {
    Reading reading = new Reading(name, brief);
    Optional<String> note = LogFile.read(name, bytes, reading);
    synchronized (this) {
      note.ifPresent(notes::add);
    }
    reading.check();
  }

  /** What is to be said about the logs. */
  public synchronized List<String> notes() {
    return List.copyOf(notes);
  }

  /** Another number with every row; 0: there is nothing to draw yet. */
  public synchronized long version() {
    return series.stream().anyMatch(one -> one.measured() > 0) ? rows : 0;
  }

  /** The chart of all that was read. */
  public Chart chart(String title, LogAxes axes) {
    return draw(title, axes, chart -> chart);
  }

  /** Makes something of the chart of what was read so far, while nothing is added. */
  public synchronized <T> T draw(String title, LogAxes axes, Function<Chart, T> use) {
    String y = yNames.size() == 1 ? yNames.iterator().next() : "";
    Chart.Names names = new Chart.Names(title, String.join(", ", xNames), y);
    boolean path = axes == LogAxes.AUTO && xNames.equals(Set.of("penalty"));
    return use.apply(Chart.of(names, series, path ? LogAxes.X : axes));
  }

  private Series begin(String name) {
    if (series.size() == MOST_CURVES) {
      throw new BadTable(
          "there are more than %d curves: draw fewer columns or files; or, if rows are not in the order of %s, sort them"
              .formatted(MOST_CURVES, String.join(", ", xNames)));
    }
    Series one = new Series(name);
    series.add(one);
    return one;
  }

  /** The rows of one run so far. */
  private static final class Run {
    private final Map<Integer, Series> curves = new HashMap<>();
    private double lastX = Double.NEGATIVE_INFINITY;
    private int number = 1;
    private long rows;
  }

  /** A log while it is read. */
  private final class Reading implements LogFile.LogRows {
    private final String file;
    private final String brief;
    private final Map<String, Run> runs = new HashMap<>();
    private List<String> header = List.of();
    private boolean grows;
    private LogRoles roles;
    private boolean hasValues;

    Reading(String file, String brief) {
      this.file = file;
      this.brief = brief;
    }

    @Override
    public void header(List<String> names, boolean mayGrow) {
      roles = names.equals(header) ? roles : null;
      header = names;
      grows = mayGrow;
      for (Run run : runs.values()) {
        run.lastX = Double.POSITIVE_INFINITY;
        run.rows = 0;
      }
    }

    @Override
    public void more(List<String> names) {
      header = names;
      roles = roles.extended(names, columns);
    }

    @Override
    public void row(String[] cells, long line) {
      synchronized (LogCurves.this) {
        if (roles == null) {
          roles = LogRoles.of(header, cells, columns, grows);
          xNames.add(roles.xName());
        }
        if (roles.has(cells)) {
          add(cells, line);
        }
        rows++;
      }
    }

    private void add(String[] cells, long line) {
      Run run = runs.computeIfAbsent(roles.group(cells), group -> new Run());
      run.rows++;
      double x = roles.x() < 0 ? run.rows : x(cells, line);
      if (Double.isNaN(x)) {
        return;
      }
      if (x < run.lastX) {
        run.number++;
        run.curves.clear();
      }
      run.lastX = x;
      for (int column : roles.y()) {
        if (cells[column] != null) {
          Series one = run.curves.computeIfAbsent(column, c -> begin(name(run, c, cells)));
          add(one, x, CellText.strip(cells[column]), () -> fault(cells, column, line));
        }
      }
    }

    /** The x of a row; NaN where it has none and is left out. */
    private double x(String[] cells, long line) {
      String cell = cells[roles.x()] == null ? "" : CellText.strip(cells[roles.x()]);
      double x = NumberSyntax.parse(cell);
      if (Double.isFinite(x) || LogNumber.isMissing(cell) || roles.skipsTexts()) {
        return x;
      }
      throw fault(cells, roles.x(), line);
    }

    private void add(
        Series one, double x, String cell, java.util.function.Supplier<BadTable> fault) {
      double y = NumberSyntax.parse(cell);
      if (Double.isFinite(y)) {
        one.add(x, y);
        hasValues = true;
      } else if (LogNumber.isMissing(cell) || (LogNumber.isNan(cell) && one.measured() == 0)) {
        one.addGap(x); // tables that lose empty cells write NaN for what was not measured yet
      } else if (LogNumber.isNan(cell) || Double.isInfinite(y)) {
        one.add(x, y);
      } else {
        throw fault.get();
      }
    }

    private BadTable fault(String[] cells, int column, long line) {
      return new BadTable(
          "%s, line %,d, column %s: %s is no number; mend it, or choose others by ⟦columns⟧ and ⟦x⟧"
              .formatted(
                  file,
                  line,
                  CellText.shortened(header.get(column)),
                  CellText.quoted(CellText.strip(cells[column]))));
    }

    /** The file, the run and the column, as far as they tell a curve from the others. */
    private String name(Run run, int column, String[] cells) {
      String y = roles.yName(column, cells);
      yNames.add(y);
      String which =
          Stream.of(severalFiles ? brief : "", roles.run(cells))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" "));
      String name = which.isEmpty() || roles.drawsSeveral() ? (which + " " + y).strip() : which;
      return run.number > 1 ? name + ", run " + run.number : name;
    }

    void check() {
      if (roles == null) {
        throw new BadTable(file + " has a header but no rows; nothing can be drawn");
      }
      if (grows) {
        columns.y().resolve(header, "⟦columns⟧");
      }
      if (roles.y().isEmpty()) {
        throw new BadTable(
            "%s has no column of numbers to draw; its columns are %s"
                .formatted(file, CellText.list(header)));
      }
      if (!hasValues) {
        String drawn =
            roles.metrics().orElse(roles.y().stream().map(header::get).toList()).stream()
                .collect(Collectors.joining(", "));
        throw new BadTable(
            "%s has no finite number in %s; choose others by ⟦columns⟧"
                .formatted(file, CellText.shortened(drawn)));
      }
    }
  }
}
