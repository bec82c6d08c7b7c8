package gdtrain.optimizer.schedule;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;

/**
 * Up to the base rate and down again, each along half a cosine.
 *
 * <pre>
 *   from b start to b       while p &lt;= rise
 *   from b to b end         until p = 1
 * </pre>
 *
 * <p>The base rate is the highest, and may be longer than a constant one. Smith and Topin 2018,
 * "Super-convergence: very fast training of neural networks using large learning rates"; the
 * cosines and the defaults are those of PyTorch's OneCycleLR. A run of one epoch takes {@code b
 * start}.
 *
 * @param rise share of the run that goes up
 * @param start share of the base rate in the first epoch
 * @param end share of the base rate that the run ends towards
 */
record OneCycle(double rise, double start, double end) implements Schedule {
  static OneCycle of(Choice choice) {
    return new OneCycle(
        choice.number("rise", 0.3, Range.INSIDE),
        choice.number("start", 0.04, Range.SHARE),
        choice.number("end", 4e-6, Range.BELOW_ONE));
  }

  @Override
  public boolean paced() {
    return true;
  }

  @Override
  public LearningRates start(double base, int epochs) {
    return (epoch, height) -> {
      double progress = Schedule.progress(epoch, epochs);
      return base
          * (progress <= rise
              ? CosineDecay.between(start, 1, progress / rise)
              : CosineDecay.between(1, end, (progress - rise) / (1 - rise)));
    };
  }
}
