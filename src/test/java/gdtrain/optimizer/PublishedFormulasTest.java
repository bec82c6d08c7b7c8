package gdtrain.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fifty steps of every rule beside the formulas of PyTorch's documentation, solved for the step:
 * nothing is remembered, every mean is summed anew from all gradients so far.
 */
class PublishedFormulasTest {
  private static final int STEPS = 50;
  private static final int PARAMETERS = 5;
  private static final double[] WEIGHTS = {1, 1, 1, 1, 0};

  /** The step, to be added, of one parameter after t gradients, with the documented defaults. */
  private interface Formula {
    /**
     * @param g the gradients of this parameter, from index 1
     * @param w the parameter before, 0 if it does not decay
     */
    double step(double[] g, int t, double w, double rate);
  }

  private static final Map<String, Formula> FORMULAS =
      Map.ofEntries(
          Map.entry("gd", (g, t, w, rate) -> -rate * g[t]),
          Map.entry("momentum", (g, t, w, rate) -> -rate * faded(0.9, t, i -> g[i])),
          Map.entry("nesterov", (g, t, w, rate) -> -rate * (g[t] + 0.9 * faded(0.9, t, i -> g[i]))),
          Map.entry(
              "adagrad",
              (g, t, w, rate) -> -rate * g[t] / (Math.sqrt(faded(1, t, i -> g[i] * g[i])) + 1e-10)),
          Map.entry("adadelta", (g, t, w, rate) -> rate * adadelta(g, t)),
          Map.entry(
              "rmsprop",
              (g, t, w, rate) -> -rate * g[t] / (Math.sqrt(mean(0.9, t, i -> g[i] * g[i])) + 1e-8)),
          Map.entry("adam", (g, t, w, rate) -> adam(g, t, rate)),
          Map.entry("amsgrad", (g, t, w, rate) -> amsgrad(g, t, rate)),
          Map.entry("nadam", (g, t, w, rate) -> nadam(g, t, rate)),
          Map.entry("adamw", (g, t, w, rate) -> -rate * 0.01 * w + adam(g, t, rate)),
          Map.entry(
              "lion",
              (g, t, w, rate) ->
                  -rate * Math.signum(0.9 * mean(0.99, t - 1, i -> g[i]) + 0.1 * g[t])));

  /** {@code sum beta^(t - i) x[i]}. */
  private static double faded(double beta, int t, IntToDoubleFunction x) {
    double sum = 0;
    for (int i = 1; i <= t; i++) {
      sum += Math.pow(beta, t - i) * x.applyAsDouble(i);
    }
    return sum;
  }

  private static double mean(double beta, int t, IntToDoubleFunction x) {
    return (1 - beta) * faded(beta, t, x);
  }

  private static double adadelta(double[] g, int t) {
    double[] delta = new double[t + 1];
    for (int k = 1; k <= t; k++) {
      double above = mean(0.95, k - 1, i -> delta[i] * delta[i]);
      double below = mean(0.95, k, i -> g[i] * g[i]);
      delta[k] = -Math.sqrt((above + 1e-6) / (below + 1e-6)) * g[k];
    }
    return delta[t];
  }

  private static double adam(double[] g, int t, double rate) {
    double m = mean(0.9, t, i -> g[i]) / (1 - Math.pow(0.9, t));
    double v = mean(0.999, t, i -> g[i] * g[i]) / (1 - Math.pow(0.999, t));
    return -rate * m / (Math.sqrt(v) + 1e-8);
  }

  private static double amsgrad(double[] g, int t, double rate) {
    double m = mean(0.9, t, i -> g[i]) / (1 - Math.pow(0.9, t));
    double largest = 0;
    for (int k = 1; k <= t; k++) {
      largest = Math.max(largest, mean(0.999, k, i -> g[i] * g[i]));
    }
    return -rate * m / (Math.sqrt(largest / (1 - Math.pow(0.999, t))) + 1e-8);
  }

  private static double nadam(double[] g, int t, double rate) {
    double products = 1;
    for (int i = 1; i <= t; i++) {
      products *= mu(i);
    }
    double m =
        mu(t + 1) * mean(0.9, t, i -> g[i]) / (1 - products * mu(t + 1))
            + (1 - mu(t)) * g[t] / (1 - products);
    double v = mean(0.999, t, i -> g[i] * g[i]) / (1 - Math.pow(0.999, t));
    return -rate * m / (Math.sqrt(v) + 1e-8);
  }

  private static double mu(int t) {
    return 0.9 * (1 - Math.pow(0.96, t * 0.004) / 2);
  }

  static List<String> names() {
    return Rules.names();
  }

  @Test
  void everyRuleHasItsFormula() {
    assertEquals(Set.copyOf(names()), FORMULAS.keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void goesWhereThePublishedFormulaGoes(String name) {
    // PyTorch has no restart
    Updates updates =
        Rules.rule(name.replace("nesterov", "nesterov:restart=0")).updatesFor(WEIGHTS);
    Random random = new Random(11);
    double[] parameters = random.doubles(PARAMETERS, 1, 2).toArray();
    double[] expected = parameters.clone();
    double[][] history = new double[PARAMETERS][STEPS + 1];
    double[] gradient = new double[PARAMETERS];
    for (int t = 1; t <= STEPS; t++) {
      double rate = 0.001 * (1 + t % 3);
      for (int i = 0; i < PARAMETERS; i++) {
        gradient[i] = Math.pow(10, i - 2) * random.nextGaussian();
        history[i][t] = gradient[i];
        expected[i] += FORMULAS.get(name).step(history[i], t, WEIGHTS[i] * expected[i], rate);
      }
      updates.step(parameters, gradient, rate);
      for (int i = 0; i < PARAMETERS; i++) {
        double size = Math.max(Math.abs(expected[i]), rate);
        assertEquals(expected[i], parameters[i], 1e-12 * size, "step " + t);
      }
    }
  }
}
