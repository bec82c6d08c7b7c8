package gdtrain.compute;

/**
 * The complementary error function {@code erfc(x) = 2 / sqrt(pi) times the integral of exp(-t^2)
 * from x to infinity}, to one unit in the last place.
 *
 * <p>By rational functions of four ranges of |x|, with the coefficients of Sun's freely
 * distributable library fdlibm 5.3, s_erf.c (copyright 1993 by Sun Microsystems, Inc.; permission
 * to use, copy, modify and distribute it is freely granted, provided that this notice is kept).
 */
public final class ErrorFunction {
  private static final double ERF_1 = 0.8450629115104675; // erf(1) in single precision

  private static final double[] P_SMALL = {
    0.12837916709551256,
    -0.3250421072470015,
    -0.02848174957559851,
    -0.005770270296489442,
    -2.3763016656650163e-05
  };
  private static final double[] Q_SMALL = {
    1,
    0.39791722395915535,
    0.0650222499887673,
    0.005081306281875766,
    0.00013249473800432164,
    -3.960228278775368e-06
  };
  private static final double[] P_NEAR_1 = {
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013,
    0.31834661990116175, -0.11089469428239668, 0.035478304325618236,
    -0.002166375594868791
  };
  private static final double[] Q_NEAR_1 = {
    1,
    0.10642088040084423,
    0.540397917702171,
    0.07182865441419627,
    0.12617121980876164,
    0.01363708391202905,
    0.011984499846799107
  };
  private static final double[] P_MIDDLE = {
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291,
    -62.375332450326006, -162.39666946257347, -184.60509290671104,
    -81.2874355063066, -9.814329344169145
  };
  private static final double[] Q_MIDDLE = {
    1,
    19.651271667439257,
    137.65775414351904,
    434.56587747522923,
    645.3872717332679,
    429.00814002756783,
    108.63500554177944,
    6.570249770319282,
    -0.0604244152148581
  };
  private static final double[] P_LARGE = {
    -0.0098649429247001, -0.799283237680523, -17.757954917754752,
    -160.63638485582192, -637.5664433683896, -1025.0951316110772,
    -483.5191916086514
  };
  private static final double[] Q_LARGE = {
    1,
    30.33806074348246,
    325.7925129965739,
    1536.729586084437,
    3199.8582195085955,
    2553.0504064331644,
    474.52854120695537,
    -22.44095244658582
  };

  private ErrorFunction() {}

  /** {@code erfc(x)}, from 2 down to 0. */
  public static double erfc(double x) {
    double size = Math.abs(x);
    if (size < 0.84375) {
      double y = ratio(P_SMALL, Q_SMALL, x * x);
      return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
    }
    if (size < 1.25) {
      double y = ratio(P_NEAR_1, Q_NEAR_1, size - 1);
      return x >= 0 ? 1 - ERF_1 - y : 1 + (ERF_1 + y);
    }
    if (size < 28) {
      double right = tail(size);
      return x > 0 ? right : 2 - right;
    }
    return Double.isNaN(x) ? x : x > 0 ? 0 : 2;
  }

  /** {@code exp(-x^2 - 0.5625 + ratio) / x}; x^2 is taken in two parts, since exp magnifies it. */
  private static double tail(double x) {
    double s = 1 / (x * x);
    double y = x < 1 / 0.35 ? ratio(P_MIDDLE, Q_MIDDLE, s) : ratio(P_LARGE, Q_LARGE, s);
    double front = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & (-1L << 32));
    return Exponential.exp(-front * front - 0.5625)
        * Exponential.exp((front - x) * (front + x) + y)
        / x;
  }

  private static double ratio(double[] p, double[] q, double s) {
    return polynomial(p, s) / polynomial(q, s);
  }

  /** {@code (c[0] + c[1] s) + s^2 (c[2] + c[3] s) + s^4 (c[4] + c[5] s) + ...}. */
  private static double polynomial(double[] c, double s) {
    double power = s * s;
    double sum = c[0] + s * c[1];
    int i = 2;
    for (; i + 1 < c.length; i += 2) {
      sum += power * (c[i] + s * c[i + 1]);
      power *= s * s;
    }
    return i < c.length ? sum + power * c[i] : sum;
  }
}
