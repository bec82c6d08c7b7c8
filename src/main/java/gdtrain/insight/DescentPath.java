package gdtrain.insight;

import gdtrain.optimizer.Point;
import gdtrain.train.Epoch;
import gdtrain.train.Watcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The path of a run: where its epochs ended, as long as the objective was finite. If a run is long,
 * or has many parameters, only every second epoch, every fourth and so on is kept, and the last.
 */
public final class DescentPath implements Watcher {
  private static final int MOST_ITERATES = 10_000;

  /** The most parameters of all iterates together, 8 bytes each. */
  private static final long MOST_NUMBERS = 1L << 22;

  private final List<Iterate> kept = new ArrayList<>();
  private int every = 1;
  private Iterate last;

  @Override
  public void epoch(Epoch epoch) {
    // recorded in reached
  }

  @Override
  public void reached(Epoch epoch, Point here) {
    if (!Double.isFinite(epoch.objective())) {
      return;
    }
    last = new Iterate(epoch, here.parameters());
    if (epoch.number() % every == 0) {
      kept.add(last);
    }
    while (kept.size() > 1 && isTooLong(here.parameters().length)) {
      every *= 2;
      kept.removeIf(iterate -> iterate.epoch().number() % every != 0);
    }
  }

  private boolean isTooLong(int parameters) {
    return kept.size() > MOST_ITERATES || (long) kept.size() * parameters > MOST_NUMBERS;
  }

  /** One epoch in how many was kept, apart from the last. */
  public int every() {
    return every;
  }

  /** The iterates, first to last; none if not even the start was finite. */
  public List<Iterate> iterates() {
    List<Iterate> iterates = new ArrayList<>(kept);
    if (last != null && !iterates.contains(last)) {
      iterates.add(last);
    }
    return iterates;
  }

  /** Whether an iterate differs from this point. */
  public boolean leaves(double[] point) {
    return iterates().stream().anyMatch(iterate -> !Arrays.equals(iterate.flat(), point));
  }
}
