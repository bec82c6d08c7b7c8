package gdtrain.report.picture;

import gdtrain.report.NumberText;
import gdtrain.report.TextWidth;
import gdtrain.report.picture.Outline.Frame;
import gdtrain.report.picture.TerminalPicture.Style;
import gdtrain.report.picture.TerrainMap.Spot;
import gdtrain.report.picture.TerrainMap.Stop;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A terrain in the characters of a terminal: the higher, the darker; paths, with S where they start
 * and E where they end, M the minimum where it is known, and an arrow along the negative gradient.
 */
public final class TerrainCharacters {
  /** From the valley to the heights. */
  private static final String SHADES = " \u00b7\u2591\u2592\u2593";

  private static final String ASCII_SHADES = " .:=#";

  /** From east, against the clock. */
  private static final String ARROWS = "\u2192\u2197\u2191\u2196\u2190\u2199\u2193\u2198";

  private static final String ASCII_ARROWS = ">/^\\</v\\";

  /** How many times as high as wide a character is. */
  private static final int HIGH = 2;

  private final TerrainMap map;
  private final Style style;
  private final Relief relief;
  private final TerminalPicture picture;
  private final DotCanvas canvas;
  private final Frame frame;

  private TerrainCharacters(TerrainMap map, Style style) {
    this.map = map;
    this.style = style;
    this.relief = map.relief();
    Chart axes = new Chart("", "", map.x(), "", map.y(), false, List.of());
    this.picture = new TerminalPicture(axes, style, Optional.of(legend()));
    this.canvas = picture.canvas();
    this.frame = picture.frame();
  }

  /** The lines of a map that has a surface; none is longer than the terminal is wide. */
  public static List<String> lines(TerrainMap map, Style style) {
    TerrainCharacters characters = new TerrainCharacters(map, style);
    characters.draw();
    return characters.picture.lines();
  }

  private String shades() {
    return style.braille() ? SHADES : ASCII_SHADES;
  }

  private List<String> legend() {
    List<String> heights = new ArrayList<>(List.of(map.heightName()));
    for (int i = 0; i < shades().length(); i++) {
      double share = Math.pow((i + 1.0) / shades().length(), relief.power());
      double most = (1 - share) * relief.low() + share * relief.high();
      heights.add(map.word("shade", shades().charAt(i), NumberText.rough(most)));
    }
    List<String> marks = new ArrayList<>(List.of("S " + map.word("start")));
    for (int i = 0; i < map.tracks().size(); i++) {
      List<Stop> stops = map.tracks().get(i).stops();
      String name = map.tracks().get(i).name();
      marks.add(
          "%s %s, %s"
              .formatted(
                  end(i),
                  name.isEmpty() ? map.word("end") : name,
                  map.word("epoch", stops.get(stops.size() - 1).epoch().number())));
    }
    map.minimum().filter(map::has).ifPresent(spot -> marks.add("M " + map.word("minimum")));
    map.downhill().ifPresent(way -> marks.add(arrow(way) + " " + map.word("negative")));
    List<String> lines = new ArrayList<>();
    if (!map.title().isEmpty()) {
      lines.add(TextWidth.shortened(map.title(), style.size().width()));
    }
    lines.addAll(style.lines(heights));
    lines.addAll(style.lines(marks));
    lines.addAll(style.lines(List.of(map.word("right", map.xName()), map.word("up", map.yName()))));
    return lines;
  }

  private char end(int track) {
    return map.tracks().size() == 1 ? 'E' : (char) ('a' + track % 26);
  }

  private char arrow(Spot way) {
    return (style.braille() ? ARROWS : ASCII_ARROWS).charAt(turn(way));
  }

  /** Eighths of a turn from the east, against the clock, as it is seen. */
  private int turn(Spot way) {
    double dx = way.x() / (map.x().high() - map.x().low()) * style.size().width();
    double dy = way.y() / (map.y().high() - map.y().low()) * style.size().height() * HIGH;
    return Math.floorMod(Math.round(Math.atan2(dy, dx) / (Math.PI / 4)), 8);
  }

  private void draw() {
    for (int i = 0; i < map.tracks().size(); i++) {
      path(i);
    }
    shade();
    map.minimum().ifPresent(spot -> mark(spot, 'M', DotCanvas.NOBODY));
    for (int i = 0; i < map.tracks().size(); i++) {
      List<Stop> stops = map.tracks().get(i).stops();
      mark(stops.get(stops.size() - 1).spot(), end(i), i);
    }
    Spot start = map.tracks().get(0).stops().get(0).spot();
    mark(start, 'S', DotCanvas.NOBODY);
    map.downhill().filter(way -> map.has(start)).ifPresent(way -> putArrow(start, way));
  }

  private void path(int index) {
    List<double[]> places =
        map.tracks().get(index).stops().stream()
            .map(stop -> new double[] {frame.x(stop.spot().x()), frame.y(stop.spot().y())})
            .toList();
    Rectangle2D area =
        new Rectangle2D.Double(frame.left(), frame.top(), frame.width(), frame.height());
    for (double[] line : Clip.lines(places, area)) {
      for (int i = 0; i + 2 < line.length; i += 2) {
        canvas.line(
            canvas.x(line[i]),
            canvas.y(line[i + 1]),
            canvas.x(line[i + 2]),
            canvas.y(line[i + 3]),
            index);
      }
    }
  }

  private void shade() {
    for (int column = 0; column < canvas.columns(); column++) {
      for (int row = 0; row < canvas.rows(); row++) {
        if (canvas.character(column, row) == ' ') {
          double i = (column + 0.5) / canvas.columns() * (map.grid() - 1);
          double j = (1 - (row + 0.5) / canvas.rows()) * (map.grid() - 1);
          double height = map.at(i, j);
          int shade =
              (int) Math.min(relief.tint(height) * shades().length(), shades().length() - 1);
          char character = Double.isFinite(height) ? shades().charAt(shade) : '?';
          canvas.put(column, row, character, DotCanvas.NOBODY);
        }
      }
    }
  }

  private void mark(Spot spot, char letter, int owner) {
    if (map.has(spot)) {
      canvas.put(canvas.column(frame.x(spot.x())), canvas.row(frame.y(spot.y())), letter, owner);
    }
  }

  /** In the next character that the arrow points to, if there is one. */
  private void putArrow(Spot start, Spot way) {
    double angle = turn(way) * Math.PI / 4;
    int column = canvas.column(frame.x(start.x())) + (int) Math.round(Math.cos(angle));
    int row = canvas.row(frame.y(start.y())) - (int) Math.round(Math.sin(angle));
    if (column >= 0 && column < canvas.columns() && row >= 0 && row < canvas.rows()) {
      canvas.put(column, row, arrow(way), DotCanvas.NOBODY);
    }
  }
}
