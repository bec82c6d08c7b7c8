package gdtrain.report.picture;

import gdtrain.report.NumberText;
import gdtrain.report.picture.ChartDrawing.Measures;
import gdtrain.report.picture.Outline.Frame;
import gdtrain.report.picture.Pen.Anchor;
import gdtrain.report.picture.Pen.Place;
import gdtrain.report.picture.TerrainMap.Spot;
import gdtrain.report.picture.TerrainMap.Stop;
import gdtrain.report.picture.TerrainMap.Track;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A terrain as a map: tints from the valley to the heights, contours with their losses, the paths
 * with start and end, the minimum where it is known, and an arrow for the negative gradient.
 */
public final class TerrainDrawing implements Drawable {
  private static final int LEVELS = 9;

  /** Pixels of the tinted image along an axis. */
  private static final int PIXELS = 200;

  /** Deep in the valley, to pale on the heights. */
  private static final int[] TINTS = {0x2f6690, 0x5b9aa0, 0xa3c4a0, 0xe0d8a6, 0xf6efdc};

  /** How much of the paper shines through, so that the same tints suit light and dark. */
  private static final double PALE = 0.35;

  /** A path of no more epochs shows each as a dot. */
  private static final int DOTTED = 60;

  private static final double ARROW = 70;

  /** How many lines lower a text may stand than what it belongs to. */
  private static final int MOST_LOWER = 4;

  private final TerrainMap map;
  private final String title;

  /** A drawing of a map that has a surface. */
  public TerrainDrawing(TerrainMap map) {
    this(map, map.title());
  }

  private TerrainDrawing(TerrainMap map, String title) {
    this.map = map;
    this.title = title;
  }

  /** This drawing without its title, which the page has. */
  public TerrainDrawing withoutTitle() {
    return new TerrainDrawing(map, "");
  }

  @Override
  public String label() {
    return title.isEmpty() ? map.word("label", map.heightName()) : title;
  }

  @Override
  public String description() {
    Relief relief = map.relief();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        map.word(
            "heights",
            map.heightName(),
            NumberText.rough(relief.low()),
            NumberText.rough(relief.high()),
            map.xName(),
            map.yName()));
    map.tracks().forEach(track -> sentences.add(sentence(track)));
    return String.join("; ", sentences);
  }

  private String sentence(Track track) {
    Stop first = track.stops().get(0);
    Stop last = track.stops().get(track.stops().size() - 1);
    return map.word(
            "path",
            track.name(),
            NumberText.rough(first.epoch().objective()),
            first.epoch().number(),
            NumberText.rough(last.epoch().objective()),
            last.epoch().number())
        .replace("  ", " "); // of a path without a name
  }

  @Override
  public int curves() {
    return map.tracks().size() + 1;
  }

  @Override
  public void draw(Measures measures, Pen pen) {
    new Sheet(measures, pen).draw();
  }

  /** Where the stops of a path lie in the element of a page. */
  public List<Spot> places(Track track, Size size) {
    Frame frame = new Sheet(new Measures(size, 1, 0, 0), null).frame;
    return track.stops().stream()
        .map(stop -> new Spot(frame.x(stop.spot().x()), frame.y(stop.spot().y())))
        .toList();
  }

  /** The axes, with the names of the paths; the curves are drawn over the tints. */
  private Chart axes() {
    List<Series> names = new ArrayList<>();
    map.tracks().forEach(track -> names.add(new Series(track.name())));
    return new Chart(title, map.xName(), map.x(), map.yName(), map.y(), false, names);
  }

  /** One drawing by one pen. */
  private final class Sheet {
    private final Pen pen;
    private final double scale;
    private final ChartDrawing around;
    private final Frame frame;
    private final Rectangle2D area;
    private final List<Rectangle2D> texts = new ArrayList<>();

    Sheet(Measures measures, Pen pen) {
      this.pen = pen;
      this.scale = measures.scale();
      this.around = new ChartDrawing(axes(), measures, pen);
      this.frame = around.frame();
      this.area = new Rectangle2D.Double(frame.left(), frame.top(), frame.width(), frame.height());
    }

    void draw() {
      around.drawAround();
      pen.image(tinted(), area);
      pen.wash(Ink.PAPER, PALE, area);
      Relief relief = map.relief();
      List<List<double[]>> contours = relief.levels(LEVELS).stream().map(this::contour).toList();
      contours.forEach(lines -> pen.stroke(Ink.AXIS, 0.8 * scale, lines));
      for (int i = 0; i < map.tracks().size(); i++) {
        path(i);
      }
      arrow();
      marks();
      for (int i = 0; i < contours.size(); i++) {
        name(NumberText.text(relief.levels(LEVELS).get(i)), contours.get(i));
      }
    }

    private BufferedImage tinted() {
      Relief relief = map.relief();
      BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
      for (int column = 0; column < PIXELS; column++) {
        for (int row = 0; row < PIXELS; row++) {
          double i = (column + 0.5) / PIXELS * (map.grid() - 1);
          double j = (1 - (row + 0.5) / PIXELS) * (map.grid() - 1);
          double height = map.at(i, j);
          image.setRGB(column, row, Double.isFinite(height) ? colour(relief.tint(height)) : 0);
        }
      }
      return image;
    }

    private List<double[]> contour(double level) {
      List<double[]> lines = new ArrayList<>();
      for (double[] line : Contours.of(map.heights(), level)) {
        double[] placed = new double[line.length];
        for (int i = 0; i < line.length; i += 2) {
          placed[i] = frame.left() + frame.width() * line[i] / (map.grid() - 1);
          placed[i + 1] = frame.top() + frame.height() * (1 - line[i + 1] / (map.grid() - 1));
        }
        lines.add(placed);
      }
      return lines;
    }

    /** Writes the height of a contour on it, where most room is. */
    private void name(String text, List<double[]> lines) {
      double[] best = null;
      double room = 0;
      for (double[] line : lines) {
        for (int i = 0; i < line.length; i += 2) {
          double free = room(line[i], line[i + 1], text);
          if (free > room) {
            room = free;
            best = new double[] {line[i], line[i + 1]};
          }
        }
      }
      if (best != null) {
        write(text, best[0], best[1] + 4 * scale, Anchor.MIDDLE);
      }
    }

    /** How far a text is from others and from paths; 0 where it has no room. */
    private double room(double x, double y, String text) {
      double half = around.width(text) / 2 + 4 * scale;
      double high = 9 * scale;
      Rectangle2D box = new Rectangle2D.Double(x - half, y - high, 2 * half, 2 * high);
      if (!area.contains(box) || texts.stream().anyMatch(box::intersects)) {
        return 0;
      }
      double free =
          Math.min(
              Math.min(x - area.getMinX(), area.getMaxX() - x),
              Math.min(y - area.getMinY(), area.getMaxY() - y));
      for (Rectangle2D other : texts) {
        free = Math.min(free, Math.hypot(x - other.getCenterX(), y - other.getCenterY()));
      }
      for (Track track : map.tracks()) {
        int every = Math.max(track.stops().size() / 50, 1);
        for (int i = 0; i < track.stops().size(); i += every) {
          Spot spot = track.stops().get(i).spot();
          free = Math.min(free, Math.hypot(x - frame.x(spot.x()), y - frame.y(spot.y())));
        }
      }
      return free;
    }

    /** Writes a text, lower than asked for where another one stands. */
    private void write(String text, double x, double y, Anchor anchor) {
      double width = around.width(text) + 4 * scale;
      double left =
          switch (anchor) {
            case START -> x - 2 * scale;
            case MIDDLE -> x - width / 2;
            case END -> x - width + 2 * scale;
          };
      double height = 16 * scale;
      Rectangle2D box = new Rectangle2D.Double(left, y - 0.75 * height, width, height);
      double lower = 0;
      while (texts.stream().anyMatch(box::intersects) && lower < MOST_LOWER * height) {
        lower += height;
        box = new Rectangle2D.Double(left, y + lower - 0.75 * height, width, height);
      }
      texts.add(box);
      pen.wash(Ink.PAPER, 0.6, box);
      pen.text(text, new Place(x, y + lower, anchor), false);
    }

    private void path(int index) {
      List<double[]> places = new ArrayList<>();
      for (Stop stop : map.tracks().get(index).stops()) {
        places.add(new double[] {frame.x(stop.spot().x()), frame.y(stop.spot().y())});
      }
      List<double[]> lines = Clip.lines(places, area);
      Ink ink = ink(index);
      pen.stroke(Ink.PAPER, 4.2 * scale, lines);
      pen.stroke(ink, 2 * scale, lines);
      if (places.size() <= DOTTED) {
        places.stream()
            .filter(place -> area.contains(place[0], place[1]))
            .forEach(place -> dot(ink, 2.6, place));
      }
    }

    private Ink ink(int track) {
      return Ink.ofCurve(map.tracks().size() > 1 ? track : 1);
    }

    private void dot(Ink ink, double radius, double[] place) {
      pen.stroke(Ink.PAPER, 2 * (radius + 1.2) * scale, List.of(place));
      pen.stroke(ink, 2 * radius * scale, List.of(place));
    }

    /** The negative gradient at the start, as long as any. */
    private void arrow() {
      Stop start = map.tracks().get(0).stops().get(0);
      if (map.downhill().isEmpty() || !map.has(start.spot())) {
        return;
      }
      Spot way = map.downhill().get();
      double x = frame.x(start.spot().x());
      double y = frame.y(start.spot().y());
      double dx = way.x() / (map.x().high() - map.x().low()) * frame.width();
      double dy = -way.y() / (map.y().high() - map.y().low()) * frame.height();
      double length = Math.hypot(dx, dy) / (ARROW * scale);
      double endX = x + dx / length;
      double endY = y + dy / length;
      double turn = Math.atan2(dy, dx);
      List<double[]> lines =
          List.of(
              new double[] {x, y, endX, endY},
              new double[] {
                endX - 9 * scale * Math.cos(turn - 0.45),
                endY - 9 * scale * Math.sin(turn - 0.45),
                endX,
                endY,
                endX - 9 * scale * Math.cos(turn + 0.45),
                endY - 9 * scale * Math.sin(turn + 0.45)
              });
      pen.stroke(Ink.PAPER, 5 * scale, lines);
      pen.stroke(Ink.TEXT, 2.4 * scale, lines);
      write(map.word("gradient"), endX, endY + (dy < 0 ? -8 : 18) * scale, anchor(endX));
    }

    private void marks() {
      for (int i = 0; i < map.tracks().size(); i++) {
        List<Stop> stops = map.tracks().get(i).stops();
        if (i == 0) {
          mark(Ink.TEXT, stops.get(0).spot(), map.word("start"));
        }
        Stop end = stops.get(stops.size() - 1);
        mark(ink(i), end.spot(), map.word("epoch", end.epoch().number()));
      }
      map.minimum().filter(map::has).ifPresent(this::minimum);
    }

    private void mark(Ink ink, Spot spot, String name) {
      if (map.has(spot)) {
        double[] place = {frame.x(spot.x()), frame.y(spot.y())};
        dot(ink, 5, place);
        write(
            name,
            place[0] + (toTheLeft(place[0]) ? -11 : 11) * scale,
            place[1] - 8 * scale,
            anchor(place[0]));
      }
    }

    private void minimum(Spot spot) {
      double x = frame.x(spot.x());
      double y = frame.y(spot.y());
      double arm = 5 * scale;
      List<double[]> cross =
          List.of(
              new double[] {x - arm, y - arm, x + arm, y + arm},
              new double[] {x - arm, y + arm, x + arm, y - arm});
      pen.stroke(Ink.PAPER, 4.5 * scale, cross);
      pen.stroke(Ink.TEXT, 2 * scale, cross);
      write(map.word("minimum"), x + (toTheLeft(x) ? -11 : 11) * scale, y + 18 * scale, anchor(x));
    }

    private boolean toTheLeft(double x) {
      return x > area.getCenterX();
    }

    private Anchor anchor(double x) {
      return toTheLeft(x) ? Anchor.END : Anchor.START;
    }
  }

  private static int colour(double tint) {
    double place = tint * (TINTS.length - 1);
    int low = (int) Math.min(place, TINTS.length - 2);
    double share = place - low;
    int colour = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double part =
          (1 - share) * (TINTS[low] >> shift & 0xff) + share * (TINTS[low + 1] >> shift & 0xff);
      colour = colour << 8 | (int) Math.round(part);
    }
    return colour;
  }
}
