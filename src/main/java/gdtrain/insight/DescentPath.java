package gdtrain.insight;

import gdtrain.optimizer.Point;
import gdtrain.train.Epoch;
import gdtrain.train.Watcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The way a run went: where its epochs ended, as long as the objective was finite. Of a run that is
 * long, or has many parameters, it keeps every second epoch, every fourth and so on, and the last.
 */
public final class DescentPath implements Watcher {
  private static final int MOST_PLACES = 10_000;

  /** Numbers in all places together, 8 bytes each. */
  private static final long MOST_NUMBERS = 1L << 22;

  private final List<Place> kept = new ArrayList<>();
  private int every = 1;
  private Place last;

  @Override
  public void epoch(Epoch epoch) {
    // reached hears of it, too
  }

  @Override
  public void reached(Epoch epoch, Point here) {
    if (!Double.isFinite(epoch.objective())) {
      return;
    }
    last = new Place(epoch, here.parameters());
    if (epoch.number() % every == 0) {
      kept.add(last);
    }
    while (kept.size() > 1 && isTooLong(here.parameters().length)) {
      every *= 2;
      kept.removeIf(place -> place.epoch().number() % every != 0);
    }
  }

  private boolean isTooLong(int parameters) {
    return kept.size() > MOST_PLACES || (long) kept.size() * parameters > MOST_NUMBERS;
  }

  /** Of how many epochs one is there; the last is, too. */
  public int every() {
    return every;
  }

  /** The places, first to last; none if not even the start was finite. */
  public List<Place> places() {
    List<Place> places = new ArrayList<>(kept);
    if (last != null && !places.contains(last)) {
      places.add(last);
    }
    return places;
  }

  /** Whether one of the places is not this point. */
  public boolean leaves(double[] point) {
    return places().stream().anyMatch(place -> !Arrays.equals(place.parameters(), point));
  }
}
