package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.Landscape;
import gdtrain.network.Network;
import gdtrain.optimizer.Optimizers;
import gdtrain.optimizer.UpdateRule;
import gdtrain.optimizer.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of an epoch, by hand. */
class UpdateStepsTest {
  private static final Landscape PLANE =
      new Landscape(2, p -> 100 + 3 * p[0] + 4 * p[1], p -> new double[] {3, 4});

  private static Method descent(OptionalDouble clipNorm) {
    UpdateRule rule = (UpdateRule) Optimizers.CATALOG.choose("gd");
    return new Method.Updating(rule, 0.1, Schedules.CATALOG.choose("constant"), clipNorm);
  }

  /** The gradient of the first batch is (3, 4), that of the second (first parameter, 10). */
  private static final class TwoBatches implements Batches {
    private final List<Integer> shuffled = new ArrayList<>();

    @Override
    public int count() {
      return 2;
    }

    @Override
    public void shuffle(int epoch) {
      shuffled.add(epoch);
    }

    @Override
    public void gradient(int batch, double[] parameters, double[] gradient) {
      gradient[0] = batch == 0 ? 3 : parameters[0];
      gradient[1] = batch == 0 ? 4 : 10;
    }
  }

  private static double[] after(int epochs, Method method, Optional<Batches> batches, double l2) {
    Regularisation penalty = new Regularisation(0, l2, new Network(2, List.of(), 1, false));
    Problem problem = new Problem(PLANE, batches, Optional.empty(), penalty, 1);
    Fit fit =
        new Trainer(method, Landscape.limits(epochs, 0)).fit(problem, new double[2], epoch -> {});
    return fit.parameters().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1, -0.06, -0.08", "2.5, -0.15, -0.2", "5, -0.3, -0.4", "6, -0.3, -0.4"})
  void aLongerGradientIsShortenedToTheNorm(double norm, double first, double second) {
    double[] end = after(1, descent(OptionalDouble.of(norm)), Optional.empty(), 0);
    assertArrayEquals(new double[] {first, second}, end, 1e-15);
  }

  @Test
  void everyBatchMakesAStepFromWhereTheLastOneLed() {
    TwoBatches batches = new TwoBatches();
    double[] end = after(2, descent(OptionalDouble.empty()), Optional.of(batches), 0);
    // (0, 0), (-0.3, -0.4), (-0.27, -1.4), (-0.57, -1.8), (-0.513, -2.8)
    assertArrayEquals(new double[] {-0.513, -2.8}, end, 1e-15);
    assertEquals(List.of(1, 2), batches.shuffled);
  }

  @Test
  void thePenaltyActsInEveryStep() {
    double[] end = after(1, descent(OptionalDouble.empty()), Optional.of(new TwoBatches()), 0.5);
    // the second gradient is (-0.3, 10) + 0.5 (-0.3, -0.4)
    assertArrayEquals(new double[] {-0.3 + 0.045, -0.4 - 0.98}, end, 1e-15);
  }

  @Test
  void everyBatchIsClippedByItself() {
    double[] end = after(1, descent(OptionalDouble.of(1)), Optional.of(new TwoBatches()), 0);
    double norm = Math.hypot(0.06, 10);
    assertArrayEquals(new double[] {-0.06 + 0.006 / norm, -0.08 - 1 / norm}, end, 1e-15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void refusesANormThatLeavesNothing(double norm) {
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> descent(OptionalDouble.of(norm)))
            .getMessage();
    assertEquals("clip-norm must be a number above 0, not " + norm, sentence);
  }
}
