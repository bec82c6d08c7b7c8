package gdtrain.report.page;

import gdtrain.metric.MeanAndDeviation;
import gdtrain.report.NumberText;
import gdtrain.report.html.HtmlPage;
import gdtrain.report.html.HtmlTable;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.report.page.RunReport.Facts;
import gdtrain.report.picture.BarPicture;
import gdtrain.run.selection.CrossValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The page about a cross-validation: its folds side by side.
 *
 * @param target what is predicted
 * @param validation the runs
 * @param spreads mean and standard deviation over the folds, by metric
 * @param notes what was noticed
 * @param facts what repeats it
 */
public record FoldsReport(
    String target,
    CrossValidation validation,
    Map<String, MeanAndDeviation> spreads,
    List<String> notes,
    Facts facts) {
  /** More bars would not be told apart. */
  private static final int MOST_BARS = 30;

  /** The text of the page. */
  public String page(Language language) {
    Phrases phrases = new Phrases("report", language);
    String title = phrases.text("folds.title", target, facts.data().get("data"));
    HtmlPage page = new HtmlPage(language, title, Optional.empty()).heading(title);
    page.lead(verdict(phrases)).section(phrases.text("folds.heading")).figures();
    for (String metric : spreads.keySet()) {
      if (!metric.equals("rows")) {
        page.figure(metric.replace('_', ' '), BarPicture.svg(bars(metric), metric));
      }
    }
    page.endFigures().table(table(phrases));
    if (!notes.isEmpty()) {
      page.section(phrases.text("notes.run")).list(notes);
    }
    facts.addTo(page, phrases);
    return page.text();
  }

  private String verdict(Phrases phrases) {
    String metric = spreads.containsKey("accuracy") ? "accuracy" : "r2";
    MeanAndDeviation spread = spreads.get(metric);
    CrossValidation runs = validation;
    String ending =
        runs.diverged() > 0
            ? phrases.text("folds.diverged", runs.diverged(), runs.count())
            : phrases.text("folds.converged", runs.converged(), runs.count());
    return Double.isNaN(spread.mean())
        ? ending
        : phrases.text(
                "folds.verdict",
                runs.count(),
                metric,
                NumberText.text(spread.mean()),
                NumberText.text(spread.deviation()))
            + " "
            + ending;
  }

  private List<BarPicture.Bar> bars(String metric) {
    return IntStream.range(0, Math.min(validation.count(), MOST_BARS))
        .mapToObj(i -> new BarPicture.Bar(name(i), validation.test().get(i).value(metric), 0))
        .toList();
  }

  private HtmlTable table(Phrases phrases) {
    List<String> header = new ArrayList<>(List.of(phrases.text("folds.fold")));
    spreads.keySet().forEach(name -> header.add(name.replace('_', ' ')));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < validation.count(); i++) {
      rows.add(row(name(i), validation.test().get(i)::value));
    }
    rows.add(row(phrases.text("folds.mean"), metric -> spreads.get(metric).mean()));
    rows.add(row(phrases.text("folds.sd"), metric -> spreads.get(metric).deviation()));
    return new HtmlTable(header, rows);
  }

  private List<String> row(String name, Function<String, Double> value) {
    Stream<String> cells = spreads.keySet().stream().map(value).map(RowReview::text);
    return Stream.concat(Stream.of(name), cells).toList();
  }

  private String name(int fold) {
    return validation.names().get(fold);
  }
}
