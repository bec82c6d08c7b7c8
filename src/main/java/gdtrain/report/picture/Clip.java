package gdtrain.report.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What of a line lies in a rectangle (Liang and Barsky 1984). */
final class Clip {
  private Clip() {}

  /**
   * The parts of a line that can be seen.
   *
   * @param points {@code x, y} each; those that are not finite break the line
   */
  static List<double[]> lines(List<double[]> points, Rectangle2D area) {
    List<double[]> parts = new ArrayList<>();
    List<double[]> part = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      double[] seen = segment(points.get(i), points.get(i + 1), area);
      if (seen == null) {
        continue;
      }
      double[] start = {seen[0], seen[1]};
      boolean goesOn =
          !part.isEmpty()
              && part.get(part.size() - 1)[0] == start[0]
              && part.get(part.size() - 1)[1] == start[1];
      if (!goesOn) {
        end(part, parts);
        part.add(start);
      }
      part.add(new double[] {seen[2], seen[3]});
    }
    end(part, parts);
    return parts;
  }

  private static void end(List<double[]> part, List<double[]> parts) {
    if (!part.isEmpty()) {
      parts.add(part.stream().flatMapToDouble(java.util.Arrays::stream).toArray());
      part.clear();
    }
  }

  /** The part of a segment within, as two points; null if there is none. */
  private static double[] segment(double[] from, double[] to, Rectangle2D area) {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    if (!Double.isFinite(dx + dy)) {
      return null;
    }
    double[] slopes = {-dx, dx, -dy, dy};
    double[] rooms = {
      from[0] - area.getMinX(),
      area.getMaxX() - from[0],
      from[1] - area.getMinY(),
      area.getMaxY() - from[1]
    };
    double enters = 0;
    double leaves = 1;
    for (int side = 0; side < slopes.length; side++) {
      double share = rooms[side] / slopes[side];
      if (slopes[side] < 0) {
        enters = Math.max(enters, share);
      } else if (slopes[side] > 0) {
        leaves = Math.min(leaves, share);
      } else if (rooms[side] < 0) {
        return null;
      }
    }
    return enters > leaves
        ? null
        : new double[] {
          enters == 0 ? from[0] : from[0] + enters * dx,
          enters == 0 ? from[1] : from[1] + enters * dy,
          leaves == 1 ? to[0] : from[0] + leaves * dx,
          leaves == 1 ? to[1] : from[1] + leaves * dy
        };
  }
}
