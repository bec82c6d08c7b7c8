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
   * @param x index of the one in the flat vector
   * @param y index of the other
   */
  public static Plane ofParameters(double[] point, int x, int y) {
    double[] origin = point.clone();
    origin[x] = 0;
    origin[y] = 0;
    return new Plane(origin, axis(point.length, x), axis(point.length, y));
  }

  static double[] axis(int length, int index) {
    double[] axis = new double[length];
    axis[index] = 1;
    return axis;
  }

  /** The point with these coordinates, as a flat vector. */
  public double[] at(double x, double y) {
    double[] point = origin.clone();
    Vectors.add(x, right, point);
    Vectors.add(y, up, point);
    return point;
  }

  /** The first coordinate of the point of the plane that lies nearest to an iterate. */
  public double x(Iterate iterate) {
    return along(right, iterate.flat());
  }

  /** The second coordinate. */
  public double y(Iterate iterate) {
    return along(up, iterate.flat());
  }

  /** The first coordinate of the point of the plane that lies nearest to a flat vector. */
  public double x(double[] point) {
    return along(right, point);
  }

  /** The second coordinate. */
  public double y(double[] point) {
    return along(up, point);
  }

  private double along(double[] direction, double[] point) {
    double[] way = new double[origin.length];
    Vectors.subtract(point, origin, way);
    return Vectors.dot(direction, way);
  }
}
