package gdtrain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.train.Ending;
import gdtrain.train.Epoch;
import gdtrain.train.Fit;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTextTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static Epoch epoch(int number, double loss) {
    return new Epoch(number, loss, loss, OptionalDouble.empty(), loss, OptionalDouble.empty());
  }

  private static String text(Ending ending, Epoch kept, Epoch last, double distance) {
    return EndingText.of(
        new Fit(List.of(), kept, last, ending, 0, 0, distance, OptionalDouble.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONVERGED | converged after 1,200 epochs: estimated distance to the minimum 1e-6 of the weights' norm",
        "ZERO_LOSS | stopped after 1,200 epochs: the loss is 0 as far as double precision can tell",
        "EXHAUSTED | stopped after 1,200 epochs: no step lowers the loss any more in double precision",
        "EPOCHS | not converged: stopped after 1,200 epochs, the limit (⟦epochs⟧)",
        "TIME | not converged: stopped after 1,200 epochs by ⟦time-limit⟧",
        "PATIENCE | stopped after 1,200 epochs by ⟦patience⟧: the validation loss was lowest at epoch 1,100",
        "INTERRUPTED | interrupted after 1,200 epochs",
      })
  void everyEndingHasItsSentence(Ending ending, String sentence) {
    assertEquals(sentence, text(ending, epoch(1100, 0.5), epoch(1200, 0.25), 1e-6));
  }

  @Test
  void oneEpochIsSingularAndADistanceMayBeUnknown() {
    assertEquals(
        "converged after 1 epoch", text(Ending.CONVERGED, epoch(1, 1), epoch(1, 1), INFINITE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONVERGED | converged after 9 epochs; the loss is at most 0.0123 % above its minimum",
        "EPOCHS | not converged: stopped after 9 epochs, the limit (⟦epochs⟧); the loss is at most 0.0123 % above its minimum",
        "INTERRUPTED | interrupted after 9 epochs; the loss is at most 0.0123 % above its minimum",
      })
  void aBoundIsSaidHoweverTheRunEnded(Ending ending, String sentence) {
    OptionalDouble gap = OptionalDouble.of(1.23e-4);
    assertEquals(
        sentence,
        EndingText.of(new Fit(List.of(), epoch(8, 1), epoch(9, 1), ending, 0, 0, INFINITE, gap)));
  }

  @Test
  void divergenceNamesTheLastFiniteAndTheBestEpoch() {
    assertEquals(
        "diverged at epoch 9; the last finite epoch is 8; the best was epoch 2 with loss 0.5",
        text(Ending.DIVERGED, epoch(2, 0.5), epoch(9, Double.NaN), INFINITE));
    assertEquals(
        "diverged at epoch 9, whose loss is 1e20; the best was epoch 2 with loss 0.5",
        text(Ending.DIVERGED, epoch(2, 0.5), epoch(9, 1e20), INFINITE));
    assertEquals(
        "diverged at epoch 0",
        text(Ending.DIVERGED, epoch(0, Double.NaN), epoch(0, Double.NaN), INFINITE));
  }
}
