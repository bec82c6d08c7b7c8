package gdtrain.cli;

import gdtrain.dataset.Dtype;
import gdtrain.report.NumberText;

/** What is trained, and how, as one line for people. */
final class RunDescription {
  private RunDescription() {}

  static String of(TrainingRun run) {
    FitPlan plan = run.plan();
    String weighted = plan.loss().classWeights().none() ? "" : ", weighted by class";
    String layers =
        plan.network().deep() ? ", hidden layers " + plan.network().description() + "," : "";
    double l2 = run.regularisation().l2();
    String penalty = plan.l2().isEmpty() && l2 > 0 ? ", l2 " + NumberText.text(l2) : "";
    return "%s%s with %,d parameters on %,d rows%s%s%s; %s%s%s"
        .formatted(
            Words.spaced(run.loss().name()),
            layers,
            run.network().parameters(),
            run.weighedRows().rows(),
            run.schema().dtype() == Dtype.FLOAT ? " of floats" : "",
            weighted,
            compressed(run.learned()),
            plan.method().description(),
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
