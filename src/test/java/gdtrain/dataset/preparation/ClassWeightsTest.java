package gdtrain.dataset.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import gdtrain.Data;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.dataset.encoding.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Factors of classes, and the weights they lead to. */
class ClassWeightsTest {
  private static final Target TWO = new ClassTarget("y", List.of("a", "b"));
  private static final Target THREE = new ClassTarget("y", List.of("a", "b", "c"));

  private static double[] weights(
      ClassWeights classWeights, Target target, double[][] targets, double... weights) {
    double[][] x = new double[targets.length][1];
    return Data.weights(classWeights.weigh(Data.dataset(x, targets, weights, 2), target));
  }

  @Test
  void balancedClassesWeighTheSameAndAllAsMuchAsBefore() {
    // n / (K n_k) with n = 8, K = 2, n_a = 6, n_b = 2: scikit-learn's 'balanced'
    double[][] targets = {{0}, {0}, {1}, {0}};
    assertArrayEquals(
        new double[] {2 * 8 / 12.0, 8 / 12.0, 4, 2},
        weights(ClassWeights.parse("balanced"), TWO, targets, 2, 1, 2, 3),
        1e-15);
  }

  @Test
  void aClassThatNoTrainingRowHasIsNoneOfTheBalanced() {
    double[][] targets = {{1, 0, 0}, {0, 0, 1}, {0, 0, 1}};
    assertArrayEquals(
        new double[] {1.5, 0.75, 0.75},
        weights(ClassWeights.parse("balanced"), THREE, targets, 1, 1, 1));
  }

  @Test
  void factorsMultiplyAndTheTotalFollows() {
    double[][] targets = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    Dataset rows = Data.dataset(new double[3][1], targets, new double[] {1, 2, 3}, 2);
    Dataset weighed = ClassWeights.parse("c=0.5,a=2").weigh(rows, THREE);
    assertArrayEquals(new double[] {2, 2, 1.5}, Data.weights(weighed));
    assertEquals(5.5, weighed.totalWeight());
    assertArrayEquals(new double[] {1, 2, 3}, Data.weights(rows), "the rows keep theirs");
    assertSame(rows, ClassWeights.parse(null).weigh(rows, THREE));
  }

  @Test
  void labelsAreQuotedAsInCsv() {
    assertEquals(
        Map.of("a,b", 1.0, "x=y", 2.0, "say \"so\"", 3.0, " c ", 4.0),
        ClassWeights.parse("\"a,b\"=1,x=y=2,\"say \"\"so\"\"\"=3, c =4").factors());
  }
}
