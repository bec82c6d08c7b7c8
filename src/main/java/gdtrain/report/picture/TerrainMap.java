package gdtrain.report.picture;

import gdtrain.choice.VisibleText;
import gdtrain.report.NumberText;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.report.terrain.TerrainPoints;
import gdtrain.train.Epoch;
import gdtrain.train.ObjectiveValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A surface over a plane with the paths of runs in it, as it is measured. */
public final class TerrainMap implements TerrainPoints {
  private final String title;
  private final String heightName;
  private final int grid;
  private final double[] xs;
  private final double[] ys;
  private final double[][] heights;
  private final List<Track> tracks = new ArrayList<>();
  private final Phrases phrases;
  private String xName = "";
  private String yName = "";
  private int measured;
  private Optional<Spot> downhill = Optional.empty();
  private Optional<Spot> minimum = Optional.empty();

  /** A place in the plane, or a direction. */
  public record Spot(double x, double y) {}

  /**
   * Where an epoch ended.
   *
   * @param epoch as in the loss log
   */
  public record Stop(Spot spot, Epoch epoch) {}

  /**
   * A path.
   *
   * @param name its learning rate, where several are compared; else empty
   * @param stops in order
   */
  public record Track(String name, List<Stop> stops) {}

  /**
   * A map without points.
   *
   * @param title above it; may be empty
   * @param heightName what the heights are, such as mse
   * @param grid points in each direction
   * @param language of its words
   */
  public TerrainMap(String title, String heightName, int grid, Language language) {
    this.phrases = new Phrases("terrain", language);
    this.title = VisibleText.of(title);
    this.heightName = heightName;
    this.grid = grid;
    this.xs = new double[grid];
    this.ys = new double[grid];
    this.heights = new double[grid][grid];
  }

  @Override
  public void axes(String x, String y) {
    xName = phrases.text("scaled", VisibleText.of(x));
    yName = phrases.text("scaled", VisibleText.of(y));
  }

  @Override
  public void directions(double x, double y) {
    xName = phrases.text("first", NumberText.rough(100 * x));
    yName = phrases.text("second", NumberText.rough(100 * y));
  }

  @Override
  public void surface(double x, double y, ObjectiveValue height) {
    xs[measured / grid] = x;
    ys[measured % grid] = y;
    heights[measured / grid][measured % grid] = height.objective();
    measured++;
  }

  @Override
  public void run(String rate) {
    tracks.add(
        new Track(
            rate.isEmpty() ? "" : phrases.text("rate", VisibleText.of(rate)), new ArrayList<>()));
  }

  @Override
  public void path(double x, double y, Epoch epoch) {
    tracks.get(tracks.size() - 1).stops.add(new Stop(new Spot(x, y), epoch));
  }

  @Override
  public void downhill(double x, double y) {
    downhill = x == 0 && y == 0 ? Optional.empty() : Optional.of(new Spot(x, y));
  }

  @Override
  public void minimum(double x, double y) {
    minimum = Optional.of(new Spot(x, y));
  }

  @Override
  public void step(String kind, double length, ObjectiveValue height) {
    throw new IllegalStateException("a slice has no surface");
  }

  /** Whether it has a surface, which a run that diverges at once has not. */
  public boolean hasSurface() {
    return measured == grid * grid && lowest() < Double.POSITIVE_INFINITY;
  }

  /** What stands above it. */
  public String title() {
    return title;
  }

  /** What the heights are. */
  public String heightName() {
    return heightName;
  }

  /** A word of the map. */
  String word(String key, Object... arguments) {
    return phrases.text(key, arguments);
  }

  String xName() {
    return xName;
  }

  String yName() {
    return yName;
  }

  /** The x axis, from end to end. */
  Scale x() {
    return new Scale(xs[0], xs[grid - 1], false);
  }

  /** The y axis, from end to end. */
  Scale y() {
    return new Scale(ys[0], ys[grid - 1], false);
  }

  /** Whether a place is on the map. */
  boolean has(Spot spot) {
    return spot.x >= xs[0] && spot.x <= xs[grid - 1] && spot.y >= ys[0] && spot.y <= ys[grid - 1];
  }

  /** The heights by x, then y, which may be no finite numbers. */
  double[][] heights() {
    return heights;
  }

  /** The paths. */
  public List<Track> tracks() {
    return tracks;
  }

  /** The negative gradient where the paths start, unless it is 0 in the plane. */
  Optional<Spot> downhill() {
    return downhill;
  }

  /** The heights of the paths over their epochs. */
  public Chart curves() {
    List<Series> series = new ArrayList<>();
    for (Track track : tracks) {
      Series one = new Series(track.name.isEmpty() ? heightName : track.name);
      for (Stop stop : track.stops) {
        one.add(stop.epoch().number(), stop.epoch().objective());
      }
      series.add(one);
    }
    return Chart.of(
        new Chart.Names("", phrases.text("epochs"), heightName), series, Chart.LogAxes.AUTO);
  }

  /** Where the minimum is, if that is known. */
  Optional<Spot> minimum() {
    return minimum;
  }

  private double lowest() {
    return Arrays.stream(finite()).min().orElse(Double.POSITIVE_INFINITY);
  }

  private double[] finite() {
    return Arrays.stream(heights)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .toArray();
  }

  /** How heights become tints. */
  Relief relief() {
    return Relief.of(finite());
  }

  /** The height at a place of the grid, counted from 0 to its last point, by straight slopes. */
  double at(double i, double j) {
    int west = (int) Math.min(Math.max(Math.floor(i), 0), grid - 2);
    int south = (int) Math.min(Math.max(Math.floor(j), 0), grid - 2);
    double east = i - west;
    double north = j - south;
    return (1 - east) * ((1 - north) * heights[west][south] + north * heights[west][south + 1])
        + east * ((1 - north) * heights[west + 1][south] + north * heights[west + 1][south + 1]);
  }

  int grid() {
    return grid;
  }
}
