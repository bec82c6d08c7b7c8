package gdtrain.insight;

import gdtrain.compute.Vectors;

/**
 * A plane in the space of parameters: {@code origin + x right + y up}, where right and up have
 * length 1 and are at right angles.
 */
public final class Plane {
  private final double[] origin;
  private final double[] right;
  private final double[] up;

  Plane(double[] origin, double[] right, double[] up) {
    this.origin = origin.clone();
    this.right = right.clone();
    this.up = up.clone();
  }

  /**
   * The plane through a point in which two parameters vary. Their values are the coordinates.
   *
   * @param point the values of all others
   * @param x place of the one in the flat vector
   * @param y place of the other
   */
  public static Plane ofParameters(double[] point, int x, int y) {
    double[] origin = point.clone();
    origin[x] = 0;
    origin[y] = 0;
    return new Plane(origin, axis(point.length, x), axis(point.length, y));
  }

  static double[] axis(int length, int place) {
    double[] axis = new double[length];
    axis[place] = 1;
    return axis;
  }

  /** The point with these coordinates, as a flat vector. */
  public double[] at(double x, double y) {
    double[] point = origin.clone();
    Vectors.add(x, right, point);
    Vectors.add(y, up, point);
    return point;
  }

  /** The first coordinate of the point of the plane that lies nearest to a place. */
  public double x(Place place) {
    return along(right, place);
  }

  /** The second coordinate. */
  public double y(Place place) {
    return along(up, place);
  }

  private double along(double[] direction, Place place) {
    double[] way = new double[origin.length];
    Vectors.subtract(place.parameters(), origin, way);
    return Vectors.dot(direction, way);
  }
}
