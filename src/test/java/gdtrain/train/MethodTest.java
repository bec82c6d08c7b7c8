package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.Landscape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesALearningRateThatLeadsNowhere(double learningRate) {
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> Landscape.constant(learningRate))
            .getMessage();
    assertEquals("lr must be a number above 0, or auto, not " + learningRate, sentence);
  }
}
