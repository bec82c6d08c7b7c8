package gdtrain;

import gdtrain.compute.Backend;
import gdtrain.network.Network;
import gdtrain.optimizer.AutomaticStep;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.UpdateRule;
import gdtrain.optimizer.schedule.Schedules;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Limits;
import gdtrain.train.Method;
import gdtrain.train.Objective;
import gdtrain.train.Problem;
import gdtrain.train.Regularisation;
import gdtrain.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** An objective given by two functions of plain doubles, and the epochs of the runs down it. */
public final class Landscape implements Objective {
  static {
    Backend.start();
  }

  private final int parameters;
  private final ToDoubleFunction<double[]> height;
  private final UnaryOperator<double[]> slope;
  private final List<Epoch> epochs = new ArrayList<>();
  private int gradients;

  /**
   * A landscape.
   *
   * @param height at a point
   * @param slope at a point, uphill
   */
  public Landscape(
      int parameters, ToDoubleFunction<double[]> height, UnaryOperator<double[]> slope) {
    this.parameters = parameters;
    this.height = height;
    this.slope = slope;
  }

  @Override
  public int parameters() {
    return parameters;
  }

  @Override
  public double lossAndGradient(double[] point, double[] gradient) {
    gradients++;
    double[] found = slope.apply(point.clone());
    System.arraycopy(found, 0, gradient, 0, found.length);
    return loss(point);
  }

  @Override
  public double loss(double[] point) {
    return height.applyAsDouble(point.clone());
  }

  /** Limits on the epochs and the tolerance only. */
  public static Limits limits(int epochs, double tolerance) {
    return new Limits(epochs, tolerance, OptionalDouble.empty(), OptionalInt.empty());
  }

  /** Plain gradient descent at a constant rate. */
  public static Method constant(double learningRate) {
    return new Method.Updating(
        (UpdateRule) Optimizers.CATALOG.choose("gd"),
        learningRate,
        Schedules.CATALOG.choose("constant"),
        OptionalDouble.empty());
  }

  /** Gradient descent with automatic lengths. */
  public static Method automatic() {
    return new Method.Searching(new AutomaticStep());
  }

  /** Goes down from zeros, without penalty or validation, on a scale of losses of 1. */
  public Fit descend(Method method, Limits limits) {
    return descend(method, limits, Optional.empty());
  }

  /** Goes down from zeros, watching another landscape. */
  public Fit descend(Method method, Limits limits, Optional<Objective> validation) {
    epochs.clear();
    gradients = 0;
    Regularisation none = new Regularisation(0, 0, new Network(parameters, List.of(), 1, false));
    Problem problem = new Problem(this, Optional.empty(), validation, none, 1);
    return new Trainer(method, limits).fit(problem, new double[parameters], epochs::add);
  }

  /** The epochs of the last run. */
  public List<Epoch> epochs() {
    return epochs;
  }

  /** How often the last run asked for the gradient. */
  public int gradients() {
    return gradients;
  }
}
