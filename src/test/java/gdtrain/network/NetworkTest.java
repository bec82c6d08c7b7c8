package gdtrain.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Plain;
import gdtrain.compute.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  private static final int ROWS = 7;
  private static final Network LINEAR = new Network(4, List.of(), 3, true);
  private static final Network DEEP = new Network(4, List.of(tanh(5), tanh(2)), 3, true);
  private final Random random = new Random(1);
  private final double[][] x = Data.normal(ROWS, 4, random);

  private static Layer tanh(int units) {
    return new Layer(units, new Tanh());
  }

  @Test
  void laysItsParametersOutOutputAfterOutput() {
    assertEquals(12, LINEAR.parameters());
    assertEquals(0, LINEAR.index(0, 0, 0));
    assertEquals(3, LINEAR.index(0, 3, 0));
    assertEquals(4, LINEAR.index(0, 0, 1));
    assertEquals(11, LINEAR.index(0, 3, 2));
  }

  @Test
  void laysLayersOutOneAfterTheOther() {
    // 4 x 5, then (5 + 1) x 2, then (2 + 1) x 3
    assertEquals(20 + 12 + 9, DEEP.parameters());
    assertEquals(20, DEEP.index(1, 0, 0));
    assertEquals(31, DEEP.index(1, 5, 1));
    assertEquals(40, DEEP.index(2, 2, 2));
    assertTrue(DEEP.isConstant(0, 3) && DEEP.isConstant(1, 5) && !DEEP.isConstant(1, 4));
    Network without = new Network(4, List.of(tanh(5)), 3, false);
    assertEquals(20 + 15, without.parameters());
    assertTrue(!without.isConstant(0, 3) && !without.isConstant(1, 4));
  }

  @Test
  void goesForwardWithWhatTheFlatVectorHoldsAtThatTime() {
    Matrix parameters = Matrix.zeros(12);
    ForwardBackward pass = LINEAR.pass(Data.matrix(x), parameters);
    for (int round = 0; round < 3; round++) {
      double[] values = random.doubles(12, -1, 1).toArray();
      Data.write(values, parameters);
      pass.forward();
      for (int row = 0; row < ROWS; row++) {
        assertArrayEquals(Plain.raw(x[row], values), Data.rows(pass.raw())[row], 1e-14);
      }
    }
  }

  /** The definition, in plain loops. */
  private static double[] raw(Network network, double[] input, double[] parameters) {
    double[] entering = input;
    for (int layer = 0; ; layer++) {
      double[] sums = new double[network.out(layer)];
      for (int output = 0; output < sums.length; output++) {
        for (int i = 0; i < network.in(layer); i++) {
          sums[output] += entering[i] * parameters[network.index(layer, i, output)];
        }
      }
      if (layer == network.layers() - 1) {
        return sums;
      }
      entering = Arrays.copyOf(sums, sums.length + (network.intercepts() ? 1 : 0));
      for (int i = 0; i < entering.length; i++) {
        entering[i] = i < sums.length ? Math.tanh(sums[i]) : 1;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesForwardThroughItsLayers(boolean intercepts) {
    Network network = new Network(4, List.of(tanh(5), tanh(1), tanh(3)), 2, intercepts);
    double[] values = random.doubles(network.parameters(), -1, 1).toArray();
    ForwardBackward pass = network.pass(Data.matrix(x), Data.column(values));
    pass.forward();
    for (int row = 0; row < ROWS; row++) {
      assertArrayEquals(raw(network, x[row], values), Data.rows(pass.raw())[row], 1e-14);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void addsOrReplacesTheGradientOnTheWayBack(boolean adds) {
    double[][] slope = Data.normal(ROWS, 3, random);
    double[] start = random.doubles(12, -1, 1).toArray();
    Matrix gradient = Data.column(start);
    ForwardBackward pass =
        LINEAR.pass(Data.matrix(x), Matrix.zeros(12)).withGradient(0.5, adds, gradient);
    pass.forward();
    Data.write(Arrays.stream(slope).flatMapToDouble(Arrays::stream).toArray(), pass.raw());
    pass.backward();
    for (int input = 0; input < 4; input++) {
      for (int output = 0; output < 3; output++) {
        int index = LINEAR.index(0, input, output);
        double expected = adds ? start[index] : 0;
        for (int row = 0; row < ROWS; row++) {
          expected += 0.5 * x[row][input] * slope[row][output];
        }
        assertEquals(expected, Data.numbers(gradient)[index], 1e-14);
      }
    }
  }

  @Test
  void leavesOutTheShareOfUnitsItWasToldAndScalesTheRest() {
    Layer dropping = new Layer(4, new Identity(), OptionalDouble.empty(), 0.25);
    Network network = new Network(1, List.of(dropping), 1, false);
    int rows = 5000;
    double[][] ones = new double[rows][1];
    Arrays.stream(ones).forEach(row -> row[0] = 1);
    Matrix gradient = Matrix.zeros(8);
    double[] weights = {1, 2, 4, 8, 1, 1, 1, 1};
    ForwardBackward pass = network.pass(Data.matrix(ones), Data.column(weights));
    pass.withGradient(1.0 / rows, false, gradient);
    pass.forward();
    assertEquals(15, Data.numbers(pass.raw())[0], 1e-14, "none is left out before the first draw");
    pass.drop(new SplittableRandom(1));
    pass.forward();
    double[] raw = Data.numbers(pass.raw());
    assertEquals(15, Arrays.stream(raw).average().orElseThrow(), 0.25, "the mean stays");
    assertEquals(16, Arrays.stream(raw).map(r -> Math.rint(r * 1000)).distinct().count());
    assertEquals(0, Arrays.stream(raw).min().orElseThrow(), "0.25^4 of 5,000 rows lose all");
    pass.raw().fill(1);
    pass.raw().upload();
    pass.backward();
    double[] slopes = Data.numbers(gradient);
    for (int unit = 0; unit < 4; unit++) {
      double kept = slopes[unit];
      assertEquals(1, kept, 0.05);
      assertEquals(kept * weights[unit], slopes[4 + unit], 1e-12, "the same mask");
    }
  }

  @ParameterizedTest
  @EnumSource(Initializer.class)
  void startsWithTheSpreadOfItsInitializer(Initializer initializer) {
    Network network = new Network(101, List.of(tanh(50)), 20, true);
    double[] start = network.start(Optional.of(initializer), new SplittableRandom(3));
    double[] weights = new double[100 * 50];
    for (int output = 0; output < 50; output++) {
      assertEquals(0, start[network.index(0, 100, output)], "intercepts start at 0");
      for (int input = 0; input < 100; input++) {
        weights[output * 100 + input] = start[network.index(0, input, output)];
      }
    }
    double mean = Arrays.stream(weights).average().orElseThrow();
    double variance = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
    double largest = Arrays.stream(weights).map(Math::abs).max().orElseThrow();
    double expected =
        switch (initializer) {
          case ZEROS -> 0;
          case UNIFORM -> 1.0 / 300;
          case GLOROT -> 2.0 / 150;
          case HE -> 2.0 / 100;
        };
    assertEquals(0, mean, 0.01);
    assertEquals(expected, variance, 0.05 * expected);
    if (initializer == Initializer.GLOROT) {
      assertTrue(largest <= Math.sqrt(6.0 / 150) && largest > 0.99 * Math.sqrt(6.0 / 150));
    }
  }

  @Test
  void aLinearModelStartsAtZeroAndTheSameSeedStartsTheSame() {
    double[] linear = LINEAR.start(Optional.empty(), new SplittableRandom(1));
    assertArrayEquals(new double[12], linear);
    double[] one = DEEP.start(Optional.empty(), new SplittableRandom(1));
    assertArrayEquals(one, DEEP.start(Optional.empty(), new SplittableRandom(1)));
    assertTrue(!Arrays.equals(one, DEEP.start(Optional.empty(), new SplittableRandom(2))));
  }

  @Test
  void refusesLayersThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> tanh(0));
    for (double dropout : new double[] {-0.1, 1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Layer(1, new Tanh(), OptionalDouble.empty(), dropout));
    }
    assertThrows(
        IllegalArgumentException.class, () -> new Layer(1, new Tanh(), OptionalDouble.of(-1), 0));
  }
}
