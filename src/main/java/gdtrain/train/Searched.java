package gdtrain.train;

import gdtrain.optimizer.Point;
import gdtrain.optimizer.Search;
import gdtrain.optimizer.Terrain;
import java.util.List;
import java.util.OptionalDouble;

/** An epoch of one step that a search finds. */
record Searched(Search search, Terrain terrain) implements Stride {
  @Override
  public OptionalDouble go(int number, Point here, Point there, double height) {
    return search.step(terrain, here, there);
  }

  @Override
  public List<double[]> memory() {
    return search.memory();
  }
}
