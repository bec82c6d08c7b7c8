package gdtrain.table;

/** The powers of ten that are doubles to the last digit. */
final class PowersOfTen {
  /** 10^0 to 10^22, by exponent. */
  static final double[] EXACT = new double[23];

  static {
    EXACT[0] = 1;
    for (int i = 1; i < EXACT.length; i++) {
      EXACT[i] = 10 * EXACT[i - 1];
    }
  }

  private PowersOfTen() {}
}
