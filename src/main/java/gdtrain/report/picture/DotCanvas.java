package gdtrain.report.picture;

import gdtrain.report.picture.Outline.Frame;
import java.util.Arrays;

/**
 * Characters of a terminal with dots in them: eight to a character in braille, one in ASCII. Every
 * character belongs to the curve that was drawn there last.
 */
final class DotCanvas {
  /** No curve. */
  static final int NOBODY = -1;

  private static final int BRAILLE = 0x2800;

  /** The bit of each dot of a braille character, by row and column. */
  private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  /** How curves are told apart in ASCII. */
  private static final String CHARACTERS = "*o+x#@%&";

  private final boolean braille;
  private final int columns;
  private final int rows;
  private final char[][] cells;
  private final int[][] owners;

  /**
   * An empty canvas.
   *
   * @param columns of characters
   * @param rows of characters
   */
  DotCanvas(boolean braille, int columns, int rows) {
    this.braille = braille;
    this.columns = columns;
    this.rows = rows;
    this.cells = new char[rows][columns];
    this.owners = new int[rows][columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(owners[row], NOBODY);
    }
  }

  /** Characters side by side. */
  int columns() {
    return columns;
  }

  /** Characters one above the other. */
  int rows() {
    return rows;
  }

  /** Where the chart lies: from the middle of the first dot to that of the last. */
  Frame frame(Chart chart) {
    return new Frame(chart, 0.5, 0.5, columns * across() - 1.0, rows * down() - 1.0);
  }

  /** The dot at a position of the frame. */
  int x(double position) {
    return within(position, columns * across());
  }

  /** The dot at a position of the frame. */
  int y(double position) {
    return within(position, rows * down());
  }

  private static int within(double position, int size) {
    return (int) Math.max(0, Math.min(Math.floor(position), size - 1));
  }

  /** The character that a position of the frame is in. */
  int column(double position) {
    return x(position) / across();
  }

  /** The line that a position of the frame is in. */
  int row(double position) {
    return y(position) / down();
  }

  private int across() {
    return braille ? BITS[0].length : 1;
  }

  private int down() {
    return braille ? BITS.length : 1;
  }

  /** Draws a dot; y grows downwards. */
  void dot(int x, int y, int curve) {
    int row = y / down();
    int column = x / across();
    cells[row][column] =
        braille
            ? (char) ((cells[row][column] & 0xff) | BRAILLE | BITS[y % down()][x % across()])
            : character(curve);
    owners[row][column] = curve;
  }

  /** The character that a curve is drawn with in ASCII. */
  static char character(int curve) {
    return CHARACTERS.charAt(curve % CHARACTERS.length());
  }

  /** Draws all dots between two and both of them, by Bresenham's algorithm. */
  void line(int x1, int y1, int x2, int y2, int curve) {
    int width = Math.abs(x2 - x1);
    int height = -Math.abs(y2 - y1);
    int error = width + height;
    int x = x1;
    int y = y1;
    dot(x, y, curve);
    while (x != x2 || y != y2) {
      int twice = 2 * error;
      if (twice >= height) {
        error += height;
        x += Integer.signum(x2 - x1);
      }
      if (twice <= width) {
        error += width;
        y += Integer.signum(y2 - y1);
      }
      dot(x, y, curve);
    }
  }

  /** Puts a character in the place of dots. */
  void put(int column, int row, char character, int curve) {
    cells[row][column] = character;
    owners[row][column] = curve;
  }

  /** Whether a curve has dots in a character, and it belongs to that curve. */
  boolean hasDots(int column, int row, int curve) {
    return owners[row][column] == curve && cells[row][column] > BRAILLE;
  }

  /** The character at a place; a blank where nothing was drawn. */
  char character(int column, int row) {
    return cells[row][column] == 0 ? ' ' : cells[row][column];
  }

  /** The curve that a character belongs to, or {@link #NOBODY}. */
  int owner(int column, int row) {
    return owners[row][column];
  }
}
