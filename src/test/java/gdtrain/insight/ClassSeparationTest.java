package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Landscape;
import gdtrain.Training;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Scaling;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassSeparationTest {
  private static Rows rows(String file, String target) {
    return Rows.tasks("binary", Scaling.STANDARD).stream()
        .filter(rows -> rows.file().equals(file) && rows.target().equals(target))
        .findFirst()
        .orElseGet(() -> new Rows(file, target, List.of(), true, Scaling.STANDARD));
  }

  private static Optional<ClassSeparation> split(Dataset data, boolean intercept) {
    int inputs = data.inputs();
    int outputs = data.outputs();
    return ClassSeparation.of(data, intercept, Collections.nCopies(inputs * outputs, 0.0));
  }

  @Test
  void irisSetosaIsToldByTheLengthOfItsPetals() {
    Prepared iris = rows("iris.csv", "species").prepared();

    ClassSeparation split = split(iris.training(), true).orElseThrow();

    assertFalse(split.complete());
    assertTrue(split.sides() == ClassSeparation.Sides.APART);
    assertEquals(List.of(1, 2), split.classes());
    int feature = split.feature().orElseThrow();
    assertEquals("petal_length", iris.schema().features().get(feature).name());
    var unit = iris.schema().features().get(feature).unit();
    double raw = unit.center() + unit.scale() * split.threshold().orElseThrow();
    assertEquals((1.9 + 3.0) / 2, raw, 1e-12);
  }

  /** Which tasks are attained, separable or quasi-separable is known from another solver. */
  static List<Rows> attained() {
    return List.of("binary", "multiclass").stream()
        .flatMap(kind -> Rows.tasks(kind, Scaling.STANDARD).stream())
        .filter(rows -> status(rows).equals("attained"))
        .toList();
  }

  private static String status(Rows rows) {
    return rows.reference().get("unregularised").get("status").asText();
  }

  @ParameterizedTest
  @MethodSource("attained")
  void lossesWhoseMinimumIsAttainedAreNotCalledSeparable(Rows rows) {
    assertEquals(Optional.empty(), split(rows.prepared().training(), true));
  }

  static List<Rows> separable() {
    return List.of("binary", "multiclass").stream()
        .flatMap(kind -> Rows.tasks(kind, Scaling.STANDARD).stream())
        .filter(rows -> !status(rows).equals("attained"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("separable")
  void lossesWithoutMinimumAreCalledSeparable(Rows rows) {
    Dataset data = rows.prepared().training();

    ClassSeparation split = split(data, true).orElseThrow();

    if (data.outputs() == 1) {
      assertTrue(split.complete());
      assertEquals(List.of(1), split.classes());
      assertEquals(OptionalInt.empty(), split.feature());
    }
  }

  @Test
  void aModelThatTellsEveryPenguinShowsThatAllSpeciesAreSeparable() {
    Rows penguins = rows("penguins.csv", "species");
    Preparation wishes = Preparation.defaults();
    Training training =
        new Training(
            Data.file("penguins.csv"),
            new Preparation(
                Optional.of("species"),
                wishes.task(),
                wishes.weight(),
                wishes.include(),
                wishes.exclude(),
                wishes.scaling(),
                wishes.coding(),
                MissingPolicy.IMPUTE,
                wishes.expansion()),
            0,
            Landscape.limits(300, 0));
    Dataset data = penguins.prepared().training();

    ClassSeparation split =
        ClassSeparation.of(data, true, training.fit().parameters()).orElseThrow();

    assertTrue(split.complete());
    assertEquals(List.of(), split.classes());
    assertEquals(OptionalInt.empty(), split.feature());
  }

  /** Rows of the given inputs; the constant 1 follows them. */
  private static Dataset classes(int count, int[] labels, double[]... inputs) {
    double[][] x = new double[labels.length][];
    double[][] y = new double[labels.length][count == 2 ? 1 : count];
    for (int i = 0; i < labels.length; i++) {
      x[i] = Arrays.copyOf(inputs[i], inputs[i].length + 1);
      x[i][inputs[i].length] = 1;
      y[i][count == 2 ? 0 : labels[i]] = count == 2 ? labels[i] : 1;
    }
    double[] weights = new double[labels.length];
    Arrays.fill(weights, 1);
    return Data.dataset(x, y, weights, 2);
  }

  private static double[][] column(double... values) {
    return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
  }

  private static Dataset line(int count, int[] labels, double... x) {
    return classes(count, labels, column(x));
  }

  @Test
  void oneInputMayTellTwoClassesOrAllOfThem() {
    ClassSeparation two = split(line(2, new int[] {1, 1, 0, 0}, 1, 2, 4, 9), true).orElseThrow();
    assertTrue(two.complete());
    assertEquals(ClassSeparation.Sides.APART, two.sides());
    assertEquals(List.of(0), two.classes());
    assertEquals(3, two.threshold().orElseThrow());
    ClassSeparation three =
        split(line(3, new int[] {1, 1, 2, 2, 0}, 1, 2, 4, 5, 9), true).orElseThrow();
    assertTrue(three.complete());
    assertEquals(List.of(0), three.classes());
    assertEquals(7, three.threshold().orElseThrow());
  }

  /** A level that only one class has: no finite weight is long enough for it. */
  @Test
  void aLevelOfOneClassOnlyTouchesItsThreshold() {
    ClassSeparation split =
        split(line(2, new int[] {0, 1, 0, 1, 1}, 0, 0, 0, 1, 1), true).orElseThrow();

    assertFalse(split.complete());
    assertFalse(split.sides() == ClassSeparation.Sides.APART);
    assertEquals(List.of(1), split.classes());
    assertEquals(0, split.threshold().orElseThrow());
  }

  @Test
  void overlapsAreNotSeparable() {
    assertEquals(Optional.empty(), split(line(2, new int[] {0, 1, 0, 1}, 1, 2, 3, 4), true));
    assertEquals(
        Optional.empty(), split(line(3, new int[] {0, 1, 2, 0, 1, 2}, 1, 2, 3, 4, 0, 1), true));
    assertEquals(Optional.empty(), split(line(2, new int[] {0, 1, 0}, 5, 5, 5), true));
  }

  @Test
  void aCombinationMayTellWhatNoInputDoesAlone() {
    double[][] x = {{0, 1}, {2, 3.5}, {4, 5}, {1, 0}, {3.5, 2}, {5, 4}};
    ClassSeparation two = split(classes(2, new int[] {0, 0, 0, 1, 1, 1}, x), true).orElseThrow();
    assertTrue(two.complete());
    assertEquals(List.of(1), two.classes());
    assertEquals(OptionalInt.empty(), two.feature());
    Dataset data = classes(3, new int[] {0, 2, 0, 1, 1, 1}, x);
    List<Double> model = List.of(-1.0, 1.0, 0.1, 1.0, -1.0, 0.0, -1.0, 1.0, 0.0);
    ClassSeparation three = ClassSeparation.of(data, true, model).orElseThrow();
    assertFalse(three.complete());
    assertEquals(List.of(1), three.classes());
    assertEquals(OptionalInt.empty(), three.feature());
  }

  /** Without an intercept the only threshold is 0. */
  @Test
  void withoutAnInterceptClassesMustLieOnBothSidesOfZero() {
    int[] labels = {0, 0, 1, 1};
    assertEquals(Optional.empty(), withoutIntercept(labels, 1, 2, 3, 4));
    ClassSeparation both = withoutIntercept(labels, -2, -1, 3, 4).orElseThrow();
    assertTrue(both.complete());
    assertEquals(0, both.threshold().orElseThrow());
    ClassSeparation touching = withoutIntercept(labels, 0, -1, 3, 4).orElseThrow();
    assertFalse(touching.complete());
    assertEquals(ClassSeparation.Sides.BOTH, touching.sides());
  }

  private static Optional<ClassSeparation> withoutIntercept(int[] labels, double... x) {
    double[][] targets = column(Arrays.stream(labels).asDoubleStream().toArray());
    return split(Data.dataset(column(x), targets, new double[] {1, 1, 1, 1}, 4), false);
  }

  @Test
  void rowsOfWeightZeroAndClassesWithoutRowsDoNotCount() {
    double[][] x = {{1, 1}, {9, 1}, {3, 1}, {4, 1}};
    double[][] y = {{0}, {0}, {1}, {1}};
    assertTrue(split(Data.dataset(x, y, new double[] {1, 0, 1, 1}, 4), true).isPresent());
    assertEquals(Optional.empty(), split(Data.dataset(x, y, new double[] {1, 1, 0, 0}, 4), true));
    assertEquals(
        Optional.empty(), split(line(3, new int[] {0, 2, 0, 2, 0, 2}, 1, 2, 3, 4, 2, 3), true));
    assertEquals(Optional.empty(), split(line(2, new int[] {1}, 1), true));
  }
}
