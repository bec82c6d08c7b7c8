package gdtrain.report.terrain;

import gdtrain.train.Epoch;
import gdtrain.train.ObjectiveValue;

/** Receives the points of a terrain in the order in which they are measured. */
public interface TerrainPoints {
  /** Comes when all is known to be right, before the first point, even if there is none. */
  default void begin() {}

  /**
   * The axes are scaled values of two parameters.
   *
   * @param x name of the first
   * @param y name of the second
   */
  default void axes(String x, String y) {}

  /**
   * The axes are the principal directions of the path.
   *
   * @param x share of its movement along the first, from 0 to 1
   * @param y share along the second
   */
  default void directions(double x, double y) {}

  /** A point of the surface; y changes fastest. */
  void surface(double x, double y, ObjectiveValue height);

  /**
   * The path of a run begins.
   *
   * @param rate its learning rate as it was given, where several runs are compared; else empty
   */
  default void run(String rate) {}

  /** Where an epoch of that run ended, with loss and objective as in the loss log. */
  void path(double x, double y, Epoch epoch);

  /**
   * The negative gradient where the paths start, as far as it lies in the plane; its length is that
   * of a step at learning rate 1.
   */
  default void downhill(double x, double y) {}

  /** The point of the plane that lies nearest to the minimum, where that is known. */
  default void minimum(double x, double y) {}

  /**
   * A step along the slice.
   *
   * @param kind of the step, one word
   * @param length learning rate
   */
  void step(String kind, double length, ObjectiveValue height);
}
