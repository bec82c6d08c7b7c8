package gdtrain.report.picture;

/**
 * The colour of a stroke, by what it is for.
 *
 * @param tone which kind
 * @param curve which curve, for those of curves
 */
record Ink(Tone tone, int curve) {
  /** What is drawn. */
  enum Tone {
    /** The paper itself, to part what lies above from what lies below. */
    PAPER,
    /** As texts. */
    TEXT,
    /** As axes. */
    AXIS,
    /** A curve. */
    CURVE
  }

  static final Ink PAPER = new Ink(Tone.PAPER, 0);
  static final Ink TEXT = new Ink(Tone.TEXT, 0);
  static final Ink AXIS = new Ink(Tone.AXIS, 0);

  static Ink ofCurve(int curve) {
    return new Ink(Tone.CURVE, curve);
  }

  /** Its colour in a theme. */
  int in(Theme theme) {
    return switch (tone) {
      case PAPER -> theme.paper();
      case TEXT -> theme.ink();
      case AXIS -> theme.axis();
      case CURVE -> theme.curve(curve);
    };
  }

  /** Its class in an SVG. */
  String name() {
    return switch (tone) {
      case PAPER -> "on-paper";
      case TEXT -> "in-ink";
      case AXIS -> "axis";
      case CURVE -> "c" + curve % Theme.colours();
    };
  }
}
