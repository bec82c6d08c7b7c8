package gdtrain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.Data;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.preparation.Expansion;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.table.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TriangleTest {
  static List<Arguments> tasks() {
    List<Arguments> cases = new ArrayList<>();
    for (String kind : List.of("regression", "binary")) {
      for (Rows rows : Rows.tasks(kind, Scaling.NONE)) {
        cases.add(Arguments.of(rows, true));
        cases.add(Arguments.of(rows, false));
      }
    }
    return cases;
  }

  @ParameterizedTest(name = "{0}, intercept {1}")
  @MethodSource("tasks")
  void itTellsWhatAnotherScalingWouldGive(Rows rows, boolean intercept) {
    Prepared raw = rows.prepared(intercept);
    Prepared standard = rows.with(Scaling.STANDARD).prepared(intercept);
    Prepared minmax = rows.with(Scaling.MINMAX).prepared(intercept);
    Triangle ofRaw = triangle(raw, intercept);
    Triangle ofStandard = triangle(standard, intercept);
    Triangle ofMinmax = triangle(minmax, intercept);

    assertSameSpectrum(ofStandard, ofRaw.standardised(raw.schema()));
    assertSameSpectrum(ofStandard, ofMinmax.standardised(minmax.schema()));
    assertSameSpectrum(ofStandard, ofStandard.standardised(standard.schema()));
    assertSameSpectrum(ofRaw, ofStandard.raw(standard.schema()));
    assertSameSpectrum(ofRaw, ofMinmax.raw(minmax.schema()));
    assertSameSpectrum(ofRaw, ofRaw.raw(raw.schema()));
  }

  private static Triangle triangle(Prepared prepared, boolean intercept) {
    return Triangle.of(prepared.training(), intercept).orElseThrow();
  }

  private static void assertSameSpectrum(Triangle expected, Triangle actual) {
    Spectrum one = Spectrum.of(expected.inputs(0.001));
    Spectrum other = Spectrum.of(actual.inputs(0.001));
    assertEquals(one.flat(), other.flat());
    for (int i = 0; i < one.eigenvalues().size(); i++) {
      double value = one.eigenvalues().get(i);
      assertEquals(value, other.eigenvalues().get(i), 1e-8 * value);
    }
  }

  /** Squares, products with the 0 and 1 of a level, weights, and a constant kept by --include. */
  @Test
  void productsAreScaledAndLevelsAreNot() {
    String csv = "a,g,k,w,y\n1,u,3,1,2\n2,v,3,2,1\n4,v,3,1,5\n7,u,3,3,2\n9,w,3,1,4\n11,w,3,0.5,1\n";
    Prepared raw = expanded(csv, Scaling.NONE);
    Prepared standard = expanded(csv, Scaling.STANDARD);

    assertSameSpectrum(triangle(standard, true), triangle(raw, true).standardised(raw.schema()));
    assertSameSpectrum(triangle(raw, true), triangle(standard, true).raw(standard.schema()));
  }

  private static Prepared expanded(String csv, Scaling scaling) {
    Preparation wishes =
        new Preparation(
            Optional.of("y"),
            Optional.empty(),
            Optional.of("w"),
            Selection.parse("k"),
            Selection.none(),
            scaling,
            Coding.TREATMENT,
            MissingPolicy.IMPUTE,
            new Expansion(2, true));
    return Prepared.of(Data.table(csv), wishes, true, new Holdout.None(), note -> {});
  }

  /** Rows enough for several stacks, in blocks of another size. */
  @Test
  void itIsTheSameHoweverTheRowsAreCut() {
    double[][] x = Data.normal(1000, 5, new Random(4));
    double[][] y = Data.normal(1000, 1, new Random(5));
    double[] weights = new Random(6).doubles(1000, 0, 1).toArray();
    Dataset one = Data.dataset(x, y, weights, 1000);
    Dataset many = Data.dataset(x, y, weights, 33);

    LeastSquares expected = new LeastSquares(Triangle.of(one, false).orElseThrow(), 0);
    LeastSquares actual = new LeastSquares(Triangle.of(many, false).orElseThrow(), 0);

    assertEquals(expected.parameters(), actual.parameters());
    assertEquals(
        5, Spectrum.of(Triangle.of(one, false).orElseThrow().inputs(0)).eigenvalues().size());
  }

  @Test
  void tooManyInputsAreNotMadeATriangle() {
    double[][] x = Data.normal(3, 201, new Random(4));
    Dataset data = Data.dataset(x, Data.normal(3, 1, new Random(5)), new double[] {1, 1, 1}, 3);

    assertEquals(Optional.empty(), Triangle.of(data, false));
  }
}
