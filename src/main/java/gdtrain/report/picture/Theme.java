package gdtrain.report.picture;

import java.util.List;

/**
 * The colours of a picture. Those of the curves also differ for the colour-blind (after Okabe and
 * Ito, 2008), and stand out from the paper at least 3 to 1, texts 4.5 to 1 (WCAG 2.1).
 *
 * @param paper behind all
 * @param ink of texts
 * @param axis of axes and marks
 * @param grid of the lines through the ticks
 * @param curves of the curves, in order
 */
public record Theme(int paper, int ink, int axis, int grid, List<Integer> curves) {
  /** On white. */
  public static final Theme LIGHT =
      new Theme(
          0xffffff,
          0x222222,
          0x666666,
          0xe4e4e4,
          List.of(0x0072b2, 0xc8500a, 0x00805e, 0xa3479a, 0x8a6d00, 0x2d8fc4, 0x222222));

  /** On nearly black. */
  public static final Theme DARK =
      new Theme(
          0x16181c,
          0xe8e8e8,
          0x9a9a9a,
          0x33363c,
          List.of(0x56b4e9, 0xff8f4d, 0x2bc79a, 0xe58fd8, 0xe6c229, 0x9ad0f5, 0xf2f2f2));

  /** The strokes of curves that have the same colour: dashes and gaps; none: unbroken. */
  private static final List<List<Integer>> DASHES =
      List.of(List.of(), List.of(7, 3), List.of(2, 3), List.of(9, 3, 2, 3));

  /** Copies the list. */
  public Theme {
    curves = List.copyOf(curves);
  }

  /** The colour of a curve. */
  int curve(int index) {
    return curves.get(index % curves.size());
  }

  /** How many curves have a colour of their own. */
  static int colours() {
    return LIGHT.curves.size();
  }

  /** The dashes of a curve, which tell neighbours apart without colour. */
  static List<Integer> dashes(int curve) {
    return DASHES.get(curve % DASHES.size());
  }

  /**
   * Rules of CSS with its colours in the place of {@code $paper}, {@code $ink}, {@code $axis} and
   * {@code $grid}; the classes {@code c0} and so on have the strokes of the curves, {@code f0}
   * their fills.
   */
  public String rules(String template) {
    StringBuilder rules =
        new StringBuilder(
            template
                .replace("$paper", css(paper))
                .replace("$ink", css(ink))
                .replace("$axis", css(axis))
                .replace("$grid", css(grid)));
    for (int i = 0; i < curves.size(); i++) {
      rules.append("svg .c%1$d{stroke:%2$s}svg .f%1$d{fill:%2$s}".formatted(i, css(curve(i))));
    }
    return rules.toString();
  }

  /** A colour as CSS has it. */
  static String css(int colour) {
    return "#%06x".formatted(colour);
  }
}
