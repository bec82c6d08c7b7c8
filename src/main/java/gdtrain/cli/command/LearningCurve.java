package gdtrain.cli.command;

import gdtrain.dataset.preparation.Folds;
import gdtrain.diagnosis.CrossValidationSummary;
import gdtrain.diagnosis.LearningCurveText;
import gdtrain.metric.MeanAndDeviation;
import gdtrain.report.LearningCurveTable;
import gdtrain.run.Measurements;
import gdtrain.run.Session;
import gdtrain.run.selection.CrossValidation;
import gdtrain.run.setting.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * {@code gdtrain cv --learning-curve}: a cross-validation for each of several shares of the rows
 * that folds learn from; the last one, which learns from all, is that of {@code cv}, of whose folds
 * alone something is said.
 */
record LearningCurve(Folds folds, RunSettings settings, CvCommand.Closing closing) {
  private static final double[] SHARES = {0.1, 0.325, 0.55, 0.775, 1};

  /**
   * Draws it; a share in which a fold diverges is the last.
   *
   * @param seed decides which rows are in a share
   * @param figures those to measure besides those that always are
   * @return the exit code
   */
  int run(long seed, List<String> figures) {
    Session session = closing.session();
    LearningCurveTable table = new LearningCurveTable(closing.console().out());
    List<Folds> parts =
        DoubleStream.of(SHARES).mapToObj(share -> folds.learningFrom(share, seed)).toList();
    CrossValidation before = null;
    CrossValidation last = null;
    Map<String, MeanAndDeviation> spreads = Map.of();
    for (int i = 0; i < SHARES.length && (last == null || last.diverged() == 0); i++) {
      before = last;
      last = new CrossValidation(parts.get(i), settings).measuringTraining();
      Consumer<String> said = i == SHARES.length - 1 ? session.notes() : note -> {};
      last.run(session.workers(), new CvListener(said, session.verbose(), figures, (f, m) -> {}));
      spreads = table.add(last.training(), last.test());
    }
    String constant = settings.loss().bestConstant(!folds.target().classes().isEmpty());
    new CrossValidationSummary(last, constant, spreads).lines().forEach(session.notes());
    if (last.diverged() == 0) {
      session.notes().accept(LearningCurveText.of(before, last));
    }
    Measurements measured = Measurements.ofFolds(last.counts(), spreads);
    measured.put("learning_curve", table.columns(), Map.of());
    return CvCommand.close(measured, last, closing);
  }
}
