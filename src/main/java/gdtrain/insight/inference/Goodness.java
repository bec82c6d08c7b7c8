package gdtrain.insight.inference;

import gdtrain.loss.Likelihood;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/**
 * How well a model fits, by its likelihood; a row of weight w counts as w rows. The formulas are
 * those of R's {@code logLik}, {@code deviance}, {@code AIC} and {@code BIC}, in which an estimated
 * dispersion counts as a parameter.
 */
public final class Goodness {
  private final Likelihood likelihood;
  private final int parameters;
  private final boolean intercept;
  private double rows;
  private double mean;
  private double spread;
  private double squares;
  private double deviance;
  private double pearson;
  private double logLikelihood;
  private double logTargets;
  private double logRatios;
  private double ratios;

  /**
   * Sums over all rows.
   *
   * @param parameters how many are free
   */
  Goodness(LinearRows data, Likelihood likelihood, int parameters) {
    this.likelihood = likelihood;
    this.parameters = parameters;
    this.intercept = data.intercept();
    data.forEach(this::add);
  }

  private void add(LinearRow row) {
    double weight = row.weight();
    double y = row.target()[0];
    double raw = row.raw()[0];
    rows += weight;
    switch (likelihood) {
      case GAUSSIAN -> addNumber(y, y - raw, weight);
      case BINOMIAL ->
          logLikelihood +=
              weight * (y * raw - Math.max(raw, 0) - Math.log1p(Math.exp(-Math.abs(raw))));
      case MULTINOMIAL -> logLikelihood += weight * logProbability(row);
      case POISSON -> addCount(y, raw, weight);
      case GAMMA -> addAmount(y, raw, weight);
    }
  }

  private void addNumber(double y, double residual, double weight) {
    double distance = y - (intercept ? mean : 0);
    mean += weight / rows * (y - mean);
    spread += weight * distance * (y - (intercept ? mean : 0));
    squares += weight * residual * residual;
  }

  private static double logProbability(LinearRow row) {
    double own = 0;
    for (int k = 0; k < row.raw().length; k++) {
      own += row.target()[k] * row.raw()[k];
    }
    return own - Response.logOfSum(row.raw());
  }

  /** A number that is no count has no likelihood. */
  private void addCount(double y, double raw, double weight) {
    double mu = Math.exp(raw);
    deviance += 2 * weight * (mu - y + (y > 0 ? y * (Math.log(y) - raw) : 0));
    logLikelihood +=
        y == Math.rint(y) ? weight * (y * raw - mu - Gamma.logGamma(y + 1)) : Double.NaN;
  }

  private void addAmount(double y, double raw, double weight) {
    double logRatio = Math.log(y) - raw;
    double ratio = Math.exp(logRatio);
    deviance += 2 * weight * (ratio - 1 - logRatio);
    pearson += weight * (ratio - 1) * (ratio - 1);
    logRatios += weight * logRatio;
    ratios += weight * ratio;
    logTargets += weight * Math.log(y);
  }

  /** How many rows count. */
  double rows() {
    return rows;
  }

  /** The rows that are not used up by parameters. */
  double freedom() {
    return rows - parameters;
  }

  /** The variance of least squares, or Pearson's estimate for gamma; else 1. */
  double dispersion() {
    return switch (likelihood) {
      case GAUSSIAN -> squares / freedom();
      case GAMMA -> pearson / freedom();
      default -> 1;
    };
  }

  private double logLikelihood() {
    return switch (likelihood) {
      case GAUSSIAN -> -rows / 2 * (Math.log(2 * Math.PI * squares / rows) + 1);
      case GAMMA -> {
        double shape = rows / deviance;
        yield shape * (rows * Math.log(shape) + logRatios - ratios)
            - logTargets
            - rows * Gamma.logGamma(shape);
      }
      default -> logLikelihood;
    };
  }

  private double deviance() {
    return switch (likelihood) {
      case GAUSSIAN -> squares;
      case BINOMIAL, MULTINOMIAL -> -2 * logLikelihood;
      default -> deviance;
    };
  }

  /**
   * The names of the figures.
   *
   * @param tested whether there is an F
   */
  public static List<String> names(Likelihood likelihood, boolean tested) {
    List<String> names =
        new ArrayList<>(List.of("log_likelihood", "deviance", "aic", "bic", "df_residual"));
    if (likelihood == Likelihood.GAMMA) {
      names.add("dispersion");
    }
    if (likelihood == Likelihood.GAUSSIAN) {
      names.addAll(List.of("residual_sd", "adjusted_r2"));
    }
    if (likelihood == Likelihood.GAUSSIAN && tested) {
      names.addAll(List.of("f_statistic", "f_p"));
    }
    return names;
  }

  /**
   * The figures by name, as requirements have them.
   *
   * @param equal whether errors were taken to have one variance, without which there is no F
   */
  Map<String, Double> figures(boolean equal) {
    Map<String, Double> figures = new LinkedHashMap<>();
    int counted = parameters + (likelihood.dispersed() ? 1 : 0);
    double log = logLikelihood();
    figures.put("log_likelihood", log);
    figures.put("deviance", deviance());
    figures.put("aic", 2 * counted - 2 * log);
    figures.put("bic", counted * Math.log(rows) - 2 * log);
    figures.put("df_residual", freedom());
    if (likelihood == Likelihood.GAMMA) {
      figures.put("dispersion", dispersion());
    }
    if (likelihood == Likelihood.GAUSSIAN) {
      addLinear(figures, equal);
    }
    return figures;
  }

  private void addLinear(Map<String, Double> figures, boolean equal) {
    int free = parameters - (intercept ? 1 : 0);
    double total = rows - (intercept ? 1 : 0);
    figures.put("residual_sd", Math.sqrt(dispersion()));
    figures.put("adjusted_r2", 1 - squares / freedom() / (spread / total));
    if (equal && free > 0) {
      double f = (spread - squares) / free / dispersion();
      figures.put("f_statistic", f);
      figures.put("f_p", Distribution.tail(f, free, freedom()));
    }
  }
}
