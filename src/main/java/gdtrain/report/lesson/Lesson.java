package gdtrain.report.lesson;

import gdtrain.choice.VisibleText;
import gdtrain.insight.Curvature;
import gdtrain.insight.Slice;
import gdtrain.report.NumberText;
import gdtrain.report.TextWidth;
import gdtrain.report.explanation.Explanation;
import gdtrain.report.explanation.RowPrediction;
import gdtrain.report.explanation.RowTraceText;
import gdtrain.report.explanation.TextStyle;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.report.lesson.LessonScreen.Commands;
import gdtrain.report.lesson.LessonScreen.Lines;
import gdtrain.report.lesson.LessonScreen.Paragraph;
import gdtrain.report.lesson.LessonScreen.Part;
import gdtrain.report.lesson.LessonScreen.Picture;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Series;
import gdtrain.run.DescentPoint;
import gdtrain.run.TrainingRun;
import gdtrain.table.BadTable;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The lecture on gradient descent with the numbers of one table: the loss as a height, the slope at
 * a row, the gradient, a step, a step too long, the chain rule, the valley, and a row that asks for
 * a correction.
 *
 * <p>Every number is one that the command on its screen prints.
 */
public final class Lesson {
  /** Epochs of the short walk. */
  private static final int WALK = 10;

  /** Epochs shown of the walk that goes on. */
  private static final int LONG_WALK = 100;

  /** Epochs of steps that are too long. */
  private static final int STUMBLES = 5;

  /** A long step is this many times the one that leads as high as its start. */
  private static final double TOO_LONG = 1.5;

  private static final int MOST_PARAMETERS = 8;
  private static final int MOST_ASKED = 5;
  private static final int MOST_FORMULAS = 13;
  private static final int SAMPLES = 60;
  private static final int LONGEST_NAMES = 40;
  private static final double USUAL_RATE = 0.1;

  private final LessonRuns runs;
  private final String data;
  private final boolean pets;
  private final TextStyle style;
  private final Phrases words;
  private final Phrases explained;
  private final OptionalDouble stable;
  private final String rate;
  private final TrainingRun automatic;
  private final TrainingRun walk;
  private final long line;

  /**
   * Prepares a lesson.
   *
   * @param cat the line of the row that is looked at, if it is the cat that is taken for a dog;
   *     empty for the row that pulls hardest after the walk
   * @param style of the tables
   */
  public Lesson(LessonRuns runs, Optional<Long> cat, TextStyle style, Language language) {
    this.runs = runs;
    this.data = runs.data();
    this.pets = cat.isPresent();
    this.style = style;
    this.words = new Phrases("lesson", language);
    this.explained = new Phrases("explain", language);
    this.automatic = runs.run(Map.of());
    this.stable =
        automatic.landscape().curvature().map(Curvature::largestStableRate).stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .findFirst();
    this.rate = NumberText.text(rounded(stable.orElse(4 * USUAL_RATE) / 4, 1, RoundingMode.DOWN));
    this.walk = walk(rate, WALK);
    if (DescentPoint.reach(walk, 0).epoch().gradientNorm() == 0) {
      throw new BadTable(
          "%s: the gradient is 0 before the first step, there is no way down: no column says anything about '%s' by itself"
              .formatted(runs.table().name(), target()));
    }
    this.line = cat.orElseGet(() -> explanation(walk, WALK).strongestRow());
  }

  private static double rounded(double rate, int digits, RoundingMode mode) {
    return new BigDecimal(rate).round(new MathContext(digits, mode)).doubleValue();
  }

  private TrainingRun walk(String learningRate, int epochs) {
    return runs.run(Map.of("lr", learningRate, "epochs", Integer.toString(epochs)));
  }

  private Explanation explanation(TrainingRun run, int epoch) {
    return new Explanation(run, DescentPoint.reach(run, epoch), Optional.empty(), explained);
  }

  /** The screens, in order. */
  public List<LessonScreen> screens() {
    Explanation start = explanation(walk, 0);
    return List.of(
        height(),
        slope(start),
        gradient(start),
        step(start),
        tooLong(),
        chainRule(),
        valley(),
        row());
  }

  private String say(String key, Object... arguments) {
    return words.text(key, arguments);
  }

  private Paragraph paragraph(String key, Object... arguments) {
    return new Paragraph(say(key, arguments));
  }

  private LessonScreen screen(String name, Part... parts) {
    return new LessonScreen(say(name), List.of(parts));
  }

  private boolean classes() {
    return walk.classes() > 0;
  }

  /** The key of a text that differs between classes and numbers. */
  private String kind(String key) {
    return key + (classes() ? ".classes" : ".number");
  }

  /** A command on the short walk. */
  private String steps(String command) {
    return "gdtrain %s %s ⟦lr⟧ %s".formatted(command, data, rate);
  }

  private static List<Epoch> epochs(TrainingRun run) {
    List<Epoch> epochs = new ArrayList<>();
    run.fit(epochs::add);
    return epochs;
  }

  private Picture curve(String caption, List<Epoch> epochs) {
    Series loss = new Series(say("loss"));
    for (Epoch epoch : epochs) {
      loss.add(epoch.number(), epoch.loss());
    }
    return picture(caption, say("epoch"), List.of(loss));
  }

  private Picture picture(String caption, String x, List<Series> series) {
    Chart.Names names = new Chart.Names("", x, say("loss"));
    return new Picture(caption, Chart.of(names, series, Chart.LogAxes.NONE));
  }

  private LessonScreen height() {
    List<Epoch> epochs = epochs(walk);
    Epoch last = epochs.get(epochs.size() - 1);
    return screen(
        "height",
        paragraph(
            kind("height.data"), walk.weighedRows().rows(), inputs(), name(target()), answer()),
        paragraph(
            kind("height.loss"),
            NumberText.text(epochs.get(0).loss()),
            last.number(),
            NumberText.text(last.loss())),
        curve(say("height.curve"), epochs),
        new Commands(steps("fit") + " ⟦epochs⟧ " + WALK));
  }

  private String inputs() {
    List<String> names =
        walk.schema().features().stream().map(feature -> name(feature.name())).toList();
    StringBuilder all = new StringBuilder();
    int shown = 0;
    for (String name : names) {
      if (shown > 0 && TextWidth.of(all + name) > 2 * LONGEST_NAMES) {
        return say("more-inputs", all, names.size() - shown);
      }
      all.append(shown++ == 0 ? "" : say("and")).append(name);
    }
    return all.toString();
  }

  private static String name(String name) {
    return TextWidth.shortened(VisibleText.of(name), LONGEST_NAMES);
  }

  private String target() {
    return walk.schema().target().name();
  }

  /** What the model says of every row before the first step. */
  private String answer() {
    return explanation(walk, 0).row(line, style).prediction().text(LONGEST_NAMES);
  }

  private LessonScreen slope(Explanation start) {
    RowTraceText row = start.row(line, style);
    double slope = row.slope();
    String direction = slope > 0 ? "lower" : slope < 0 ? "raise" : "stay";
    return screen(
        "slope",
        paragraph("slope.row", line, values(row), truth(row)),
        new Lines(row.lossLines(MOST_ASKED)),
        paragraph(kind("slope") + "." + direction, NumberText.text(slope), name(row.moved())),
        new Commands(steps("explain") + " ⟦row⟧ " + line));
  }

  private static String truth(RowTraceText row) {
    return row.prediction().truthText(LONGEST_NAMES);
  }

  /** The row's inputs as they are in the file, as many as fit. */
  private String values(RowTraceText row) {
    List<String> all = row.rawInputs();
    StringBuilder values = new StringBuilder();
    int shown = 0;
    for (String value : all) {
      if (shown > 0 && TextWidth.of(values + value) > 2 * LONGEST_NAMES) {
        return say("more-inputs", values, all.size() - shown);
      }
      values.append(shown++ == 0 ? "" : say("and")).append(name(value));
    }
    return values.toString();
  }

  private static List<String> cut(List<String> lines, int most) {
    if (lines.size() <= most) {
      return lines;
    }
    List<String> some = new ArrayList<>(lines.subList(0, most - 1));
    some.add("  ...");
    return some;
  }

  private LessonScreen gradient(Explanation start) {
    return screen(
        "gradient",
        paragraph("gradient.what"),
        new Lines(start.step(style).table(MOST_PARAMETERS)),
        paragraph("gradient.says"),
        paragraph("gradient.size"),
        new Commands(steps("explain")));
  }

  private LessonScreen step(Explanation start) {
    Explanation.Heights heights = start.heights().orElseThrow();
    return screen(
        "step",
        paragraph("step.rule", rate),
        new Lines(start.step(style).totals()),
        paragraph(
            start.isExact() ? "step.exact" : "step.curved",
            NumberText.text(heights.here()),
            NumberText.text(heights.next())),
        paragraph("step.repeat", WALK),
        new Commands(steps("explain")));
  }

  private LessonScreen tooLong() {
    Slice slice = new Slice(walk.problem().objective(), walk.start());
    OptionalDouble even = slice.breakEven();
    double longest = rounded(TOO_LONG * even.orElse(4 / TOO_LONG), 2, RoundingMode.UP);
    Series heights = new Series(say("loss"));
    for (int i = 0; i <= SAMPLES; i++) {
      double length = longest * i / SAMPLES;
      heights.add(length, walk.problem().height(slice.at(length)).loss());
    }
    String far = NumberText.text(longest);
    List<Epoch> stumbles = epochs(walk(far, STUMBLES));
    return screen(
        "long",
        paragraph(
            even.isPresent() ? "long.even" : "long.never",
            NumberText.text(even.orElse(longest)),
            NumberText.text(stumbles.get(0).loss())),
        picture(say("long.curve"), say("rate"), List.of(heights)),
        paragraph("long.stumbles", far, losses(stumbles)),
        stable.isPresent()
            ? paragraph("long.stable", NumberText.text(stable.getAsDouble()))
            : paragraph("long.unknown"),
        new Commands(
            steps("terrain") + " ⟦slice⟧",
            "gdtrain fit %s ⟦lr⟧ %s ⟦epochs⟧ %d -v".formatted(data, far, STUMBLES)));
  }

  private String losses(List<Epoch> epochs) {
    return String.join(
        say("then"), epochs.stream().map(epoch -> NumberText.brief(epoch.loss())).toList());
  }

  private LessonScreen chainRule() {
    RowTraceText row = explanation(runs.run(Map.of("hidden", "2")), 0).row(line, style);
    List<String> back = row.back();
    List<String> formulas = new ArrayList<>(cut(row.forward(), MOST_FORMULAS - back.size()));
    formulas.addAll(back);
    return screen(
        "chain",
        paragraph("chain.what"),
        new Lines(formulas),
        paragraph("chain.back"),
        new Commands("gdtrain explain %s ⟦hidden⟧ 2 ⟦row⟧ %d".formatted(data, line)));
  }

  private LessonScreen valley() {
    List<Epoch> epochs = epochs(walk(rate, LONG_WALK));
    Fit fit = automatic.fit(epoch -> {});
    double start = epochs.get(0).loss();
    double here = epochs.get(Math.min(WALK, epochs.size() - 1)).loss();
    double floor = fit.kept().loss();
    String end =
        fit.converged()
            ? "valley.floor"
            : automatic.separation(fit).isPresent() ? "valley.bottomless" : "valley.far";
    return screen(
        "valley",
        paragraph("valley.what"),
        curve(say("valley.curve", rate), epochs),
        paragraph(end, NumberText.text(floor), fit.last().number()),
        paragraph(
            "valley.way",
            WALK,
            NumberText.text(here),
            NumberText.text(start),
            "%.0f".formatted(start > floor ? 100 * (start - here) / (start - floor) : 100)),
        new Commands("gdtrain fit " + data, steps("fit") + " ⟦epochs⟧ " + LONG_WALK));
  }

  private String title(boolean wrong) {
    String title = wrong ? "row.wrong" : kind("row.title");
    return pets ? "row.pets" : title;
  }

  private LessonScreen row() {
    RowTraceText row = explanation(walk, WALK).row(line, style);
    RowPrediction prediction = row.prediction();
    boolean wrong = classes() && !prediction.truth().equals(prediction.prediction());
    return screen(
        title(wrong),
        paragraph(
            wrong ? "row.asks-wrong" : kind("row.asks"),
            WALK,
            line,
            truth(row),
            prediction.text(LONGEST_NAMES)),
        new Lines(row.asks(MOST_ASKED)),
        new Paragraph(row.stepSentence().orElse("")),
        paragraph("row.error"),
        paragraph("row.end"),
        new Commands(steps("explain") + " ⟦at⟧ %d ⟦row⟧ %d".formatted(WALK, line)));
  }
}
