package gdtrain.diagnosis;

import gdtrain.insight.CriticalPoint;
import gdtrain.insight.Hessian;
import gdtrain.report.NumberText;
import gdtrain.run.ParameterNames;
import gdtrain.run.TrainingRun;
import gdtrain.train.Ending;
import gdtrain.train.Fit;
import java.util.Optional;

/** Whether a network ended at a minimum, at a saddle or where the landscape is flat. */
final class EndPointText {
  /** Numbers multiplied that take no time that a person would notice. */
  private static final double MOST_WORK = 1e8;

  /** And those that a person who wants to know all waits for. */
  private static final double MOST_WORK_VERBOSE = 1e10;

  private static final int MOST_PARAMETERS = 5000;

  /** A floor that is no deeper than this share of the objective is reached. */
  private static final double REACHED = 1e-6;

  private final TrainingRun run;
  private final Fit fit;

  EndPointText(TrainingRun run, Fit fit) {
    this.run = run;
    this.fit = fit;
  }

  /**
   * One sentence, of a network where it can be told and the look does not take too long.
   *
   * @param patient whether it may take as long as some seconds
   */
  Optional<String> line(boolean patient) {
    boolean bends =
        run.settings().network().deep()
            && fit.ending() != Ending.ZERO_LOSS // rounding is all that bends there
            && !run.units().learned().jumps()
            && run.network().hidden().stream().noneMatch(layer -> layer.activation().jumps())
            && run.regularisation().l1() == 0;
    return bends && run.units().scaled().exact() && isAffordable(patient)
        ? Hessian.critical(
                run.weighedRows(), run.problem().training(), run.regularisation(), fit.point())
            .map(this::text)
        : Optional.empty();
  }

  private boolean isAffordable(boolean patient) {
    int parameters = run.network().parameters();
    double products = Math.min(parameters, Hessian.MOST_PRODUCTS);
    double work = 2 * products * parameters * run.weighedRows().rows();
    return parameters <= MOST_PARAMETERS && work <= (patient ? MOST_WORK_VERBOSE : MOST_WORK);
  }

  private String text(CriticalPoint point) {
    double factor = run.units().scaled().factor();
    String kind =
        switch (point.kind()) {
          case MINIMUM -> valley(factor, point);
          case SADDLE ->
              "%s, the landscape bends downwards, most of all along '%s'"
                  .formatted(fit.converged() ? "a saddle" : "no minimum yet", name(point));
          case FLAT -> "flat, most of all along '%s'".formatted(name(point));
        };
    return "where it ended: %s (curvature %s to %s)"
        .formatted(
            kind,
            NumberText.rough(factor * point.smallest()),
            NumberText.rough(factor * point.largest()));
  }

  private String valley(double factor, CriticalPoint point) {
    double deepest = factor * point.deepest(fit.kept().gradientNorm() / factor);
    return deepest <= REACHED * fit.kept().objective()
        ? "a minimum"
        : "a valley, its floor at most some %s lower".formatted(NumberText.rough(deepest));
  }

  private String name(CriticalPoint point) {
    return new ParameterNames(run.schema(), run.network()).name(point.steepest());
  }
}
