package gdtrain.insight;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The plane in which a path moves most: its two leading principal directions about a point, which
 * is the origin.
 *
 * <pre>
 *   M = rows iterate[i] - point
 *   directions: the eigenvectors of M'M with the largest eigenvalues
 *   share of a direction v: |M v|^2 / |M|^2
 * </pre>
 *
 * <p>Li, Xu, Taylor, Studer and Goldstein 2018, section 7.2. Where there are fewer iterates than
 * parameters, v = M'u of the eigenvectors u of MM'. Of more than 300 parameters, the directions are
 * those of 300 evenly spaced iterates; the shares are of all.
 *
 * @param plane oriented such that the path starts at the left, and not below the origin
 * @param xShare share of the first direction
 * @param yShare share of the second
 * @param sampled how many iterates the directions were computed from
 * @param across the parameter across a straight path that the second direction leads along, as far
 *     as it can; empty where the path turns
 */
public record PrincipalPlane(
    Plane plane, double xShare, double yShare, int sampled, OptionalInt across) {
  private static final int MOST = 300;

  /** A movement that is less than this share of the longest has no square. */
  private static final double VANISHING = 1e-150;

  /** An eigenvalue that is less than this share of the largest is rounding. */
  private static final double ROUNDING = 1e-13;

  /**
   * Finds the plane.
   *
   * @param point of at least two parameters
   * @throws IllegalArgumentException if the path does not leave the point, or its directions are
   *     not finite
   */
  public static PrincipalPlane of(List<Iterate> path, double[] point) {
    List<double[]> moves = moves(path, point);
    List<double[]> sample = point.length <= MOST ? moves : evenly(moves);
    EigenDecomposition squares = eigen(sample);
    double[] right = direction(squares, 0, sample);
    OptionalInt across = isStraight(squares) ? OptionalInt.of(least(right)) : OptionalInt.empty();
    double[] up =
        across.isPresent()
            ? Plane.axis(right.length, across.getAsInt())
            : direction(squares, 1, sample);
    Vectors.add(-Vectors.dot(right, up), right, up); // at right angles, to the last digits
    Vectors.scale(1 / Vectors.norm(up), up);
    Vectors.scale(Vectors.dot(right, moves.get(0)) > 0 ? -1 : 1, right);
    Vectors.scale(Vectors.dot(up, moves.get(0)) < 0 ? -1 : 1, up);
    if (!Double.isFinite(Vectors.norm(right) + Vectors.norm(up))) {
      throw new InvalidSetting(
          "the directions of the path are not finite; ⟦params⟧ names two parameters to look along");
    }
    return new PrincipalPlane(
        new Plane(point, right, up), share(right, moves), share(up, moves), sample.size(), across);
  }

  /** Iterate minus point, over the length of the longest, whose square may overflow. */
  private static List<double[]> moves(List<Iterate> path, double[] point) {
    List<double[]> moves = new ArrayList<>();
    double longest = 0;
    for (Iterate iterate : path) {
      double[] move = new double[point.length];
      Vectors.subtract(iterate.flat(), point, move);
      moves.add(move);
      longest = Math.max(longest, Vectors.norm(move));
    }
    if (longest == 0) {
      throw new InvalidSetting(
          "the path is one point, which has no directions; ⟦params⟧ names two parameters to look along");
    }
    for (double[] move : moves) {
      double whole = longest;
      Arrays.setAll(move, i -> share(move[i], whole));
    }
    return moves;
  }

  private static double share(double part, double whole) {
    double share = part / whole;
    return Math.abs(share) < VANISHING ? 0 : share;
  }

  private static List<double[]> evenly(List<double[]> all) {
    int count = Math.min(all.size(), MOST);
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / Math.max(count - 1, 1))))
        .toList();
  }

  /** Of MM' or M'M, whichever is smaller; the largest eigenvalue comes first. */
  private static EigenDecomposition eigen(List<double[]> m) {
    Array2DRowRealMatrix rows = new Array2DRowRealMatrix(m.toArray(double[][]::new), false);
    return new EigenDecomposition(
        fewRows(m) ? rows.multiply(rows.transpose()) : rows.transpose().multiply(rows));
  }

  private static boolean fewRows(List<double[]> m) {
    return m.size() < m.get(0).length;
  }

  private static boolean isStraight(EigenDecomposition squares) {
    double[] values = squares.getRealEigenvalues();
    return values.length < 2 || values[1] <= ROUNDING * values[0];
  }

  private static double[] direction(EigenDecomposition squares, int index, List<double[]> m) {
    double[] vector = squares.getEigenvector(index).toArray();
    if (!fewRows(m)) {
      return vector;
    }
    double[] direction = new double[m.get(0).length];
    for (int i = 0; i < vector.length; i++) {
      Vectors.add(vector[i], m.get(i), direction);
    }
    Vectors.scale(1 / Vectors.norm(direction), direction);
    return direction;
  }

  private static int least(double[] direction) {
    return IntStream.range(0, direction.length)
        .reduce((i, j) -> Math.abs(direction[j]) < Math.abs(direction[i]) ? j : i)
        .orElseThrow();
  }

  private static double share(double[] direction, List<double[]> moves) {
    double along = 0;
    double all = 0;
    for (double[] move : moves) {
      double part = Vectors.dot(direction, move);
      along += part * part;
      all += Vectors.dot(move, move);
    }
    return along / all;
  }
}
