package gdtrain.insight.inference;

import gdtrain.compute.Vectors;
import gdtrain.dataset.encoding.Feature;
import gdtrain.dataset.encoding.Schema;
import gdtrain.loss.Likelihood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Infers from how the likelihood bends at its maximum (Wald 1943). Parameters, and so their
 * variances, are those of raw inputs: {@code (x - center) / scale} is undone for each t.
 */
public final class Wald {
  /**
   * What is asked for.
   *
   * @param level of the confidence intervals, between 0 and 1
   * @param robust how unequal variances are allowed for, if they are
   * @param clusters of every row, from 0, where rows of one may depend on each other
   */
  public record Request(double level, Optional<Robust> robust, Optional<int[]> clusters) {
    private String errors() {
      return clusters.isPresent()
          ? "cluster"
          : robust.map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse("classical");
    }
  }

  private final Schema schema;
  private final LinearRows rows;
  private final Response response;
  private final Request request;
  private final Information information;
  private final Goodness goodness;

  /** Looks at all rows at their point. */
  public Wald(Schema schema, LinearRows rows, Likelihood likelihood, Request request) {
    this.schema = schema;
    this.rows = rows;
    this.response = new Response(likelihood);
    this.request = request;
    this.information = Information.of(rows, response);
    this.goodness = new Goodness(rows, likelihood, information.size());
  }

  /** The information that the rows have of the parameters. */
  public Information information() {
    return information;
  }

  /** The mean of each input, the constant among them, in the order of the schema. */
  public List<Double> means() {
    double[] sums = new double[rows.inputs()];
    rows.forEach(row -> Vectors.add(row.weight() / goodness.rows(), row.inputs(), sums));
    List<Double> means = new ArrayList<>(DoubleStream.of(sums).boxed().toList());
    Collections.rotate(means, schema.intercept() ? -1 : 0);
    return means;
  }

  /**
   * Infers.
   *
   * @param values the parameters in the data's own units, output after output
   * @throws NoInference if the standard errors asked for are not defined
   */
  public Inference infer(List<Double> values) {
    Covariance covariance = covariance();
    double freedom = freedom();
    List<Coefficient> coefficients = new ArrayList<>();
    int skipped = rows.outputs() - response.free(rows.outputs());
    for (int k = 0; k < response.free(rows.outputs()); k++) {
      for (int j = 0; j < rows.inputs(); j++) {
        double base = skipped == 0 ? 0 : values.get(j);
        double estimate = values.get((k + skipped) * rows.inputs() + j) - base;
        double error = Math.sqrt(covariance.variance(combination(k, j)));
        coefficients.add(coefficient(k + skipped, j, estimate, error));
      }
    }
    boolean equal = request.errors().equals("classical");
    return new Inference(
        response.likelihood(),
        request.errors(),
        request.level(),
        freedom,
        coefficients,
        goodness.figures(equal));
  }

  private Covariance covariance() {
    if (request.clusters().isPresent()) {
      return Covariance.clustered(request.clusters().get(), information, rows, response);
    }
    return request.robust().isPresent()
        ? Covariance.robust(request.robust().get(), information, rows, response)
        : Covariance.classical(information, goodness.dispersion());
  }

  /** Where the dispersion is estimated, statistics follow Student's t. */
  private double freedom() {
    if (!response.likelihood().dispersed()) {
      return Double.POSITIVE_INFINITY;
    }
    return request
        .clusters()
        .map(clusters -> (double) Arrays.stream(clusters).max().orElse(0)) // G - 1
        .orElse(goodness.freedom());
  }

  /** What makes the raw parameter of an input out of the scaled ones. */
  private double[] combination(int output, int input) {
    List<Feature> features = schema.features();
    int from = output * rows.inputs();
    int shift = schema.intercept() ? 1 : 0;
    double[] t = new double[information.size()];
    if (input < features.size()) {
      t[from + shift + input] = 1 / features.get(input).unit().scale();
      return t;
    }
    t[from] = 1;
    for (int j = 0; j < features.size(); j++) {
      t[from + 1 + j] = -features.get(j).unit().center() / features.get(j).unit().scale();
    }
    return t;
  }

  private Coefficient coefficient(int output, int input, double estimate, double error) {
    double statistic = estimate / error;
    double reach = error * Distribution.quantile(request.level(), freedom());
    return new Coefficient(
        schema.target().outputNames().get(output),
        schema.inputNames().get(input),
        estimate,
        error,
        statistic,
        Distribution.tails(statistic, freedom()),
        estimate - reach,
        estimate + reach,
        inflation(input));
  }

  /** {@code 1 / (1 - R2)} of the input on the others: its variance over that of it alone. */
  private OptionalDouble inflation(int input) {
    boolean told =
        response.likelihood() == Likelihood.GAUSSIAN
            && schema.intercept()
            && input < schema.features().size();
    if (!told) {
      return OptionalDouble.empty();
    }
    double[] t = new double[information.size()];
    t[1 + input] = 1;
    return OptionalDouble.of(
        Information.square(information.solve(t)) * information.spread(1 + input));
  }
}
