package gdtrain.optimizer;

/**
 * What a trial step met.
 *
 * <p>With s the change of the parameters and y the change of the gradient along it:
 *
 * @param length learning rate of the step
 * @param before the objective at the start of the step
 * @param after the objective at its end; may be infinite or NaN
 * @param squaredMove s's
 * @param curvature s'y: over s's it is the mean curvature along the step
 * @param squaredChange y'y
 */
public record StepCurvature(
    double length,
    double before,
    double after,
    double squaredMove,
    double curvature,
    double squaredChange) {

  /** Compares two measured points. */
  public static StepCurvature between(double length, Point here, Point there) {
    double squaredMove = 0;
    double curvature = 0;
    double squaredChange = 0;
    for (int i = 0; i < here.parameters().length; i++) {
      double s = there.parameters()[i] - here.parameters()[i];
      double y = there.gradient()[i] - here.gradient()[i];
      squaredMove += s * s;
      curvature += s * y;
      squaredChange += y * y;
    }
    return new StepCurvature(
        length, here.objective(), there.objective(), squaredMove, curvature, squaredChange);
  }

  /**
   * {@code s's / s'y}: one over the curvature along the step, the longer Barzilai-Borwein length.
   */
  public double longLength() {
    return squaredMove / curvature;
  }

  /** {@code s'y / y'y}: the shorter Barzilai-Borwein length. */
  public double shortLength() {
    return curvature / squaredChange;
  }
}
