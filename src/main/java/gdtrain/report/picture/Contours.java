package gdtrain.report.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Lines of equal height over a grid, by marching squares (Lorensen and Cline 1987, in the plane): a
 * line crosses an edge of a square where the heights at its ends, taken as joined by a straight
 * slope, pass the level. Where all four edges are crossed, the mean of the corners tells which go
 * together. Squares with a corner that is no finite number have no lines.
 */
final class Contours {
  private final double[][] heights;
  private final double level;

  /** The crossings that each crossing is joined with, one or two. */
  private final Map<Edge, List<Edge>> joined = new LinkedHashMap<>();

  /** From a point of the grid to the next, in x or in y. */
  private record Edge(int i, int j, boolean alongX) {}

  private Contours(double[][] heights, double level) {
    this.heights = heights;
    this.level = level;
  }

  /**
   * The lines of a level.
   *
   * @param heights by x, then y; at least two by two
   * @return lines of {@code x, y} by {@code x, y}, in steps of the grid; a closed one ends where it
   *     began
   */
  static List<double[]> of(double[][] heights, double level) {
    Contours contours = new Contours(heights, level);
    for (int i = 0; i + 1 < heights.length; i++) {
      for (int j = 0; j + 1 < heights[i].length; j++) {
        contours.square(i, j);
      }
    }
    return contours.lines();
  }

  private void square(int i, int j) {
    double[] corners = {heights[i][j], heights[i + 1][j], heights[i + 1][j + 1], heights[i][j + 1]};
    double mean = (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
    if (!Double.isFinite(mean)) {
      return;
    }
    Edge[] edges = {
      new Edge(i, j, true),
      new Edge(i + 1, j, false),
      new Edge(i, j + 1, true),
      new Edge(i, j, false)
    };
    List<Edge> crossed = new ArrayList<>();
    for (int k = 0; k < edges.length; k++) {
      if (isAbove(corners[k]) != isAbove(corners[(k + 1) % edges.length])) {
        crossed.add(edges[k]);
      }
    }
    if (crossed.size() == 2) {
      join(crossed.get(0), crossed.get(1));
    } else if (crossed.size() == 4) {
      boolean firstJoinsThird = isAbove(mean) == isAbove(corners[0]);
      join(edges[0], edges[firstJoinsThird ? 1 : 3]);
      join(edges[2], edges[firstJoinsThird ? 3 : 1]);
    }
  }

  private boolean isAbove(double height) {
    return height >= level;
  }

  private void join(Edge one, Edge other) {
    joined.computeIfAbsent(one, edge -> new ArrayList<>(2)).add(other);
    joined.computeIfAbsent(other, edge -> new ArrayList<>(2)).add(one);
  }

  private List<double[]> lines() {
    List<double[]> lines = new ArrayList<>();
    for (Edge edge : List.copyOf(joined.keySet())) {
      if (joined.containsKey(edge) && joined.get(edge).size() == 1) {
        lines.add(line(edge));
      }
    }
    while (!joined.isEmpty()) { // only closed ones are left
      lines.add(line(joined.keySet().iterator().next()));
    }
    return lines;
  }

  /** Follows a line to its end, or to its start, and takes it away. */
  private double[] line(Edge start) {
    List<Edge> way = new ArrayList<>();
    for (Edge at = start; at != null; at = next(at, start, way)) {
      way.add(at);
    }
    return way.stream().flatMapToDouble(edge -> DoubleStream.of(x(edge), y(edge))).toArray();
  }

  private Edge next(Edge at, Edge start, List<Edge> way) {
    List<Edge> others = joined.remove(at);
    if (others == null) {
      return null; // back at the start
    }
    for (Edge other : others) {
      if (joined.containsKey(other)) {
        return other;
      }
    }
    return others.contains(start) && way.size() > 2 ? start : null;
  }

  private double x(Edge edge) {
    return edge.i + (edge.alongX ? share(edge, heights[edge.i + 1][edge.j]) : 0);
  }

  private double y(Edge edge) {
    return edge.j + (edge.alongX ? 0 : share(edge, heights[edge.i][edge.j + 1]));
  }

  private double share(Edge edge, double end) {
    double start = heights[edge.i][edge.j];
    return (level - start) / (end - start);
  }
}
