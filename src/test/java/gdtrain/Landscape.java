package gdtrain;

import gdtrain.compute.Backend;
import gdtrain.compute.Vectors;
import gdtrain.network.Network;
import gdtrain.optimizer.StepRule;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import gdtrain.train.Limits;
import gdtrain.train.Objective;
import gdtrain.train.Regularisation;
import gdtrain.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

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
  public double lossAndGradient(INDArray point, INDArray gradient) {
    gradients++;
    Vectors.copy(Vectors.column(slope.apply(Data.numbers(point))), gradient);
    return loss(point);
  }

  @Override
  public double loss(INDArray point) {
    return height.applyAsDouble(Data.numbers(point));
  }

  /** Limits on the epochs and the tolerance only. */
  public static Limits limits(int epochs, double tolerance) {
    return new Limits(epochs, tolerance, OptionalDouble.empty(), OptionalInt.empty());
  }

  /** Goes down from zeros, without penalty or validation, on a scale of losses of 1. */
  public Fit descend(StepRule rule, Limits limits) {
    return descend(rule, limits, Optional.empty());
  }

  /** Goes down from zeros, watching another landscape. */
  public Fit descend(StepRule rule, Limits limits, Optional<Objective> validation) {
    epochs.clear();
    gradients = 0;
    Regularisation none = new Regularisation(0, 0, new Network(parameters, 1), false);
    return new Trainer(rule, limits).fit(this, validation, none, 1, epochs::add);
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
