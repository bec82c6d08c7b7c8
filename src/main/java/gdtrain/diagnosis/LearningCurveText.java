package gdtrain.diagnosis;

import gdtrain.metric.MeanAndDeviation;
import gdtrain.report.NumberText;
import gdtrain.run.selection.CrossValidation;
import java.util.List;
import java.util.stream.IntStream;

/** How the end of a learning curve is read. */
public final class LearningCurveText {
  private LearningCurveText() {}

  /**
   * Whether more rows would help: whether the last ones lowered the loss of rows held out by more
   * than the standard error of the folds' differences.
   *
   * @param fewer the cross-validation that learned from fewer rows
   * @param all that which learned from all
   */
  public static String of(CrossValidation fewer, CrossValidation all) {
    List<Double> gains =
        IntStream.range(0, all.count())
            .mapToObj(i -> fewer.test().get(i).loss() - all.test().get(i).loss())
            .toList();
    MeanAndDeviation gain = MeanAndDeviation.of(gains);
    double error = gain.standardError(all.count());
    return "the last %s of %s rows changed the test loss by %s +- %s (standard error): %s"
        .formatted(
            NumberText.text(rows(all) - rows(fewer)),
            NumberText.text(rows(all)),
            NumberText.text(-gain.mean()),
            NumberText.text(error),
            gain.mean() > error
                ? "more rows are likely to help"
                : "more rows alone are unlikely to help");
  }

  private static double rows(CrossValidation folds) {
    return folds.training().stream().mapToInt(score -> score.rows()).average().orElseThrow();
  }
}
