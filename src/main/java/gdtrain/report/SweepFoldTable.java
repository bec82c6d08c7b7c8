package gdtrain.report;

import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.Metric;
import gdtrain.run.selection.SweepFolds.Score;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The runs of a sweep on folds as CSV: {@code run}, the settings that vary with the prefix {@code
 * set_}, {@code fold}, and a column for every metric. Behind the folds of a run come the mean, the
 * standard deviation and the standard error of the mean, as folds {@code mean}, {@code sd} and
 * {@code se}.
 */
public final class SweepFoldTable {
  private final List<String> settings;
  private final PrintStream out;
  private boolean begun;

  /**
   * Writes nothing yet.
   *
   * @param settings the names of those that differ between runs
   */
  public SweepFoldTable(List<String> settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Writes a run, each row after its number and its settings. */
  public void write(int run, List<String> values, Score score) {
    if (!begun) {
      Stream<String> names = settings.stream().map(name -> "set_" + name.replace('-', '_'));
      List<String> metrics = List.copyOf(score.spreads().keySet());
      record(Stream.of(Stream.of("run"), names, Stream.of("fold"), metrics.stream()));
      begun = true;
    }
    List<Object> start = new ArrayList<>(List.of(run));
    start.addAll(values);
    for (int i = 0; i < score.scores().size(); i++) {
      Stream<String> cells = score.scores().get(i).metrics().stream().map(Metric::cell);
      record(Stream.of(start.stream(), Stream.of(score.names().get(i)), cells));
    }
    int folds = score.scores().size();
    summary(start, "mean", score, MeanAndDeviation::mean);
    summary(start, "sd", score, MeanAndDeviation::deviation);
    summary(start, "se", score, spread -> spread.standardError(folds));
    BrokenPipe.flush(out);
  }

  private void summary(
      List<Object> start, String name, Score score, ToDoubleFunction<MeanAndDeviation> figure) {
    Stream<String> cells =
        score.spreads().values().stream()
            .mapToDouble(figure)
            .mapToObj(value -> Double.isNaN(value) ? "" : Double.toString(value));
    record(Stream.of(start.stream(), Stream.of(name), cells));
  }

  private void record(Stream<Stream<?>> cells) {
    out.append(CsvText.record(cells.flatMap(part -> part).toArray())).append('\n');
  }
}
