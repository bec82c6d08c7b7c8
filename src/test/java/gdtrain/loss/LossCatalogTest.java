package gdtrain.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of losses with their settings, and the targets they suit. */
class LossCatalogTest {
  static List<Trial> trials() {
    return Trial.all();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void theNameReadsAsTheSameLoss(Trial trial) {
    assertEquals(trial.loss(), Losses.CATALOG.choose(trial.loss().name()));
  }

  @Test
  void anySettingIsReadBackExactly() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Loss loss = new Huber(random.nextDouble() * Math.pow(10, random.nextInt(20) - 10));
      assertEquals(loss, Losses.CATALOG.choose(loss.name()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hinge | 3 | with 3 classes; softmax-cross-entropy and focal do",
        "softmax-cross-entropy | 2 | with 2 classes; binary-cross-entropy, hinge, squared-hinge and focal do",
        "poisson | 2 | with 2 classes; binary-cross-entropy, hinge, squared-hinge and focal do",
        "focal:gamma=1 | 0 | of numbers; mse, mae, huber, quantile, log-cosh, poisson and gamma do",
      })
  void aLossThatDoesNotSuitSaysWhichDo(String text, int classes, String rest) {
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> Losses.chosen(text, "y", classes))
            .getMessage();
    assertEquals("loss %s does not suit target 'y' %s".formatted(text, rest), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hubber | loss: there is no 'hubber'; did you mean 'huber'? The names are mse, mae,",
        "huber:delta=0 | loss huber: delta must be above 0, not '0'",
        "quantile:q=1 | loss quantile: q must be between 0 and 1, not '1'",
        "focal:gamma=-1 | loss focal: gamma must be 0 or more, not '-1'",
        "binary-cross-entropy:smoothing=1 | smoothing must be at least 0 and below 1, not '1'",
        "mse:delta=1 | loss mse has no setting 'delta'; it has none",
      })
  void wrongTextsAreRefused(String text, String part) {
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> Losses.CATALOG.choose(text))
            .getMessage();
    assertTrue(sentence.contains(part), sentence);
  }

  @Test
  void chosenSuits() {
    assertEquals(new Focal(2), Losses.chosen("focal", "y", 2));
    assertEquals(new Focal(2), Losses.chosen("focal", "y", 7));
    assertEquals(new Poisson(), Losses.chosen("poisson", "y", 0));
  }
}
