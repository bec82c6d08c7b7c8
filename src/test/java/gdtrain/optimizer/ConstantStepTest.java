package gdtrain.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantStepTest {
  @Test
  void alwaysGoesTheSameLengthWhateverItMeets() {
    Steps steps = new ConstantStep(0.01).start();
    assertEquals(0.01, steps.first());
    Trial uphill = new Trial(0.01, 1, Double.NaN, 4, -1, 1);
    assertTrue(steps.retry(uphill).isEmpty());
    assertEquals(0.01, steps.next(uphill));
    assertEquals("constant 0.01", new ConstantStep(0.01).description());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesALengthThatLeadsNowhere(double learningRate) {
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> new ConstantStep(learningRate))
            .getMessage();
    assertEquals("--lr must be a number above 0, or auto, not " + learningRate, sentence);
  }
}
