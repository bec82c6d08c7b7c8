package gdtrain.report.page;

import gdtrain.metric.Metric;
import gdtrain.model.Parameter;
import gdtrain.report.NumberText;
import gdtrain.report.TextWidth;
import gdtrain.report.html.ChartFigure;
import gdtrain.report.html.HtmlPage;
import gdtrain.report.html.HtmlTable;
import gdtrain.report.html.TerrainFigure;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.report.picture.BarPicture;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.Size;
import gdtrain.report.picture.TerrainMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The page about a run: the verdict first, then the pictures, in the end what repeats the run. */
public final class RunPage {
  /** The size of a picture, of which two stand side by side. */
  static final Size SIZE = new Size(560, 320);

  /** That of one that stands alone. */
  private static final Size WIDE = new Size(800, 400);

  /** More bars or rows of a table would not be read. */
  private static final int MOST_BARS = 24;

  private static final int MOST_PARAMETERS = 500;

  private final RunReport report;
  private final Phrases phrases;
  private final HtmlPage page;

  private RunPage(RunReport report, Language language) {
    this.report = report;
    this.phrases = new Phrases("report", language);
    String title = phrases.text("title", report.target(), report.data());
    this.page = new HtmlPage(language, title, Optional.empty()).heading(title);
  }

  /** The text of the page. */
  public static String text(RunReport report, Language language) {
    return new RunPage(report, language).text();
  }

  private String text() {
    page.lead(new Verdict(report, phrases).text());
    metrics();
    curves();
    report.terrain().ifPresent(this::terrain);
    report.slopes().filter(slopes -> slopes.layers().size() > 1).ifPresent(this::layers);
    parameters();
    report
        .judged()
        .filter(rows -> !rows.worst().isEmpty())
        .ifPresent(rows -> new PredictionSection(rows, phrases).addTo(page));
    notes("notes.data", report.notes().data());
    notes("notes.run", report.notes().run());
    report.facts().addTo(page, phrases);
    return page.text();
  }

  private HtmlPage section(String key) {
    return page.section(phrases.text(key));
  }

  /** The metrics of all rows, side by side. */
  private void metrics() {
    if (report.rows().isEmpty()) {
      return;
    }
    List<String> header = new ArrayList<>(List.of(phrases.text("good.metric")));
    report.rows().forEach(rows -> header.add(rows.called(phrases)));
    List<List<String>> lines = new ArrayList<>();
    for (Metric metric : report.rows().get(0).metrics().metrics()) {
      String name = metric.name();
      Stream<String> cells =
          report.rows().stream().map(rows -> cell(name, rows.metrics().value(name)));
      lines.add(Stream.concat(Stream.of(name.replace('_', ' ')), cells).toList());
    }
    section("good.heading").table(new HtmlTable(header, lines));
  }

  private static String cell(String name, double value) {
    boolean unknown = name.equals("rows") && value == 0;
    return unknown ? "-" : RowReview.text(value);
  }

  private void curves() {
    if (report.curves().isEmpty()) {
      return;
    }
    section("curves.heading").figures();
    for (RunReport.Curve curve : report.curves()) {
      Chart chart = Chart.of(new Chart.Names("", "epoch", ""), curve.series(), LogAxes.AUTO);
      new ChartFigure(phrases.text(curve.key()), chart, SIZE, true).addTo(page);
    }
    page.endFigures();
  }

  private void terrain(TerrainMap map) {
    section("terrain.heading").note(phrases.text("terrain.note"));
    new TerrainFigure(phrases.text("terrain.caption", map.heightName()), map, WIDE).addTo(page);
  }

  private void layers(Slopes slopes) {
    List<BarPicture.Bar> bars = new ArrayList<>();
    List<List<String>> lines = new ArrayList<>();
    for (int layer = 0; layer < slopes.layers().size(); layer++) {
      String name = phrases.text("layers.layer", layer + 1);
      bars.add(new BarPicture.Bar(name, slopes.layers().get(layer), 0));
      lines.add(List.of(name, NumberText.text(slopes.layers().get(layer))));
    }
    String caption = phrases.text("curves.layers");
    List<String> header = List.of(phrases.text("layers.column"), phrases.text("layers.norm"));
    section("layers.heading")
        .note(phrases.text("layers.note"))
        .figure(caption, BarPicture.svg(bars, caption), new HtmlTable(header, lines));
  }

  private void parameters() {
    List<Parameter> all = report.parameters();
    List<Integer> order =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(all.get(i).scaledValue())))
            .toList();
    List<Integer> shown = order.stream().limit(MOST_BARS).sorted().toList();
    section("parameters.heading");
    if (shown.size() < order.size()) {
      page.note(phrases.text("parameters.some", shown.size(), order.size()));
    }
    if (report.slopes().isPresent()) {
      page.note(phrases.text("parameters.arrow"));
    }
    page.figures();
    bars("parameters.original", shown, Parameter::value);
    bars("parameters.scaled", shown, Parameter::scaledValue);
    page.endFigures().numbers(table(order));
  }

  private void bars(String key, List<Integer> shown, ToDoubleFunction<Parameter> value) {
    List<BarPicture.Bar> bars = new ArrayList<>();
    for (int i : shown) {
      Parameter parameter = report.parameters().get(i);
      bars.add(
          new BarPicture.Bar(
              name(parameter), value.applyAsDouble(parameter), -slope(i).orElse(0.0)));
    }
    page.figure(phrases.text(key), BarPicture.svg(bars, phrases.text(key)));
  }

  private Optional<Double> slope(int parameter) {
    return report.slopes().map(slopes -> slopes.gradient().get(parameter));
  }

  /** Without the output if there is only one. */
  private String name(Parameter parameter) {
    boolean one =
        parameter.output().equals(report.parameters().get(0).output())
            && parameter
                .output()
                .equals(report.parameters().get(report.parameters().size() - 1).output());
    return one ? parameter.input() : parameter.input() + TextWidth.ARROW + parameter.output();
  }

  private HtmlTable table(List<Integer> order) {
    List<String> header =
        Stream.of("input", "output", "value", "scaled-value", "gradient")
            .map(column -> phrases.text("parameters." + column))
            .toList();
    List<List<String>> rows =
        order.stream().limit(MOST_PARAMETERS).sorted().map(this::row).toList();
    return new HtmlTable(header, rows);
  }

  private List<String> row(int i) {
    Parameter parameter = report.parameters().get(i);
    return List.of(
        parameter.input(),
        parameter.output(),
        Double.isNaN(parameter.value()) ? "-" : NumberText.text(parameter.value()),
        NumberText.text(parameter.scaledValue()),
        slope(i).map(NumberText::text).orElse("-"));
  }

  private void notes(String key, List<String> sentences) {
    if (!sentences.isEmpty()) {
      section(key).list(sentences);
    }
  }
}
