package gdtrain.train;

import gdtrain.optimizer.ObjectiveFunction;
import gdtrain.optimizer.Point;
import gdtrain.optimizer.Search;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** An epoch of one step down a {@link SmoothedObjective}, whose next stage may begin before it. */
final class StagedStep implements EpochStep {
  /** A stage ends where its slope is this share of that at its start, */
  private static final double FLATTER = 0.05;

  /** or after so many epochs, */
  private static final int LONGEST = 200;

  /**
   * or where slope times weights, about what is left of the way down, is this share of what the
   * smooth form leaves out; the next is then narrower.
   */
  private static final double NEGLIGIBLE = 0.03;

  /** Whether it is, is looked at after every so many epochs. */
  private static final int EVERY = 10;

  private static final double NARROWER = 0.5;

  private static final int EPOCHS = 0;
  private static final int SLOPE = 1;

  private final SmoothedObjective smooth;
  private final Search search;
  private final ObjectiveFunction terrain;
  private final Penalty penalty;
  private final double[] state = {0, Double.NaN};

  StagedStep(SmoothedObjective smooth, Search search, ObjectiveFunction terrain, Penalty penalty) {
    this.smooth = smooth;
    this.search = search;
    this.terrain = terrain;
    this.penalty = penalty;
  }

  @Override
  public OptionalDouble go(int number, Point here, Point there, double height) {
    if (state[EPOCHS] == 0) {
      state[SLOPE] = slope(here);
    } else if (isOver(here)) {
      advance(here);
    }
    OptionalDouble length = search.step(terrain, here, there);
    if (length.isEmpty() && state[EPOCHS] > 0) {
      advance(here);
      length = search.step(terrain, here, there);
    }
    state[EPOCHS]++;
    return length;
  }

  private double slope(Point here) {
    return penalty.slopeNorm(here.parameters(), here.gradient());
  }

  private boolean isOver(Point here) {
    return state[EPOCHS] >= LONGEST
        || (state[EPOCHS] > 1 && slope(here) <= FLATTER * state[SLOPE])
        || (state[EPOCHS] % EVERY == 0 && isDown(here));
  }

  private boolean isDown(Point here) {
    double way = slope(here) * penalty.weightNorm(here.parameters());
    return way <= NEGLIGIBLE * smooth.leftOut(here);
  }

  private void advance(Point here) {
    double factor = isDown(here) ? NARROWER : 1;
    smooth.bound(here.parameters());
    smooth.advance(here.parameters(), factor);
    terrain.measure(here);
    search.restart(here.objective(), factor);
    state[EPOCHS] = 0;
    state[SLOPE] = slope(here);
  }

  @Override
  public List<double[]> memory() {
    return Stream.of(smooth.memory(), search.memory(), List.of(state))
        .flatMap(List::stream)
        .toList();
  }
}
