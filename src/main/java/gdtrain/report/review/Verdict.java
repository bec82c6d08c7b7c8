package gdtrain.report.review;

import gdtrain.report.NumberText;
import gdtrain.report.review.RunReport.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run came to, in two or three sentences: how good, against the baseline, whether it
 * converged, what to look at.
 */
record Verdict(RunReport report, Phrasing phrasing) {
  /** Rows that were not learned from have more loss; as many times is too much. */
  private static final double MUCH = 1.5;

  String text() {
    List<String> sentences = new ArrayList<>();
    if (!report.outcome().diverged()) {
      report.judged().ifPresent(rows -> sentences.add(quality(rows)));
      sentences.add(baseline());
    }
    sentences.add(ending());
    sentences.add(look());
    return sentences.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
  }

  private String quality(RowReview rows) {
    Map<String, Double> metrics =
        rows.metrics().metrics().stream().collect(Collectors.toMap(m -> m.name(), m -> m.value()));
    String kind = phrasing.word(rows.kind());
    if (rows.classes().isEmpty() && metrics.containsKey("accuracy")) {
      return phrasing.say(
          "On the %s rows, '%s' is told right for %s (accuracy %s).",
          kind,
          report.target(),
          NumberText.percent(metrics.get("accuracy")),
          NumberText.text(metrics.get("accuracy")));
    }
    if (rows.classes().isEmpty()) {
      return phrasing.say(
          "On the %s rows, predictions of '%s' miss by %s on average (mae); r2 is %s, where 1 is perfect.",
          kind, report.target(), number(metrics.get("mae")), number(metrics.get("r2")));
    }
    List<List<Double>> confusion = rows.classes().get().confusion();
    List<Double> sums = confusion.stream().map(Verdict::sum).toList();
    double largest = sums.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return phrasing.say(
        "On the %s rows, '%s' is told right for %s (accuracy %s); always saying '%s' would be right for %s.",
        kind,
        report.target(),
        NumberText.percent(metrics.get("accuracy")),
        NumberText.text(metrics.get("accuracy")),
        rows.classes().get().labels().get(sums.indexOf(largest)),
        NumberText.percent(largest / sum(sums)));
  }

  private static double sum(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? NumberText.text(value) : "-";
  }

  private String baseline() {
    Outcome outcome = report.outcome();
    if (!Double.isFinite(outcome.loss()) || !Double.isFinite(outcome.baseline())) {
      return "";
    }
    return outcome.useless()
        ? phrasing.say(
            "The loss (%s) of the training rows is %s, no better than predicting %s: %s.",
            outcome.lossName(),
            NumberText.text(outcome.loss()),
            phrasing.word(outcome.constant()),
            NumberText.text(outcome.baseline()))
        : phrasing.say(
            "The loss (%s) of the training rows is %s; predicting %s has %s.",
            outcome.lossName(),
            NumberText.text(outcome.loss()),
            phrasing.word(outcome.constant()),
            NumberText.text(outcome.baseline()));
  }

  private String ending() {
    int epochs = report.outcome().epochs();
    return switch (report.outcome().ending()) {
      case CONVERGED -> phrasing.say("Descent converged after %,d epochs.", epochs);
      case ZERO_LOSS -> phrasing.say("Descent stopped after %,d epochs, at a loss of 0.", epochs);
      case EXHAUSTED ->
          phrasing.say(
              "Descent stopped after %,d epochs: no step lowers the loss any more.", epochs);
      case EPOCHS ->
          phrasing.say("Descent did not converge: it stopped at its limit of %,d epochs.", epochs);
      case TIME ->
          phrasing.say("Descent did not converge: its time was over after %,d epochs.", epochs);
      case PATIENCE ->
          phrasing.say(
              "Descent stopped after %,d epochs, since the validation loss was lowest at epoch %,d.",
              epochs, report.outcome().kept());
      case INTERRUPTED -> phrasing.say("Descent was interrupted after %,d epochs.", epochs);
      case DIVERGED -> phrasing.say("Descent diverged at epoch %,d: no model came of it.", epochs);
    };
  }

  private String look() {
    if (report.outcome().diverged()) {
      return phrasing.say("Look at the curve of the loss, and at the notes on the run.");
    }
    if (report.rows().size() > 1) {
      double times =
          report.judged().orElseThrow().metrics().loss() / report.rows().get(0).metrics().loss();
      if (times > MUCH && Double.isFinite(times)) {
        return phrasing.say(
            "Rows that were not learned from have %s times the loss: look at the curves of both.",
            NumberText.rough(times));
      }
    }
    long warnings = report.notes().data().stream().filter(n -> n.startsWith("warning:")).count();
    if (warnings > 0) {
      return phrasing.say("Look at what is odd in the data: warnings: %,d.", warnings);
    }
    return report
        .judged()
        .filter(rows -> !rows.worst().isEmpty())
        .map(
            rows ->
                phrasing.say(
                    "Look at the rows with the largest loss, first line %,d.",
                    rows.worst().get(0).line()))
        .orElse("");
  }
}
