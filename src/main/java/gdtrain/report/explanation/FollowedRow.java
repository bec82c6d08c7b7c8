package gdtrain.report.explanation;

import gdtrain.insight.Iterate;
import gdtrain.insight.RowLoss;
import gdtrain.optimizer.Point;
import gdtrain.report.CsvText;
import gdtrain.report.JsonText;
import gdtrain.report.NumberText;
import gdtrain.report.TableFormat;
import gdtrain.report.TextTable;
import gdtrain.report.language.Phrases;
import gdtrain.run.TrainingRun;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Watcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One row over the epochs of a run: its prediction, the slope of its loss, and the correction
 *
 * <pre>
 *   correction = - learning rate x slope
 * </pre>
 *
 * <p>that the next step's rate makes of it: the larger the error, the larger.
 */
public final class FollowedRow implements Watcher {
  private final ExplanationContext context;
  private final TrainingRun run;
  private final long line;
  private final int row;
  private final List<Moment> moments = new ArrayList<>();

  /** The row after an epoch. */
  private record Moment(Epoch epoch, RowLoss loss) {}

  private FollowedRow(TrainingRun run, long line, Phrases phrases) {
    this.context = ExplanationContext.of(run, "", List.of(), phrases);
    this.run = run;
    this.line = line;
    this.row = new CsvLine("⟦follow⟧", run.tables(), line).trainingRow();
  }

  /**
   * A row that has yet to be followed.
   *
   * @param line of the file
   */
  public static FollowedRow of(TrainingRun run, long line, Phrases phrases) {
    return new FollowedRow(run, line, phrases);
  }

  /** Trains, and looks at the row in every epoch. */
  public Fit follow() {
    return run.fit(this);
  }

  @Override
  public void epoch(Epoch epoch) {
    // reached gets it, too
  }

  @Override
  public void reached(Epoch epoch, Point here) {
    Iterate iterate = new Iterate(epoch, here.parameters());
    moments.add(new Moment(epoch, Explanation.rules(run, iterate).of(row).loss()));
  }

  /** Its lines; a table has the first, the last, and every epoch that is a power of two. */
  public Stream<String> lines(TableFormat format, TextStyle style) {
    return switch (format) {
      case TABLE -> table(style).stream();
      case CSV ->
          Stream.concat(
              Stream.of("epoch,prediction,probability,loss,slope,lr,correction"),
              fields().map(CsvText::record));
      case JSON -> JsonText.indented(json()).lines();
    };
  }

  private List<String> table(TextStyle style) {
    List<String> lines = new ArrayList<>();
    Object truth = prediction(0).truthText(style.width() / 4);
    lines.add(context.text("line-of", line, run.tables().training().name()));
    lines.add(context.text("follow.truth", context.target(), context.loss().name(), truth));
    lines.add(RowsText.slope(context));
    lines.add(context.text("follow.correction"));
    lines.add("");
    TextTable table = new TextTable();
    table.add(
        Stream.of("epoch", "prediction", "loss", "slope", "rate", "correction")
            .map(name -> context.text("column." + name))
            .toList());
    IntStream.range(0, moments.size())
        .filter(i -> Integer.bitCount(i) < 2 || i == moments.size() - 1)
        .forEach(i -> table.add(cells(i, style.width() / 4)));
    table.lines().forEach(text -> lines.add(text.stripTrailing()));
    return lines;
  }

  private List<String> cells(int moment, int room) {
    RowLoss loss = moments.get(moment).loss();
    return List.of(
        Integer.toString(moments.get(moment).epoch().number()),
        prediction(moment).text(room),
        NumberText.brief(loss.value()),
        NumberText.brief(loss.slope()),
        text(rate(moment)),
        text(correction(moment)));
  }

  private static String text(OptionalDouble number) {
    return number.isEmpty() ? "" : NumberText.brief(number.getAsDouble());
  }

  private RowPrediction prediction(int moment) {
    return RowPrediction.of(context, moments.get(moment).loss());
  }

  /** The learning rate of the step that leads on; empty at the end. */
  private OptionalDouble rate(int moment) {
    return moment + 1 < moments.size()
        ? moments.get(moment + 1).epoch().learningRate()
        : OptionalDouble.empty();
  }

  private OptionalDouble correction(int moment) {
    OptionalDouble rate = rate(moment);
    return rate.isEmpty()
        ? rate
        : OptionalDouble.of(-rate.getAsDouble() * moments.get(moment).loss().slope());
  }

  /** Fields of every epoch by name; empty if not known. */
  private Stream<Map<String, Object>> fields() {
    return IntStream.range(0, moments.size()).mapToObj(this::fields);
  }

  private Map<String, Object> fields(int moment) {
    RowPrediction prediction = prediction(moment);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("epoch", moments.get(moment).epoch().number());
    fields.put("prediction", prediction.prediction());
    fields.put("probability", prediction.probability());
    fields.put("loss", moments.get(moment).loss().value());
    fields.put("slope", moments.get(moment).loss().slope());
    fields.put("lr", rate(moment));
    fields.put("correction", correction(moment));
    return fields;
  }

  private Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("data", run.tables().training().name());
    all.put("target", context.target());
    all.put("loss_name", context.loss().name());
    all.put("line", line);
    all.put("truth", prediction(0).truth());
    all.put("epochs", fields().toList());
    return all;
  }
}
