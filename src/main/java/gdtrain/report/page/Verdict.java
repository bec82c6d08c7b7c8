package gdtrain.report.page;

import gdtrain.report.NumberText;
import gdtrain.report.language.Phrases;
import gdtrain.report.page.RunReport.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run came to, in two or three sentences: how good, against the baseline, whether it
 * converged, what to look at.
 */
record Verdict(RunReport report, Phrases phrases) {
  /** Rows that were not learned from have more loss; as many times is too much. */
  private static final double MUCH = 1.5;

  String text() {
    List<String> sentences = new ArrayList<>();
    report.judged().ifPresent(rows -> sentences.add(quality(rows)));
    Optional<Outcome> outcome = report.outcome();
    outcome.filter(o -> !o.diverged()).ifPresent(o -> sentences.add(baseline(o)));
    outcome.ifPresent(o -> sentences.add(ending(o)));
    sentences.add(look());
    return sentences.stream()
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(phrases.text("verdict.between")));
  }

  private String quality(RowReview rows) {
    String kind = rows.called(phrases);
    if (rows.classes().isEmpty() && !Double.isNaN(rows.metrics().value("accuracy"))) {
      return phrases.text(
          "verdict.classes",
          kind,
          report.target(),
          NumberText.percent(rows.metrics().value("accuracy")),
          RowReview.text(rows.metrics().value("accuracy")));
    }
    if (rows.classes().isEmpty()) {
      return phrases.text(
          "verdict.numbers",
          kind,
          report.target(),
          RowReview.text(rows.metrics().value("mae")),
          RowReview.text(rows.metrics().value("r2")));
    }
    List<List<Double>> confusion = rows.classes().get().confusion();
    List<Double> sums = confusion.stream().map(Verdict::sum).toList();
    double largest = sums.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return phrases.text(
        "verdict.classes-chance",
        kind,
        report.target(),
        NumberText.percent(rows.metrics().value("accuracy")),
        RowReview.text(rows.metrics().value("accuracy")),
        rows.classes().get().labels().get(sums.indexOf(largest)),
        NumberText.percent(largest / sum(sums)));
  }

  private static double sum(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }

  private String baseline(Outcome outcome) {
    if (!Double.isFinite(outcome.loss()) || !Double.isFinite(outcome.baseline())) {
      return "";
    }
    return outcome.useless()
        ? phrases.text(
            "verdict.no-better",
            outcome.lossName(),
            NumberText.text(outcome.loss()),
            NumberText.text(outcome.baseline()))
        : phrases.text(
            "verdict.better",
            outcome.lossName(),
            NumberText.text(outcome.loss()),
            NumberText.text(outcome.baseline()));
  }

  private String ending(Outcome outcome) {
    int epochs = outcome.epochs();
    return switch (outcome.ending()) {
      case CONVERGED -> phrases.text("verdict.converged", epochs);
      case ZERO_LOSS -> phrases.text("verdict.zero-loss", epochs);
      case EXHAUSTED -> phrases.text("verdict.exhausted", epochs);
      case EPOCHS -> phrases.text("verdict.epochs", epochs);
      case TIME -> phrases.text("verdict.time", epochs);
      case PATIENCE -> phrases.text("verdict.patience", epochs, outcome.kept());
      case INTERRUPTED -> phrases.text("verdict.interrupted", epochs);
      case DIVERGED -> phrases.text("verdict.diverged", epochs);
    };
  }

  private String look() {
    if (report.outcome().filter(Outcome::diverged).isPresent()) {
      return phrases.text("look.diverged");
    }
    if (report.rows().size() > 1) {
      double times =
          report.judged().orElseThrow().metrics().loss() / report.rows().get(0).metrics().loss();
      if (times > MUCH && Double.isFinite(times) && !report.judged().get().kind().equals("data")) {
        return phrases.text("look.gap", NumberText.rough(times));
      }
    }
    long warnings = report.notes().data().stream().filter(n -> n.startsWith("warning:")).count();
    if (warnings > 0) {
      return phrases.text("look.warnings", warnings);
    }
    return report
        .judged()
        .filter(rows -> !rows.worst().isEmpty())
        .map(rows -> phrases.text("look.worst", rows.worst().get(0).line()))
        .orElse("");
  }
}
