package gdtrain.train;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where the random numbers of a run come from. Every epoch has a generator of its own, made from
 * the seed and the epoch's number, so that a run can be taken up at any epoch.
 *
 * @param value chosen by the user
 */
public record Seed(long value) {
  /** The generator of an epoch; 0 is the start. */
  public RandomGenerator generator(int epoch) {
    long start = new SplittableRandom(value).nextLong(); // neighbouring seeds lie far apart
    return new SplittableRandom(new SplittableRandom(start + epoch).nextLong());
  }
}
