package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Exact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExponentialTest {
  private static final int MANY = 5000;

  private static double[] decay(double... x) {
    double[] y = new double[x.length];
    Exponential.decay(x, y, x.length);
    return y;
  }

  /** Of sizes from 1e-20 to 700, and others that lie as far as can be from what the table has. */
  private static double[] sizes() {
    Random random = new Random(1);
    DoubleStream ofAllSizes =
        random.doubles(MANY).map(share -> 1e-20 * Math.pow(700 / 1e-20, share));
    DoubleStream large = random.doubles(MANY, 0, 708);
    DoubleStream between =
        random.ints(MANY, 0, 700 * 128).mapToDouble(k -> (k + 0.5) * Math.log(2) / 128);
    return Stream.of(ofAllSizes, large, between).flatMapToDouble(each -> each).toArray();
  }

  @Test
  void decayIsRightToTwoUnitsInTheLastPlace() {
    double[] x = sizes();
    double[] y = decay(x);
    for (int i = 0; i < x.length; i++) {
      double off = Exact.unitsOff(y[i], Exact.decay(x[i]));
      assertTrue(off <= 2, off + " at " + x[i]);
    }
  }

  @Test
  void decayDoesNotLookAtTheSign() {
    double[] x = sizes();
    assertArrayEquals(decay(x), decay(DoubleStream.of(x).map(each -> -each).toArray()));
  }

  @Test
  void decayOfNothingIsOneOfTooMuchNothing() {
    double[] x = {0, -0.0, Double.MIN_VALUE, 1e-17, 746, -1e9, Double.MAX_VALUE};
    assertArrayEquals(new double[] {1, 1, 1, 1, 0, 0, 0}, decay(x));
    double[] infinite = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
    assertArrayEquals(new double[] {0, 0, Double.NaN}, decay(infinite));
  }

  @Test
  void decayKeepsWhatIsLeftOfTheSmallestNumbers() {
    for (double x = 700; x < 745; x += 0.37) {
      double off = Exact.unitsOff(decay(x)[0], Exact.decay(x));
      assertTrue(off <= 2, off + " at " + x);
    }
  }

  @Test
  void decayNeverRisesByMoreThanItsRounding() {
    double[] x = DoubleStream.of(sizes()).sorted().toArray();
    double[] y = decay(x);
    for (int i = 1; i < x.length; i++) {
      assertTrue(y[i] <= y[i - 1] + Math.ulp(y[i]), "from " + x[i - 1] + " to " + x[i]);
    }
  }

  @Test
  void leavesAloneWhatLiesBehindTheCount() {
    double[] y = {7, 7, 7};
    Exponential.decay(new double[] {0, 0, 0}, y, 2);
    assertArrayEquals(new double[] {1, 1, 7}, y);
    Exponential.log1p(new double[] {0, 0, 0}, y, 1);
    assertArrayEquals(new double[] {0, 1, 7}, y);
  }

  @Test
  void log1pIsRightToTwoUnitsInTheLastPlace() {
    Random random = new Random(2);
    double[] e =
        DoubleStream.concat(random.doubles(MANY), random.doubles(MANY).map(x -> Math.exp(-700 * x)))
            .toArray();
    double[] y = new double[e.length];
    Exponential.log1p(e, y, e.length);
    for (int i = 0; i < e.length; i++) {
      double off = Exact.unitsOff(y[i], Exact.log1p(new BigDecimal(e[i])));
      assertTrue(off <= 2, off + " at " + e[i]);
    }
  }

  @Test
  void log1pKeepsTheSmallestAndTheLargestNumber() {
    double[] e = {0, Double.MIN_VALUE, 1e-300, 1, Double.NaN};
    Exponential.log1p(e, e, e.length);
    assertArrayEquals(new double[] {0, Double.MIN_VALUE, 1e-300, Math.log(2), Double.NaN}, e);
  }

  @Test
  void sigmoidIsRightOnBothSides() {
    double[] x = DoubleStream.of(sizes()).filter(size -> size < 700).toArray();
    double[] e = decay(x);
    for (int i = 0; i < x.length; i++) {
      BigDecimal decay = Exact.decay(x[i]);
      BigDecimal larger = BigDecimal.ONE.divide(decay.add(BigDecimal.ONE), MathContext.DECIMAL128);
      assertTrue(Exact.unitsOff(Exponential.sigmoid(x[i], e[i]), larger) <= 3, "at " + x[i]);
      BigDecimal smaller = decay.multiply(larger);
      assertTrue(Exact.unitsOff(Exponential.sigmoid(-x[i], e[i]), smaller) <= 3, "at -" + x[i]);
    }
    assertEquals(0.5, Exponential.sigmoid(0, 1));
    assertEquals(Double.NaN, Exponential.sigmoid(Double.NaN, Double.NaN));
  }

  @Test
  void expIsTheNearestNumberOrNearlySo() {
    double[] x = sizes();
    for (double size : x) {
      double off = Exact.unitsOff(Exponential.exp(-size), Exact.decay(size));
      assertTrue(off <= 0.52, off + " at " + size);
    }
  }

  @Test
  void expGrowsAsItDecays() {
    for (double size : sizes()) {
      double product = Exponential.exp(size) * Exponential.exp(-size);
      assertEquals(1, product, 3e-16);
    }
  }

  @Test
  void expOfTooMuchIsInfiniteOrNothing() {
    assertEquals(1, Exponential.exp(0));
    assertEquals(Double.POSITIVE_INFINITY, Exponential.exp(710));
    assertEquals(0, Exponential.exp(-746));
    assertEquals(Double.MIN_VALUE, Exponential.exp(-745));
    assertTrue(Double.isNaN(Exponential.exp(Double.NaN)));
  }

  @Test
  void theSigmoidKeepsSmallProbabilities() {
    assertEquals(0.5, Exponential.sigmoid(0));
    assertEquals(Math.exp(-600), Exponential.sigmoid(-600), 1e-15 * Math.exp(-600));
    assertEquals(0, Exponential.sigmoid(-1000));
    assertEquals(1, Exponential.sigmoid(1000));
  }
}
