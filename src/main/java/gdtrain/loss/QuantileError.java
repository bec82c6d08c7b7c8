package gdtrain.loss;

import gdtrain.choice.Choice;
import java.util.Map;
import java.util.Optional;

/**
 * The loss whose minimum is a quantile, with r = raw - target:
 *
 * <pre>
 *   loss = (1 - q) max(r, 0) + q max(-r, 0)
 *   dloss/draw = 1 - q where r is above 0, -q where it is below, 0 where it is 0
 * </pre>
 *
 * <p>The prediction is the raw output itself: a share q of the targets lies below it. With q = 0.5
 * it is half the absolute error. Koenker and Bassett 1978, "Regression quantiles", Econometrica 46.
 *
 * @param q between 0 and 1
 */
record QuantileError(double q) implements ResidualLoss, KinkedLoss {
  @Override
  public String name() {
    return Choice.text("quantile", Map.of("q", q));
  }

  @Override
  public Formula formula() {
    return new Formula("q max(-r, 0) + (1 - q) max(r, 0)", "1 - q where r > 0, -q where r < 0");
  }

  @Override
  public double kink(double target) {
    return target;
  }

  @Override
  public double low(double kink) {
    return -q;
  }

  @Override
  public double high(double kink) {
    return 1 - q;
  }

  @Override
  public double slope(double residual) {
    return residual > 0 ? 1 - q : residual < 0 ? -q : 0;
  }

  @Override
  public Optional<Scaled> scaled(double scale) {
    return Optional.of(new Scaled(this, scale));
  }
}
