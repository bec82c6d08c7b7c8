package gdtrain.report.page;

import gdtrain.choice.EnumWord;
import gdtrain.choice.OptionNumber;
import gdtrain.report.NumberText;
import gdtrain.report.html.HtmlPage;
import gdtrain.report.html.HtmlTable;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.report.page.RunReport.Facts;
import gdtrain.report.picture.BarPicture;
import gdtrain.report.picture.ScatterPicture;
import gdtrain.report.picture.ScatterPicture.Dots;
import gdtrain.run.selection.Sweep;
import gdtrain.run.selection.Sweep.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page about a sweep: the settings that vary against what the runs are compared by.
 *
 * @param target what is predicted
 * @param names of the settings that vary
 * @param sweep that was run
 * @param notes what was noticed
 * @param facts what repeats the best run
 */
public record SweepReport(
    String target, List<String> names, Sweep sweep, List<String> notes, Facts facts) {
  private static final int MOST_RUNS = 500;
  private static final int MOST_BARS = 30;

  /** Values whose largest is as many times the smallest are seen better on a logarithmic axis. */
  private static final double DECADE = 10;

  /** The text of the page. */
  public String page(Language language) {
    Phrases phrases = new Phrases("report", language);
    String title = phrases.text("sweep.title", target, facts.data().get("data"));
    HtmlPage page = new HtmlPage(language, title, Optional.empty()).heading(title);
    List<Outcome> ranking = sweep.ranking();
    String figure = sweep.comparedBy().text();
    page.lead(verdict(ranking, phrases)).section(phrases.text("sweep.heading", figure)).figures();
    for (int i = 0; i < names.size(); i++) {
      page.figure(names.get(i), picture(i, ranking, figure));
    }
    page.endFigures().section(phrases.text("sweep.runs"));
    if (ranking.size() > MOST_RUNS) {
      page.note(phrases.text("sweep.some", MOST_RUNS, ranking.size()));
    }
    page.table(table(ranking, phrases));
    if (!notes.isEmpty()) {
      page.section(phrases.text("notes.run")).list(notes);
    }
    facts.addTo(page, phrases);
    return page.text();
  }

  private String verdict(List<Outcome> ranking, Phrases phrases) {
    Outcome best = ranking.get(0);
    if (!Double.isFinite(best.value())) {
      return phrases.text("sweep.none", ranking.size());
    }
    String sentence =
        phrases.text(
            "sweep.best",
            ranking.size(),
            best.trial().number(),
            sweep.comparedBy().text(),
            NumberText.text(best.value()));
    return sweep.diverged() == 0
        ? sentence
        : sentence + " " + phrases.text("sweep.diverged", sweep.diverged());
  }

  /** Numbers as dots; of other values the best run each. */
  private String picture(int setting, List<Outcome> ranking, String figure) {
    String name = names.get(setting);
    List<ScatterPicture.Dot> dots = new ArrayList<>();
    Map<String, Double> best = new LinkedHashMap<>();
    for (Outcome outcome : ranking) {
      String text = outcome.trial().values().get(setting);
      OptionNumber.number(text)
          .ifPresent(x -> dots.add(new ScatterPicture.Dot(x, outcome.value())));
      best.putIfAbsent(text, outcome.value());
    }
    if (dots.size() < ranking.size()) {
      List<BarPicture.Bar> bars =
          best.entrySet().stream()
              .limit(MOST_BARS)
              .map(value -> new BarPicture.Bar(value.getKey(), value.getValue(), 0))
              .toList();
      return BarPicture.svg(bars, name);
    }
    double low = dots.stream().mapToDouble(ScatterPicture.Dot::x).min().orElse(0);
    double high = dots.stream().mapToDouble(ScatterPicture.Dot::x).max().orElse(0);
    boolean logarithmic = low > 0 && high / low >= DECADE;
    return ScatterPicture.svg(
        new Dots(name, figure, dots, List.of(), logarithmic), RunPage.SIZE, name);
  }

  private HtmlTable table(List<Outcome> ranking, Phrases phrases) {
    List<String> header = new ArrayList<>(List.of(phrases.text("sweep.run")));
    header.addAll(names);
    header.add(phrases.text("sweep.epoch"));
    header.add(phrases.text("sweep.ending"));
    header.add(sweep.comparedBy().text());
    return new HtmlTable(
        header, ranking.stream().limit(MOST_RUNS).map(SweepReport::cells).toList());
  }

  private static List<String> cells(Outcome outcome) {
    return Stream.of(
            Stream.of(Integer.toString(outcome.trial().number())),
            outcome.trial().values().stream(),
            Stream.of(
                Integer.toString(outcome.epochs()),
                EnumWord.of(outcome.ending()),
                RowReview.text(outcome.value())))
        .flatMap(cells -> cells)
        .toList();
  }
}
