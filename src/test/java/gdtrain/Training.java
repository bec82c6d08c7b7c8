package gdtrain;

import gdtrain.compute.Backend;
import gdtrain.compute.Workers;
import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.loss.Loss;
import gdtrain.loss.Losses;
import gdtrain.metric.Metric;
import gdtrain.model.Model;
import gdtrain.model.Parameter;
import gdtrain.network.Network;
import gdtrain.run.PredictionMetrics;
import gdtrain.table.Table;
import gdtrain.train.DataObjective;
import gdtrain.train.Fit;
import gdtrain.train.Limits;
import gdtrain.train.Problem;
import gdtrain.train.Regularisation;
import gdtrain.train.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A table trained with the settings that fit has when nothing else is said. */
public final class Training {
  private static final int EPOCHS = 1000;

  /** The default of {@code --tolerance}. */
  static final double TOLERANCE = 1e-8;

  static {
    Backend.start();
  }

  private final Prepared prepared;
  private final Loss loss;
  private final Fit fit;
  private final double baseline;
  private final double[] predictions;

  /** Trains with an l2 penalty. */
  public Training(Table table, Preparation wishes, double l2) {
    this(table, wishes, l2, TOLERANCE);
  }

  /** Trains with an l2 penalty to a tolerance. */
  public Training(Table table, Preparation wishes, double l2, double tolerance) {
    this(table, wishes, l2, Landscape.limits(EPOCHS, tolerance));
  }

  /** Trains with an l2 penalty to these limits. */
  public Training(Table table, Preparation wishes, double l2, Limits limits) {
    prepared = Prepared.of(table, wishes, true, new Holdout.None(), note -> {});
    Network network = new Network(schema().inputs(), List.of(), schema().target().outputs(), true);
    loss = Losses.usual(classes() > 0, network.outputs());
    try (Workers workers = new Workers(1)) {
      Dataset rows = prepared.training().inMemory(workers);
      DataObjective objective = new DataObjective(network, loss, rows, workers);
      baseline = objective.baseline();
      fit =
          new Trainer(Landscape.automatic(), limits)
              .fit(
                  new Problem(
                      objective,
                      Optional.empty(),
                      Optional.empty(),
                      new Regularisation(0, l2, network),
                      baseline),
                  new double[network.parameters()],
                  epoch -> {});
      double[] parameters = fit.parameters().stream().mapToDouble(Double::doubleValue).toArray();
      predictions = predictions(objective, parameters);
    }
  }

  /** The schema of the rows. */
  public Schema schema() {
    return prepared.schema();
  }

  /** The rows and how they were prepared. */
  public Prepared prepared() {
    return prepared;
  }

  /** How many classes there are; 0 where a number is predicted. */
  private int classes() {
    return schema().target() instanceof ClassTarget target ? target.classes().size() : 0;
  }

  /** What came of it. */
  public Fit fit() {
    return fit;
  }

  /** The loss of the best constant. */
  public double baseline() {
    return baseline;
  }

  /** The predictions for the training rows. */
  public double[] predictions() {
    return predictions.clone();
  }

  /** The trained model. */
  public Model model() {
    return new Model(
        schema(), List.of(), loss, fit.parameters(), Map.of("rows", prepared.training().rows()));
  }

  /** The parameter of an input of the only output. */
  public Parameter parameter(String input) {
    List<Parameter> found =
        model().parameters().stream().filter(p -> p.input().equals(input)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " parameters for " + input);
    }
    return found.get(0);
  }

  /** The predictions of an objective for its rows, row after row. */
  public static double[] predictions(DataObjective objective, double[] parameters) {
    List<double[]> blocks = new ArrayList<>();
    objective.predict(parameters, blocks::add);
    return blocks.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private void predict(Consumer<double[]> visitor) {
    int from = 0;
    for (Block block : Data.blocks(prepared.training()).toList()) {
      int to = from + block.targets().length;
      visitor.accept(Arrays.copyOfRange(predictions, from, to));
      from = to;
    }
  }

  /** A figure of quality on the training rows. */
  public double metric(String name) {
    return PredictionMetrics.of(prepared.training(), this::predict, schema().target(), loss)
        .stream()
        .filter(metric -> metric.name().equals(name))
        .mapToDouble(Metric::value)
        .findFirst()
        .orElseThrow();
  }
}
