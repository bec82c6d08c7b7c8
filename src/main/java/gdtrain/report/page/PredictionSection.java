package gdtrain.report.page;

import gdtrain.metric.Calibration;
import gdtrain.metric.OperatingPoints;
import gdtrain.report.NumberText;
import gdtrain.report.html.ChartFigure;
import gdtrain.report.html.HtmlPage;
import gdtrain.report.html.HtmlTable;
import gdtrain.report.language.Phrases;
import gdtrain.report.picture.Chart;
import gdtrain.report.picture.Chart.LogAxes;
import gdtrain.report.picture.MatrixPicture;
import gdtrain.report.picture.ScatterPicture;
import gdtrain.report.picture.ScatterPicture.Dots;
import gdtrain.report.picture.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Predictions beside the truth, and the rows that are predicted worst. */
record PredictionSection(RowReview rows, Phrases phrases) {
  /** Longer tables behind a picture would not be read. */
  private static final int MOST_ROWS = 100;

  void addTo(HtmlPage page) {
    page.section(phrases.text("predictions.heading", rows.called(phrases)));
    rows.numbers().ifPresent(numbers -> numbers(numbers, page));
    rows.classes().ifPresent(classes -> classes(classes, page));
    worst(page);
  }

  private void numbers(RowReview.Numbers numbers, HtmlPage page) {
    if (numbers.dots().size() < rows.metrics().rows()) {
      page.note(phrases.text("predictions.some", numbers.dots().size(), rows.metrics().rows()));
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (RowReview.Dot dot : numbers.dots()) {
      low = Math.min(low, Math.min(dot.truth(), dot.prediction()));
      high = Math.max(high, Math.max(dot.truth(), dot.prediction()));
    }
    page.figures();
    String truth = phrases.text("predictions.truth");
    String prediction = phrases.text("predictions.prediction");
    scatter(
        phrases.text("predictions.scatter"),
        new Dots(
            truth,
            prediction,
            dots(numbers, RowReview.Dot::truth, RowReview.Dot::prediction),
            line(low, low, high, high),
            false),
        page);
    scatter(
        phrases.text("predictions.residuals"),
        new Dots(
            prediction,
            phrases.text("predictions.residual"),
            dots(numbers, RowReview.Dot::prediction, dot -> dot.prediction() - dot.truth()),
            line(low, 0, high, 0),
            false),
        page);
    page.endFigures();
  }

  private static List<ScatterPicture.Dot> dots(
      RowReview.Numbers numbers,
      Function<RowReview.Dot, Double> x,
      Function<RowReview.Dot, Double> y) {
    return numbers.dots().stream()
        .map(dot -> new ScatterPicture.Dot(x.apply(dot), y.apply(dot)))
        .toList();
  }

  private static List<Series> line(double x1, double y1, double x2, double y2) {
    if (!(x1 < x2) || !Double.isFinite(x2 - x1)) {
      return List.of();
    }
    Series line = new Series("");
    line.add(x1, y1);
    line.add(x2, y2);
    return List.of(line);
  }

  private void scatter(String caption, Dots dots, HtmlPage page) {
    HtmlTable table =
        new HtmlTable(
            List.of(dots.xName(), dots.yName()),
            dots.dots().stream()
                .limit(MOST_ROWS)
                .map(d -> List.of(NumberText.text(d.x()), NumberText.text(d.y())))
                .toList());
    page.figure(caption, ScatterPicture.svg(dots, RunPage.SIZE, caption), table);
  }

  private void classes(RowReview.Classes classes, HtmlPage page) {
    page.figures();
    if (classes.labels().size() <= MatrixPicture.MOST) {
      matrix(classes, page);
    }
    classes.points().ifPresent(points -> curves(points, classes.labels().get(1), page));
    classes
        .calibration()
        .ifPresent(calibration -> calibration(calibration, classes.labels().get(1), page));
    page.endFigures();
    byClass(classes, page);
  }

  private void matrix(RowReview.Classes classes, HtmlPage page) {
    List<List<String>> texts =
        classes.confusion().stream()
            .map(row -> row.stream().map(NumberText::text).toList())
            .toList();
    String caption = phrases.text("classes.confusion");
    List<String> header = new ArrayList<>(List.of(phrases.text("predictions.truth")));
    header.addAll(classes.labels());
    List<List<String>> lines = new ArrayList<>();
    for (int k = 0; k < texts.size(); k++) {
      lines.add(Stream.concat(Stream.of(classes.labels().get(k)), texts.get(k).stream()).toList());
    }
    page.figure(
        caption,
        MatrixPicture.svg(
            new MatrixPicture.Cells(
                classes.labels(),
                classes.confusion(),
                texts,
                phrases.text("predictions.truth"),
                phrases.text("predictions.prediction")),
            caption),
        new HtmlTable(header, lines));
  }

  private void curves(OperatingPoints points, String positive, HtmlPage page) {
    Series roc = new Series(phrases.text("classes.model"));
    Series precision = new Series(phrases.text("classes.model"));
    for (OperatingPoints.Point point : points.points()) {
      if (Double.isFinite(point.falsePositiveRate()) && Double.isFinite(point.recall())) {
        roc.add(point.falsePositiveRate(), point.recall());
        precision.add(point.recall(), point.precision());
      }
    }
    Series chance = new Series(phrases.text("classes.chance"));
    chance.add(0, 0);
    chance.add(1, 1);
    chart(
        phrases.text("classes.roc", positive, RowReview.text(points.area())),
        new Chart.Names(
            "", phrases.text("classes.false-positives"), phrases.text("classes.recall")),
        List.of(roc, chance),
        page);
    double share = points.points().get(points.points().size() - 1).precision();
    Series always = new Series(phrases.text("classes.chance"));
    always.add(0, share);
    always.add(1, share);
    chart(
        phrases.text(
            "classes.precision-recall", positive, RowReview.text(points.averagePrecision())),
        new Chart.Names("", phrases.text("classes.recall"), phrases.text("classes.precision")),
        List.of(precision, always),
        page);
  }

  private void calibration(Calibration calibration, String positive, HtmlPage page) {
    Series model = new Series(phrases.text("classes.model"));
    calibration.bins().forEach(bin -> model.add(bin.probability(), bin.share()));
    Series perfect = new Series(phrases.text("classes.perfect"));
    perfect.add(0, 0);
    perfect.add(1, 1);
    chart(
        phrases.text("classes.calibration", positive),
        new Chart.Names("", phrases.text("classes.probability"), phrases.text("classes.share")),
        List.of(model, perfect),
        page);
  }

  private void chart(String caption, Chart.Names names, List<Series> series, HtmlPage page) {
    new ChartFigure(caption, Chart.of(names, series, LogAxes.NONE), RunPage.SIZE, false)
        .addTo(page);
  }

  private void byClass(RowReview.Classes classes, HtmlPage page) {
    List<String> header =
        List.of(
            phrases.text("classes.class"),
            phrases.text("classes.rows"),
            phrases.text("classes.precision"),
            phrases.text("classes.recall"),
            "f1");
    List<List<String>> lines = new ArrayList<>();
    for (int k = 0; k < classes.labels().size(); k++) {
      double truth = classes.confusion().get(k).stream().mapToDouble(Double::doubleValue).sum();
      int column = k;
      double called = classes.confusion().stream().mapToDouble(row -> row.get(column)).sum();
      double right = classes.confusion().get(k).get(k);
      lines.add(
          List.of(
              classes.labels().get(k),
              NumberText.text(truth),
              share(right, called),
              share(right, truth),
              share(2 * right, truth + called)));
    }
    page.part(phrases.text("classes.heading")).table(new HtmlTable(header, lines));
  }

  private static String share(double part, double whole) {
    return whole > 0 ? NumberText.text(part / whole) : "-";
  }

  private void worst(HtmlPage page) {
    boolean probable = rows.worst().stream().anyMatch(row -> row.probability().isPresent());
    List<String> header =
        new ArrayList<>(
            List.of(
                phrases.text("worst.line"),
                phrases.text("predictions.truth"),
                phrases.text("predictions.prediction")));
    if (probable) {
      header.add(phrases.text("classes.probability"));
    }
    header.add(phrases.text("worst.loss"));
    List<List<String>> lines = new ArrayList<>();
    for (RowReview.Row row : rows.worst()) {
      List<String> cells =
          new ArrayList<>(
              List.of(Long.toString(row.line()), cell(row.truth()), cell(row.prediction())));
      if (probable) {
        cells.add(NumberText.text(row.probability().orElse(Double.NaN)));
      }
      cells.add(RowReview.text(row.loss()));
      lines.add(cells);
    }
    page.part(phrases.text("worst.heading", rows.file())).table(new HtmlTable(header, lines));
  }

  private static String cell(Object value) {
    return value instanceof Double number ? NumberText.text(number) : value.toString();
  }
}
