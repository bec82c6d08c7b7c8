package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.metric.ThresholdRule.Chosen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdRuleTest {
  private static final ScoredRows MIXED = rows(new int[] {0, 1, 0, 1}, .2, .4, .6, .8);
  private static final ScoredRows NEGATIVE = rows(new int[] {0, 0}, .3, .7);
  private static final ScoredRows POSITIVE = rows(new int[] {1, 1}, .3, .7);

  private static ScoredRows rows(int[] truths, double... scores) {
    ScoredRows rows = new ScoredRows(2, true, truths.length);
    for (int i = 0; i < truths.length; i++) {
      rows.addClass(truths[i], new double[] {1 - scores[i], scores[i]}, 0, 1);
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "best:accuracy, 0.4, 0.75, 0.5", // as good as from 0.8 on
    "best:f1, 0.4, 0.8, 0.5",
    "best:balanced_accuracy, 0.4, 0.75, 0.5",
    "best:mcc, 0.4, 0.5773502691896258, 0", // 2 / sqrt(12)
    "'cost:fp=1,fn=1', 0.4, -0.25, -0.5",
    "'cost:fp=9,fn=1', 0.8, -0.25, -2.5",
    "'cost:fp=0,fn=1', 0.2, 0, -0.25",
  })
  void theLowestOfTheBestIsTaken(String rule, double threshold, double value, double usual) {
    Chosen chosen = ThresholdRule.parse(rule).choose(List.of(MIXED));

    assertEquals(threshold, chosen.threshold());
    assertEquals(value, chosen.value(), 1e-15);
    assertEquals(usual, chosen.usual(), 1e-15);
  }

  @Test
  void nothingIsCalledPositiveWhereThatIsBest() {
    Chosen chosen = ThresholdRule.parse("best:accuracy").choose(List.of(NEGATIVE));

    assertEquals(new Chosen(1, 1, 0.5), chosen);
  }

  @ParameterizedTest
  @CsvSource({
    "best:f1, 0.3, 0.5", // 0 in the fold without positives, 1 in the other
    "best:mcc, 0.3, 0",
    "best:balanced_accuracy, 0.3, 0.5",
  })
  void foldsOfOneClassCountLikeTheOthers(String rule, double threshold, double value) {
    Chosen chosen = ThresholdRule.parse(rule).choose(List.of(NEGATIVE, POSITIVE));

    assertEquals(threshold, chosen.threshold());
    assertEquals(value, chosen.value(), 1e-15);
  }
}
