package gdtrain.diagnosis;

import gdtrain.dataset.Dtype;
import gdtrain.report.NumberText;
import gdtrain.run.LearnedRows;
import gdtrain.run.TrainingRun;
import gdtrain.run.setting.DescentSettings;
import gdtrain.run.setting.RunSettings;

/** What is trained, and how, as one line for people. */
public final class RunDescription {
  private RunDescription() {}

  /**
   * The line.
   *
   * @param verbose whether settings are named that have their defaults
   */
  public static String of(TrainingRun run, boolean verbose) {
    RunSettings settings = run.settings();
    String weighted = settings.loss().classWeights().none() ? "" : ", weighted by class";
    String layers =
        settings.network().deep()
            ? ", hidden layers " + settings.network().description() + ","
            : "";
    double l2 = run.regularisation().l2();
    String penalty =
        settings.descent().l2().isEmpty() && l2 > 0 ? ", l2 " + NumberText.text(l2) : "";
    DescentSettings descent = settings.descent();
    return "%s%s with %,d parameters on %,d rows%s%s%s; %s%s%s"
        .formatted(
            run.units().lossName(),
            layers,
            run.network().parameters(),
            run.weighedRows().rows(),
            run.schema().dtype() == Dtype.FLOAT ? " of floats" : "",
            weighted,
            verbose ? compressed(run.learned()) : "",
            (verbose ? descent.complete() : descent.description())
                + (run.settings().smooths() ? ", on a smoothed loss" : ""),
            run.problem()
                .batches()
                .map(b -> ", %,d steps an epoch".formatted(b.count()))
                .orElse(""),
            penalty);
  }

  private static String compressed(LearnedRows rows) {
    return rows.compressed() ? ", compressed to %,d by QR".formatted(rows.descended().rows()) : "";
  }
}
