package gdtrain.report.review;

import gdtrain.metric.Metric;
import gdtrain.model.Parameter;
import gdtrain.report.NumberText;
import gdtrain.report.TextWidth;
import gdtrain.report.page.ChartFigure;
import gdtrain.report.page.HtmlPage;
import gdtrain.report.page.HtmlTable;
import gdtrain.report.picture.BarPicture;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.Series;
import gdtrain.report.picture.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The page about a run: the verdict first, then the pictures, in the end what repeats the run. */
public final class RunPage {
  /** The size of a picture, of which two stand side by side. */
  static final Size SIZE = new Size(560, 320);

  /** More bars or rows of a table would not be read. */
  private static final int MOST_BARS = 24;

  private static final int MOST_PARAMETERS = 500;

  private final RunReport report;
  private final Phrasing phrasing;
  private final HtmlPage page;

  private RunPage(RunReport report, Phrasing phrasing) {
    this.report = report;
    this.phrasing = phrasing;
    this.page =
        new HtmlPage(
            phrasing.language(), report.target() + " - " + report.data(), Optional.empty());
  }

  /** The text of the page. */
  public static String text(RunReport report, Phrasing phrasing) {
    return new RunPage(report, phrasing).text();
  }

  private String text() {
    page.heading(phrasing.say("%s, learned from %s", report.target(), report.data()));
    page.lead(new Verdict(report, phrasing).text());
    figures();
    report.curves().ifPresent(this::curves);
    report.slopes().filter(slopes -> slopes.layers().size() > 1).ifPresent(this::layers);
    parameters();
    report.judged().ifPresent(rows -> new PredictionSection(rows, phrasing).addTo(page));
    notes();
    repeat();
    report.terrain().ifPresent(svg -> section("The loss around the path").markup(svg));
    return page.text();
  }

  private HtmlPage section(String heading) {
    return page.section(phrasing.word(heading));
  }

  /** The metrics of all rows, side by side. */
  private void figures() {
    if (report.rows().isEmpty()) {
      return;
    }
    List<String> header = new ArrayList<>(List.of(phrasing.word("metric")));
    report.rows().forEach(rows -> header.add(phrasing.say("%s rows", phrasing.word(rows.kind()))));
    List<List<String>> lines = new ArrayList<>();
    List<Metric> names = report.rows().get(0).metrics().metrics();
    for (int i = 0; i < names.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(names.get(i).name().replace('_', ' ')));
      for (RowReview rows : report.rows()) {
        double value = rows.metrics().metrics().get(i).value();
        cells.add(Double.isFinite(value) ? NumberText.text(value) : "-");
      }
      lines.add(cells);
    }
    section("How good it is").table(new HtmlTable(header, lines));
  }

  private void curves(EpochCurves curves) {
    section("How it got there");
    page.figures();
    chart(phrasing.word("Loss"), curves.losses());
    curves.others().forEach(one -> chart(phrasing.word(name(one)), List.of(one)));
    page.endFigures();
  }

  private static String name(Series series) {
    return series.name().equals("lr") ? "Learning rate" : "Norm of the gradient";
  }

  private void chart(String caption, List<Series> series) {
    Chart chart = Chart.of(new Chart.Names("", "epoch", ""), series, LogAxes.AUTO);
    new ChartFigure(caption, chart, SIZE, phrasing.words()).addTo(page);
  }

  private void layers(Slopes slopes) {
    List<BarPicture.Bar> bars = new ArrayList<>();
    HtmlTable table =
        new HtmlTable(
            List.of(phrasing.word("layer"), phrasing.word("norm of the gradient")), List.of());
    for (int layer = 0; layer < slopes.layers().size(); layer++) {
      String name = phrasing.say("layer %d", layer + 1);
      bars.add(new BarPicture.Bar(name, slopes.layers().get(layer), 0));
      table = table.with(name, NumberText.text(slopes.layers().get(layer)));
    }
    section("The gradient, layer by layer")
        .note(
            phrasing.say(
                "At the kept parameters, on scaled inputs. A gradient that vanishes is many times smaller in the first layers than in the last; one that explodes is many times larger."));
    String caption = phrasing.word("Norm of each layer's gradient");
    page.figure(caption, BarPicture.svg(bars, caption), phrasing.word("In numbers"), table);
  }

  private void parameters() {
    List<Integer> order =
        IntStream.range(0, report.parameters().size())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    i -> -Math.abs(report.parameters().get(i).scaledValue())))
            .toList();
    List<Integer> shown = order.stream().limit(MOST_BARS).sorted().toList();
    section("The parameters");
    if (shown.size() < order.size()) {
      page.note(
          phrasing.say(
              "The %d largest of %,d, by their size on scaled inputs.",
              shown.size(), order.size()));
    }
    if (report.slopes().isPresent()) {
      page.note(
          phrasing.say(
              "An arrow shows where the last gradient would move a parameter: to the right raises it, to the left lowers it."));
    }
    page.figures();
    bars("In original units", shown, Parameter::value);
    bars("On scaled inputs, which can be compared", shown, Parameter::scaledValue);
    page.endFigures();
    page.details(phrasing.word("In numbers"), table(order));
  }

  private void bars(String name, List<Integer> shown, ToDoubleFunction<Parameter> value) {
    String caption = phrasing.word(name);
    List<BarPicture.Bar> bars =
        shown.stream()
            .map(
                i ->
                    new BarPicture.Bar(
                        name(report.parameters().get(i)),
                        value.applyAsDouble(report.parameters().get(i)),
                        -slope(i)))
            .toList();
    page.markup("<figure>\n")
        .caption(caption)
        .markup(BarPicture.svg(bars, caption))
        .markup("</figure>\n");
  }

  private double slope(int parameter) {
    return report.slopes().map(slopes -> slopes.gradient().get(parameter)).orElse(0.0);
  }

  /** Without the output if there is only one. */
  private String name(Parameter parameter) {
    boolean one = report.parameters().stream().map(Parameter::output).distinct().count() == 1;
    return one ? parameter.input() : parameter.input() + TextWidth.ARROW + parameter.output();
  }

  private HtmlTable table(List<Integer> order) {
    List<String> header =
        Stream.of("input", "layer", "output", "value", "scaled value", "gradient")
            .map(phrasing::word)
            .toList();
    List<List<String>> rows =
        order.stream()
            .limit(MOST_PARAMETERS)
            .sorted()
            .map(
                i -> {
                  Parameter p = report.parameters().get(i);
                  return List.of(
                      p.input(),
                      Integer.toString(p.layer()),
                      p.output(),
                      Double.isNaN(p.value()) ? "-" : NumberText.text(p.value()),
                      NumberText.text(p.scaledValue()),
                      report.slopes().isPresent() ? NumberText.text(slope(i)) : "");
                })
            .toList();
    return new HtmlTable(header, rows);
  }

  private void notes() {
    if (!report.notes().data().isEmpty()) {
      section("What was noticed in the data").list(report.notes().data());
    }
    if (!report.notes().run().isEmpty()) {
      section("Notes on the run").list(report.notes().run());
    }
  }

  private void repeat() {
    section("How to repeat it");
    report.facts().command().ifPresent(command -> page.lines(List.of(command)));
    page.table(table(report.facts().data()));
    page.details(phrasing.word("Settings"), table(report.facts().settings()));
  }

  private HtmlTable table(Map<String, String> facts) {
    List<List<String>> rows =
        facts.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList();
    return new HtmlTable(List.of(phrasing.word("name"), phrasing.word("value")), rows);
  }
}
