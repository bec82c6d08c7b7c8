package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Landscape;
import gdtrain.compute.Workers;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.loss.Losses;
import gdtrain.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Why runs stop, and which epoch is kept. */
class EndingTest {
  /** {@code (p - 1)^2}, lowest at 1. */
  private static Landscape parabola() {
    return parabola(1);
  }

  private static Landscape parabola(double lowest) {
    return new Landscape(
        1, p -> (p[0] - lowest) * (p[0] - lowest), p -> new double[] {2 * (p[0] - lowest)});
  }

  @Test
  void convergesWhereTheSlopeIsFlatAndKeepsTheLastEpoch() {
    Landscape above = new Landscape(1, p -> 3 + (p[0] - 1) * (p[0] - 1), p -> slope(p[0]));
    Fit fit = above.descend(Landscape.constant(0.1), Landscape.limits(1000, 1e-6));
    assertEquals(Ending.CONVERGED, fit.ending());
    assertEquals(fit.last(), fit.kept());
    assertEquals(1, fit.parameters().get(0), 2e-6);
    assertTrue(fit.distance() <= 1e-6);
    assertTrue(above.epochs().size() > 30, "0.8 ^ 60 = 1e-6");
  }

  private static double[] slope(double p) {
    return new double[] {2 * (p - 1)};
  }

  @Test
  void theLastEpochOfAConvergedRunIsKeptThoughAnEarlierOneIsLower() {
    Landscape rounded = new Landscape(1, p -> p[0] == 0 ? 3 : 3.001, p -> slope(p[0]));
    Fit fit = rounded.descend(Landscape.constant(0.5), Landscape.limits(1000, 1e-6));
    assertEquals(Ending.CONVERGED, fit.ending());
    assertEquals(1, fit.kept().number());
    assertEquals(List.of(1.0), fit.parameters());
  }

  @Test
  void aFlatStartHasConvergedAtOnce() {
    Landscape flat = new Landscape(1, p -> 3, p -> new double[1]);
    Fit fit = flat.descend(Landscape.automatic(), Landscape.limits(1000, 1e-6));
    assertEquals(Ending.CONVERGED, fit.ending());
    assertEquals(0, fit.last().number());
  }

  @Test
  void aFlatPlaceIsNoReasonToDivergeWhenNoToleranceIsGiven() {
    Landscape flat = new Landscape(1, p -> 3, p -> new double[1]);
    Fit fit = flat.descend(Landscape.automatic(), Landscape.limits(1000, 0));
    assertEquals(Ending.EPOCHS, fit.ending());
    assertEquals(1000, fit.last().number());
  }

  @Test
  void stopsAfterTheGivenEpochs() {
    Landscape parabola = parabola();
    Fit fit = parabola.descend(Landscape.constant(0.1), Landscape.limits(7, 1e-6));
    assertEquals(Ending.EPOCHS, fit.ending());
    assertEquals(7, fit.last().number());
    assertEquals(8, fit.evaluations());
    assertEquals(8, parabola.gradients());
    assertEquals(
        IntStream.rangeClosed(0, 7).boxed().toList(),
        parabola.epochs().stream().map(Epoch::number).toList());
    assertTrue(parabola.epochs().get(0).learningRate().isEmpty());
    assertEquals(OptionalDouble.of(0.1), parabola.epochs().get(7).learningRate());
    assertEquals(
        0, parabola().descend(Landscape.constant(1), Landscape.limits(0, 0)).last().number());
  }

  @Test
  void stopsWhenTimeIsUp() {
    Limits limits = new Limits(Integer.MAX_VALUE, 0, OptionalDouble.of(1e-9), OptionalInt.empty());
    Fit fit = parabola().descend(Landscape.constant(0.1), limits);
    assertEquals(Ending.TIME, fit.ending());
    assertEquals(0, fit.last().number(), "before the first step");
  }

  @Test
  void stopsWhenTheValidationLossHasNotFallenForLongAndKeepsItsLowest() {
    // 1 - 0.8^n: 0, 0.2, 0.36, 0.488, 0.5904, ...: nearest to 0.5 is epoch 3
    Limits limits = new Limits(1000, 0, OptionalDouble.empty(), OptionalInt.of(4));
    Landscape training = parabola();
    Fit fit = training.descend(Landscape.constant(0.1), limits, Optional.of(parabola(0.5)));
    assertEquals(Ending.PATIENCE, fit.ending());
    assertEquals(7, fit.last().number());
    assertEquals(3, fit.kept().number());
    assertEquals(0.488, fit.parameters().get(0), 1e-12);
    assertEquals(0.012 * 0.012, fit.kept().validationLoss().orElseThrow(), 1e-12);
    assertEquals(0.512 * 0.512, fit.kept().loss(), 1e-12);
  }

  @Test
  void aConvergedRunWithoutPatienceOnlyWatchesValidationRows() {
    Fit fit = watching(OptionalInt.empty());
    assertEquals(Ending.CONVERGED, fit.ending());
    assertEquals(fit.last(), fit.kept());
    assertTrue(fit.converged());
  }

  @Test
  void withPatienceTheLowestValidationLossIsKeptWhichIsNoMinimumThoughTheRunConverged() {
    Fit fit = watching(OptionalInt.of(1000));
    assertEquals(Ending.CONVERGED, fit.ending());
    assertEquals(3, fit.kept().number());
    assertFalse(fit.converged());
  }

  /** Goes down to 1, while other rows have their minimum at 0.5, passed in epoch 3. */
  private static Fit watching(OptionalInt patience) {
    Landscape above = new Landscape(1, p -> 3 + (p[0] - 1) * (p[0] - 1), p -> slope(p[0]));
    Limits limits = new Limits(1000, 1e-6, OptionalDouble.empty(), patience);
    return above.descend(Landscape.constant(0.1), limits, Optional.of(parabola(0.5)));
  }

  @Test
  void divergesWhenEveryStepLandsHigherAndKeepsTheLowest() {
    // (p - 1) grows by -1.1 a step, its square by 1.21: above 1e6 after 73
    Fit fit = parabola().descend(Landscape.constant(1.05), Landscape.limits(1000, 1e-6));
    assertEquals(Ending.DIVERGED, fit.ending());
    assertEquals(73, fit.last().number());
    assertEquals(0, fit.kept().number());
    assertEquals(List.of(0.0), fit.parameters());
  }

  @Test
  void divergesWhenALossOrASlopeIsNoNumber() {
    Landscape height = new Landscape(1, p -> p[0] > 0.5 ? Double.NaN : 3, p -> slope(p[0]));
    Fit fit = height.descend(Landscape.constant(0.1), Landscape.limits(1000, 1e-6));
    assertEquals(Ending.DIVERGED, fit.ending());
    assertEquals(4, fit.last().number());
    assertTrue(fit.kept().number() < 4);
    Landscape slope =
        new Landscape(1, p -> 3, p -> p[0] > 0.5 ? new double[] {Double.NaN} : slope(p[0]));
    assertEquals(
        Ending.DIVERGED,
        slope.descend(Landscape.constant(0.1), Landscape.limits(1000, 1e-6)).ending());
  }

  @Test
  void theAutomaticLengthStepsBackFromWhereTheLossIsNoNumber() {
    Landscape edge =
        new Landscape(
            1, p -> p[0] > 1.2 ? Double.NaN : 3 + Math.pow(p[0] - 1, 4), p -> quartic(p[0]));
    Fit fit = edge.descend(Landscape.automatic(), Landscape.limits(200, 1e-6));
    assertFalse(fit.ending() == Ending.DIVERGED);
    assertEquals(1, fit.parameters().get(0), 0.01);
  }

  private static double[] quartic(double p) {
    return new double[] {4 * Math.pow(p - 1, 3)};
  }

  @Test
  void aLossOfZeroIsPerfect() {
    Fit fit = parabola().descend(Landscape.constant(0.4), Landscape.limits(1000, 0));
    assertEquals(Ending.ZERO_LOSS, fit.ending());
    assertTrue(fit.last().loss() <= 1e-14);
    assertEquals(11, fit.last().number(), "0.2 ^ 22 = 4e-16, 0.2 ^ 20 = 1e-14");
  }

  @Test
  void isExhaustedWhenNoStepHoweverShortLowersTheObjective() {
    Landscape step = new Landscape(1, p -> p[0] == 0 ? 3 : 4, p -> new double[] {1});
    Fit fit = step.descend(Landscape.automatic(), Landscape.limits(1000, 1e-6));
    assertEquals(Ending.EXHAUSTED, fit.ending());
    assertEquals(0, fit.last().number());
    assertEquals(List.of(0.0), fit.parameters());
    assertEquals(41, fit.evaluations());
  }

  @Test
  void keepsTheLowestObjectiveOfARunThatIsCutShort() {
    Landscape bumpy =
        new Landscape(1, p -> 3 + Math.abs(Math.round(p[0] * 10) - 4), p -> new double[] {-1});
    Fit fit = bumpy.descend(Landscape.constant(0.1), Landscape.limits(9, 0));
    assertEquals(4, fit.kept().number());
    assertEquals(0.4, fit.parameters().get(0), 1e-12);
    assertEquals(9, fit.last().number());
  }

  @Test
  void keepsTheFirstOfEquallyGoodEpochs() {
    Landscape level = new Landscape(1, p -> 3, p -> new double[] {1});
    Fit fit = level.descend(Landscape.constant(0.1), Landscape.limits(5, 0));
    assertEquals(0, fit.kept().number());
    assertEquals(5, fit.last().number());
  }

  @Test
  void aRunGoesOnWhereOnlyValidationRowsHaveOneOfTheClasses() {
    for (String labels : List.of("ab", "abc")) {
      Prepared prepared = preparedWithoutTheLastClassInTraining(labels);
      Fit fit = fit(prepared, Landscape.automatic(), 20);
      assertTrue(fit.ending() == Ending.EPOCHS || fit.ending() == Ending.ZERO_LOSS, labels);
      assertTrue(fit.last().validationLoss().orElseThrow() > 0);
    }
  }

  /** Twenty rows of the first classes in turn and one of the last, which is kept back. */
  private static Prepared preparedWithoutTheLastClassInTraining(String labels) {
    StringBuilder csv = new StringBuilder("x,y\n0,").append(labels.charAt(labels.length() - 1));
    for (int i = 1; i <= 20; i++) {
      csv.append("\n%d,%c".formatted(i, labels.charAt(i % (labels.length() - 1))));
    }
    List<Prepared> found = new ArrayList<>();
    LongStream.range(0, 100)
        .mapToObj(
            seed ->
                Prepared.of(
                    Data.table(csv.toString()),
                    Preparation.defaults(),
                    true,
                    new Holdout.Share(0.25, seed),
                    note -> {}))
        .filter(p -> Data.targetMeans(p.training()).contains(0.0))
        .limit(1)
        .forEach(found::add);
    return found.get(0);
  }

  private static Fit fit(Prepared prepared, Method method, int epochs) {
    Network network =
        new Network(
            prepared.schema().inputs(), List.of(), prepared.schema().target().outputs(), true);
    var loss = Losses.usual(true, network.outputs());
    try (Workers workers = new Workers(1)) {
      DataObjective training = new DataObjective(network, loss, prepared.training(), workers);
      Optional<Objective> validation =
          prepared.validation().map(data -> new DataObjective(network, loss, data, workers));
      assertTrue(training.baseline() >= 0);
      return new Trainer(method, Landscape.limits(epochs, 0))
          .fit(
              new Problem(
                  training,
                  Optional.empty(),
                  validation,
                  new Regularisation(0, 0, network),
                  training.baseline()),
              new double[network.parameters()],
              epoch -> {});
    }
  }
}
