package gdtrain.report.picture;

import static gdtrain.report.picture.SvgPicture.number;

import gdtrain.report.TextWidth;
import gdtrain.report.picture.Pen.Anchor;
import java.util.List;

/** A matrix of counts, each cell the darker the larger its share of its row. */
public final class MatrixPicture {
  /** More rows and columns could not be read. */
  public static final int MOST = 40;

  private static final int LONGEST_NAME = 16;
  private static final double GAP = 8;

  private MatrixPicture() {}

  /**
   * What a picture shows.
   *
   * @param names of rows and columns
   * @param cells counts by row, then by column
   * @param texts of the cells
   * @param rows what the rows are
   * @param columns what the columns are
   */
  public record Cells(
      List<String> names,
      List<List<Double>> cells,
      List<List<String>> texts,
      String rows,
      String columns) {}

  /** The element of a page. */
  public static String svg(Cells cells, String label) {
    int count = cells.names.size();
    List<String> names =
        cells.names.stream().map(name -> TextWidth.shortened(name, LONGEST_NAME)).toList();
    double widest = names.stream().mapToDouble(SvgDrawing::width).max().orElse(0);
    double texts =
        cells.texts.stream().flatMap(List::stream).mapToDouble(SvgDrawing::width).max().orElse(0);
    double cell = Math.max(Math.max(texts + GAP, 26), Math.min(60, 240.0 / count));
    boolean upright = widest + GAP > cell;
    double left = widest + 2 * GAP;
    double top = 20 + (upright ? widest : 14) + GAP;
    SvgDrawing drawing = new SvgDrawing();
    drawing.text(cells.rows + " \u2193   " + cells.columns + " \u2192", 0, 12, Anchor.START);
    for (int k = 0; k < count; k++) {
      double middle = (k + 0.5) * cell;
      drawing.text(names.get(k), left - GAP, top + middle + 4, Anchor.END);
      if (upright) {
        drawing.add(
            "<g transform=\"translate(%s %s) rotate(-90)\">"
                .formatted(number(left + middle + 4), number(top - GAP / 2)));
        drawing.text(names.get(k), 0, 0, Anchor.START).add("</g>");
      } else {
        drawing.text(names.get(k), left + middle, top - GAP / 2, Anchor.MIDDLE);
      }
      row(cells, k, new double[] {left, top, cell}, drawing);
    }
    double width = Math.max(left + count * cell + 2, 260);
    return drawing.svg(new Size((int) width, (int) (top + count * cell + 2)), label);
  }

  private static void row(Cells cells, int row, double[] place, SvgDrawing drawing) {
    List<Double> counts = cells.cells.get(row);
    double all = counts.stream().mapToDouble(Double::doubleValue).sum();
    double size = place[2];
    for (int k = 0; k < counts.size(); k++) {
      double share = all > 0 ? counts.get(k) / all : 0;
      double x = place[0] + k * size;
      double y = place[1] + row * size;
      drawing.add(
          "<rect class=\"%s cell\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"%.2f\"/>"
              .formatted(
                  k == row ? "f0" : "f1",
                  number(x),
                  number(y),
                  number(size),
                  number(size),
                  0.5 * share));
      drawing.text(cells.texts.get(row).get(k), x + size / 2, y + size / 2 + 4, Anchor.MIDDLE);
    }
  }
}
