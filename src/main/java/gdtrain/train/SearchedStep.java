package gdtrain.train;

import gdtrain.optimizer.ObjectiveFunction;
import gdtrain.optimizer.Point;
import gdtrain.optimizer.Search;
import java.util.List;
import java.util.OptionalDouble;

/** An epoch of one step that a search finds. */
record SearchedStep(Search search, ObjectiveFunction terrain) implements EpochStep {
  @Override
  public OptionalDouble go(int number, Point here, Point there, double height) {
    return search.step(terrain, here, there);
  }

  @Override
  public List<double[]> memory() {
    return search.memory();
  }
}
