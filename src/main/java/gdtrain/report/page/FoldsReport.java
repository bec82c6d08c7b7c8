package gdtrain.report.page;

import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.Metrics;
import gdtrain.report.NumberText;
import gdtrain.report.html.HtmlPage;
import gdtrain.report.html.HtmlTable;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.report.page.RunReport.Facts;
import gdtrain.report.picture.BarPicture;
import gdtrain.run.selection.CrossValidation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The page about a cross-validation: its folds side by side. */
public final class FoldsReport {
  /** More bars would not be told apart. */
  private static final int MOST_BARS = 30;

  private final Map<String, Metrics> folds = new LinkedHashMap<>();

  /** Takes a fold. */
  public void add(String fold, Metrics score) {
    folds.put(fold, score);
  }

  /**
   * What is known when all folds are done.
   *
   * @param target what is predicted
   * @param validation the runs
   * @param spreads mean and standard deviation over the folds, by metric
   * @param notes what was noticed
   * @param facts what repeats it
   */
  public record End(
      String target,
      CrossValidation validation,
      Map<String, MeanAndDeviation> spreads,
      List<String> notes,
      Facts facts) {}

  /** The text of the page. */
  public String page(End end, Language language) {
    Phrases phrases = new Phrases("report", language);
    String title = phrases.text("folds.title", end.target, end.facts.data().get("data"));
    HtmlPage page = new HtmlPage(language, title, Optional.empty()).heading(title);
    page.lead(verdict(end, phrases)).section(phrases.text("folds.heading")).figures();
    for (String metric : end.spreads.keySet()) {
      if (!metric.equals("rows")) {
        page.figure(metric.replace('_', ' '), BarPicture.svg(bars(metric), metric));
      }
    }
    page.endFigures().table(table(end, phrases));
    if (!end.notes.isEmpty()) {
      page.section(phrases.text("notes.run")).list(end.notes);
    }
    end.facts.addTo(page, phrases);
    return page.text();
  }

  private static String verdict(End end, Phrases phrases) {
    String metric = end.spreads.containsKey("accuracy") ? "accuracy" : "r2";
    MeanAndDeviation spread = end.spreads.get(metric);
    CrossValidation runs = end.validation;
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
    return folds.entrySet().stream()
        .limit(MOST_BARS)
        .map(fold -> new BarPicture.Bar(fold.getKey(), fold.getValue().value(metric), 0))
        .toList();
  }

  private HtmlTable table(End end, Phrases phrases) {
    List<String> header = new ArrayList<>(List.of(phrases.text("folds.fold")));
    end.spreads.keySet().forEach(name -> header.add(name.replace('_', ' ')));
    List<List<String>> rows = new ArrayList<>();
    folds.forEach((fold, score) -> rows.add(row(fold, end, metric -> score.value(metric))));
    rows.add(row(phrases.text("folds.mean"), end, metric -> end.spreads.get(metric).mean()));
    rows.add(row(phrases.text("folds.sd"), end, metric -> end.spreads.get(metric).deviation()));
    return new HtmlTable(header, rows);
  }

  private static List<String> row(String name, End end, Function<String, Double> value) {
    Stream<String> cells = end.spreads.keySet().stream().map(value).map(RowReview::text);
    return Stream.concat(Stream.of(name), cells).toList();
  }
}
