package gdtrain.report.picture;

import gdtrain.choice.VisibleText;
import gdtrain.report.TextWidth;
import gdtrain.report.picture.Outline.Frame;
import gdtrain.report.picture.Outline.Vertex;
import gdtrain.report.picture.Ticks.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A chart in the characters of a terminal, with ticks, axes and a legend. Of the points in a column
 * of dots the lowest and the highest have theirs.
 */
public final class TerminalPicture {
  private static final int ROWS_OF_A_TICK = 3;
  private static final int COLUMNS_OF_A_TICK = 14;

  /** Letters stand on each curve so many times. */
  private static final int LETTERS = 3;

  /** How far a letter may stand from its place, where the curve is less steep. */
  private static final int SEARCHED = 6;

  /** Colours that are seen on dark and on light, in the order of the curves. */
  private static final int[] COLOURS = {34, 31, 32, 35, 36, 33};

  private final Chart chart;
  private final Style style;
  private final List<String> legend;
  private final List<Tick> xTicks;
  private final List<Tick> yTicks;
  private final int margin;
  private final DotCanvas canvas;
  private final Frame frame;

  /**
   * How a terminal takes a picture.
   *
   * @param size in characters; what is too small is taken for the least
   * @param braille whether it shows braille and box-drawing characters, or ASCII only
   * @param coloured whether it obeys escape codes for colours
   */
  public record Style(Size size, boolean braille, boolean coloured) {
    /** Fewer lines have no room for a curve. */
    public static final int LEAST_ROWS = 6;

    private static final int LEAST_COLUMNS = 24;

    /** Takes what is too small for the least. */
    public Style {
      size = new Size(Math.max(size.width(), LEAST_COLUMNS), Math.max(size.height(), LEAST_ROWS));
    }

    /** The size of a picture that leaves a line of the terminal free, and is not too high. */
    public static Size usual(int columns, int rows) {
      return new Size(columns, Math.min(rows - 1, columns / 4 + 3));
    }

    int columns() {
      return size.width();
    }

    /** Texts one behind the other, on as many lines as it takes. */
    List<String> lines(List<String> texts) {
      List<String> lines = new ArrayList<>();
      String line = "";
      for (String text : texts) {
        String longer = line.isEmpty() ? text : line + "  " + text;
        if (!line.isEmpty() && TextWidth.of(longer) > columns()) {
          lines.add(line);
          longer = text;
        }
        line = TextWidth.shortened(longer, columns());
      }
      lines.add(line);
      return lines;
    }

    int rows() {
      return size.height();
    }
  }

  /**
   * A picture without anything in its frame.
   *
   * @param legend the lines above it; empty: those of the curves
   */
  TerminalPicture(Chart chart, Style style, Optional<List<String>> legend) {
    this.chart = chart;
    this.style = style;
    this.legend = legend.orElseGet(this::legend);
    int height = Math.max(style.rows() - this.legend.size() - 2, 2);
    this.yTicks = chart.yTicks(height / ROWS_OF_A_TICK).labelled();
    this.margin = yTicks.stream().mapToInt(tick -> tick.label().length()).max().orElse(0);
    this.canvas = new DotCanvas(style.braille, Math.max(style.columns() - margin - 2, 2), height);
    this.frame = canvas.frame(chart);
    int columns = canvas.columns();
    this.xTicks = chart.xTicks(columns / COLUMNS_OF_A_TICK).labelled();
  }

  /** The lines of a picture; none is longer than the terminal is wide. */
  public static List<String> lines(Chart chart, Style style) {
    TerminalPicture picture = new TerminalPicture(chart, style, Optional.empty());
    picture.drawCurves();
    return picture.lines();
  }

  private void drawCurves() {
    for (int i = 0; i < chart.guides().size(); i++) {
      drawGuide(i);
    }
    for (int i = 0; i < chart.series().size(); i++) {
      draw(i);
    }
    for (int i = 0; i < chart.series().size() && hasLetters(); i++) {
      putLetters(i);
    }
  }

  /** A dotted line from top to bottom, and its number at the top. */
  private void drawGuide(int guide) {
    double x = frame.x(chart.guides().get(guide).x());
    int column = canvas.column(x);
    if (x < frame.left() || x > frame.left() + frame.width()) {
      return;
    }
    for (int row = 1; row < canvas.rows(); row++) {
      canvas.put(column, row, drawn("\u250a", ":").charAt(0), DotCanvas.NOBODY);
    }
    int free = column;
    while (free + 1 < canvas.columns() && canvas.character(free, 0) != ' ') {
      free++;
    }
    canvas.put(free, 0, (char) ('1' + guide), DotCanvas.NOBODY);
  }

  /** What is in the frame. */
  DotCanvas canvas() {
    return canvas;
  }

  /** Where values lie in it. */
  Frame frame() {
    return frame;
  }

  /** All lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    legend.forEach(line -> lines.add(isolated(line)));
    for (int row = 0; row < canvas.rows(); row++) {
      lines.add(line(row));
    }
    lines.add(xAxis());
    lines.add(xLabels());
    return lines;
  }

  // The curves.

  private void draw(int curve) {
    Outline outline = Outline.of(chart.series().get(curve), frame);
    Vertex before = null;
    for (int i = 0; i < outline.vertices().size(); i++) {
      Vertex vertex = outline.vertices().get(i);
      if (outline.isDot(i)) {
        canvas.put(canvas.column(vertex.x()), canvas.row(vertex.y()), dot(curve), curve);
      } else if (!vertex.starts()) {
        canvas.line(
            canvas.x(before.x()),
            canvas.y(before.y()),
            canvas.x(vertex.x()),
            canvas.y(vertex.y()),
            curve);
      }
      before = vertex;
    }
    char cross = style.braille ? '\u00d7' : '!';
    outline.marks().forEach(x -> canvas.put(canvas.column(x), 0, cross, curve));
  }

  private char dot(int curve) {
    return style.braille ? '\u2022' : DotCanvas.character(curve);
  }

  /** Whether curves have letters: braille of several looks the same. */
  private boolean hasLetters() {
    return style.braille && chart.series().size() > 1;
  }

  /** Puts the letter of a curve on it, where it is flat. */
  private void putLetters(int curve) {
    for (int i = 0; i < LETTERS; i++) {
      double share = (i + (curve + 0.5) / chart.series().size()) / LETTERS;
      int wanted = (int) (canvas.columns() * share);
      for (int column = wanted; column < Math.min(wanted + SEARCHED, canvas.columns()); column++) {
        int row = onlyRow(column, curve);
        if (row >= 0) {
          canvas.put(column, row, letter(curve), curve);
          break;
        }
      }
    }
  }

  /** The row in which a curve passes a column, if it is one; else -1. */
  private int onlyRow(int column, int curve) {
    int found = -1;
    for (int row = 0; row < canvas.rows(); row++) {
      if (canvas.hasDots(column, row, curve)) {
        if (found >= 0) {
          return -1;
        }
        found = row;
      }
    }
    return found;
  }

  private static char letter(int curve) {
    return (char) ('a' + curve % 26);
  }

  // What stands around them.

  /** A line for a single curve, else the curves one behind the other, on a quarter of the rows. */
  private List<String> legend() {
    String scale = chart.y().logarithmic() ? " (log)" : "";
    List<Series> series = chart.series();
    List<String> lines = new ArrayList<>();
    if (!chart.title().isEmpty()) {
      lines.add(cut(chart.title()));
    }
    if (!chart.guides().isEmpty()) {
      lines.add(cut("%s over %s%s".formatted(chart.yName(), chart.xName(), scale)));
      lines.addAll(style.lines(guides()));
      return lines;
    }
    if (series.size() == 1) {
      CurveText text = new CurveText(series.get(0), chart.xName());
      String sentence = text.sentence(scale);
      lines.add(TextWidth.of(sentence) > style.columns() ? cut(text.brief()) : sentence);
      return lines;
    }
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (int i = 0; i < series.size(); i++) {
      String entry = entry(i) + (i == series.size() - 1 ? scale : "");
      int width = TextWidth.of(VisibleText.of(entry));
      if (used > 0 && used + 2 + width > style.columns()) {
        if (lines.size() + 1 >= Math.max(style.rows() / 4, 1)) {
          String more = "  and %,d more".formatted(series.size() - i);
          lines.add(used + more.length() <= style.columns() ? line + more : line.toString());
          return lines;
        }
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.append(used > 0 ? "  " : "").append(coloured(cut(entry), i));
      used += width + (used > 0 ? 2 : 0);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The places that stand out by their numbers. */
  private List<String> guides() {
    return IntStream.range(0, chart.guides().size())
        .mapToObj(i -> (i + 1) + " " + chart.guides().get(i).name())
        .toList();
  }

  private String entry(int curve) {
    char mark = style.braille ? letter(curve) : DotCanvas.character(curve);
    return mark + " " + new CurveText(chart.series().get(curve), chart.xName()).brief();
  }

  /** Names that are written from right to left would else take the figures behind them along. */
  private String isolated(String line) {
    for (Series one : chart.series()) {
      if (one.name().codePoints().anyMatch(TerminalPicture::isFromRightToLeft)) {
        line = line.replace(one.name(), "\u2068" + one.name() + "\u2069");
      }
    }
    return line;
  }

  private static boolean isFromRightToLeft(int character) {
    byte direction = Character.getDirectionality(character);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private String cut(String text) {
    return TextWidth.shortened(VisibleText.of(text), style.columns());
  }

  private String coloured(String text, int curve) {
    return style.coloured && curve != DotCanvas.NOBODY
        ? "\u001b[" + COLOURS[curve % COLOURS.length] + "m" + text + "\u001b[0m"
        : text;
  }

  private String line(int row) {
    String label =
        yTicks.stream()
            .filter(tick -> canvas.row(frame.y(tick.value())) == row)
            .map(Tick::label)
            .findFirst()
            .orElse("");
    String axis = label.isEmpty() ? drawn("\u2502", "|") : drawn("\u2524", "+");
    StringBuilder line = new StringBuilder();
    line.append(" ".repeat(margin - label.length())).append(label).append(' ').append(axis);
    int end = canvas.columns();
    while (end > 0 && canvas.character(end - 1, row) == ' ') {
      end--;
    }
    for (int start = 0; start < end; ) {
      StringBuilder piece = new StringBuilder();
      int owner = canvas.owner(start, row);
      while (start < end && canvas.owner(start, row) == owner) {
        piece.append(canvas.character(start++, row));
      }
      line.append(coloured(piece.toString(), owner));
    }
    return line.toString();
  }

  private String drawn(String box, String ascii) {
    return style.braille ? box : ascii;
  }

  /** The line below the curves. */
  private String xAxis() {
    StringBuilder axis = new StringBuilder(drawn("\u2500", "-").repeat(canvas.columns()));
    for (Tick tick : xTicks) {
      axis.setCharAt(canvas.column(frame.x(tick.value())), drawn("\u252c", "+").charAt(0));
    }
    return " ".repeat(margin + 1) + drawn("\u2514", "+") + axis;
  }

  /** The numbers below it, and in the last gap between them that is wide enough what they count. */
  private String xLabels() {
    StringBuilder labels = new StringBuilder(" ".repeat(style.columns()));
    int free = 0;
    for (Tick tick : xTicks) {
      int width = tick.label().length();
      int middle = margin + 2 + canvas.column(frame.x(tick.value()));
      int at = Math.max(Math.min(middle - width / 2, style.columns() - width), 0);
      if (at >= free) {
        labels.replace(at, at + width, tick.label());
        free = at + width + 2;
      }
    }
    String name = cut(chart.xName() + (chart.x().logarithmic() ? " (log)" : ""));
    int gap = labels.lastIndexOf(" ".repeat(TextWidth.of(name) + 4));
    if (gap >= 0) {
      // a wide character takes the room of two
      labels.replace(gap + 2, gap + 2 + TextWidth.of(name), name);
    }
    return labels.toString().stripTrailing();
  }
}
