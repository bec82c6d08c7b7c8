package gdtrain.dataset.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.dataset.Block;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.CategoricalEncoding;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Unit;
import gdtrain.table.BadTable;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** From cells to the numbers that enter the network. */
class FeaturesTest {
  /** x has mean 4 without the missing cell; c is b, a, b, missing, c. */
  private static final String CSV = "x,c,y\n1,b,1\n3,a,2\n,b,3.5\n5,,4\n7,c,5\n";

  @Test
  void numbersHaveMeanZeroAndDeviationOneAfterImputation() {
    Prepared prepared = Preparations.none().missing(MissingPolicy.IMPUTE).prepare(CSV);
    double deviation = Math.sqrt((9 + 1 + 0 + 1 + 9) / 5.0); // the imputed cell counts among the 5
    double[] x = Preparations.input(prepared, "x");
    assertArrayEquals(
        new double[] {-3 / deviation, -1 / deviation, 0, 1 / deviation, 3 / deviation}, x, 1e-15);
    assertEquals(0, DoubleStream.of(x).sum(), 1e-15);
    assertEquals(5, DoubleStream.of(x).map(v -> v * v).sum(), 1e-14);
    assertEquals(
        new NumericEncoding("x", 4, new Unit(4, deviation)), prepared.schema().encodings().get(0));
  }

  @Test
  void numbersGoFromZeroToOneByMinmaxAndStayAsTheyAreByNone() {
    assertArrayEquals(
        new double[] {0, 1 / 3.0, 0.5, 2 / 3.0, 1},
        Preparations.input(
            Preparations.none().missing(MissingPolicy.IMPUTE).scaling(Scaling.MINMAX).prepare(CSV),
            "x"),
        1e-15);
    assertArrayEquals(
        new double[] {1, 3, 4, 5, 7},
        Preparations.input(
            Preparations.none().missing(MissingPolicy.IMPUTE).scaling(Scaling.NONE).prepare(CSV),
            "x"));
  }

  @Test
  void statisticsKeepTheirDigitsFarFromZero() {
    Prepared prepared =
        Preparations.none()
            .missing(MissingPolicy.IMPUTE)
            .prepare("x,y\n1000000001,1\n1000000002,2\n1000000003,3.5\n");
    double[] x = Preparations.input(prepared, "x");
    double unit = Math.sqrt(1.5);
    assertArrayEquals(new double[] {-unit, 0, unit}, x, 1e-14);
  }

  @Test
  void numbersTooSmallOrLargeToBeSquaredAreScaledLikeOthers() {
    for (String power : List.of("e-300", "e-200", "e200", "e300")) {
      String csv = "x,z,y\n1%1$s,1,1\n2%1$s,2,2\n3%1$s,3,3.5\n".formatted(power);
      Prepared prepared = Preparations.none().missing(MissingPolicy.IMPUTE).prepare(csv);
      double end = Math.sqrt(1.5);
      assertArrayEquals(
          new double[] {-end, 0, end}, Preparations.input(prepared, "x"), 1e-15, power);
    }
  }

  @Test
  void categoriesHaveADummyForEveryLevelButTheFirstOrForAll() {
    Prepared treatment = Preparations.none().missing(MissingPolicy.IMPUTE).prepare(CSV);
    assertEquals(List.of("x", "c=b", "c=c", Schema.INTERCEPT), treatment.schema().inputNames());
    assertArrayEquals(new double[] {1, 0, 1, 1, 0}, Preparations.input(treatment, "c=b"));
    assertArrayEquals(new double[] {0, 0, 0, 0, 1}, Preparations.input(treatment, "c=c"));
    Prepared full =
        Preparations.none().missing(MissingPolicy.IMPUTE).coding(Coding.FULL).prepare(CSV);
    assertEquals(List.of("x", "c=a", "c=b", "c=c", Schema.INTERCEPT), full.schema().inputNames());
    assertArrayEquals(new double[] {0, 1, 0, 0, 0}, Preparations.input(full, "c=a"));
    assertArrayEquals(new double[] {1, 0, 1, 1, 0}, Preparations.input(full, "c=b"));
  }

  @Test
  void aMissingCategoryIsTheMostFrequentAndOfEquallyFrequentTheFirst() {
    assertEquals("b", imputed("c,y\nb,1\na,2\nb,3.5\n,4\n"));
    assertEquals("a", imputed("c,y\nb,1\na,2\n,3.5\nb,4\na,5\n"));
  }

  private static String imputed(String csv) {
    return ((CategoricalEncoding)
            Preparations.none()
                .missing(MissingPolicy.IMPUTE)
                .prepare(csv)
                .schema()
                .encodings()
                .get(0))
        .imputed();
  }

  @Test
  void theLastInputIsTheConstantOne() {
    double[] ones = new double[5];
    Arrays.fill(ones, 1);
    assertArrayEquals(
        ones,
        Preparations.input(
            Preparations.none().missing(MissingPolicy.IMPUTE).prepare(CSV), Schema.INTERCEPT));
    Prepared without =
        Prepared.of(Data.table(CSV), Preparation.defaults(), false, new Holdout.None(), note -> {});
    assertEquals(List.of("x", "c=b", "c=c", "c=(missing)"), without.schema().inputNames());
  }

  @Test
  void withoutAnInterceptNumbersAreScaledButNotCentred() {
    for (Scaling scaling : Scaling.values()) {
      Preparation wishes =
          Preparations.none()
              .missing(MissingPolicy.IMPUTE)
              .scaling(scaling)
              .expansion(2, true)
              .preparation();
      Schema with = prepared(wishes, true).schema();
      Prepared without = prepared(wishes, false);
      double[] x = {1, 3, 4, 5, 7};
      double unit = with.features().get(0).unit().scale();
      double square = with.features().get(3).unit().scale();
      for (int row = 0; row < x.length; row++) {
        assertEquals(x[row] / unit, Preparations.input(without, "x")[row], 1e-15);
        assertEquals(x[row] * x[row] / square, Preparations.input(without, "x^2")[row], 1e-15);
      }
    }
  }

  private static Prepared prepared(Preparation wishes, boolean intercept) {
    return Prepared.of(Data.table(CSV), wishes, intercept, new Holdout.None(), note -> {});
  }

  @Test
  void columnsThatDoNotVaryAreLeftOutByName() {
    String csv = "one,x,same,y\n1,1,q,1\n1,2,q,2\n,3,q,3.5\n";
    List<String> notes = new ArrayList<>();
    Prepared prepared = Preparations.none().missing(MissingPolicy.IMPUTE).prepare(csv, notes);
    assertEquals(List.of("x", Schema.INTERCEPT), prepared.schema().inputNames());
    assertTrue(notes.contains("column 'one' is left out: it does not vary"), notes::toString);
    assertTrue(notes.contains("column 'same' is left out: it does not vary"), notes::toString);
    Prepared kept =
        Preparations.none().missing(MissingPolicy.IMPUTE).columns("one", "").prepare(csv);
    assertArrayEquals(new double[] {0, 0, 0}, Preparations.input(kept, "one"));
    String sentence =
        assertThrows(
                BadTable.class,
                () ->
                    Preparations.none()
                        .missing(MissingPolicy.IMPUTE)
                        .prepare("one,y\n1,1\n1,2\n1,3\n"))
            .getMessage();
    assertEquals("standard input has no input column that varies", sentence);
  }

  @Test
  void rowsWithoutATargetAreLeftOutAndCounted() {
    List<String> notes = new ArrayList<>();
    Prepared prepared =
        Preparations.none()
            .missing(MissingPolicy.IMPUTE)
            .prepare("x,y\n1,1\n2,\n3,3.5\n4,4\n", notes);
    assertEquals(3, prepared.training().rows());
    assertTrue(notes.contains("1 of 4 rows are left out: target 'y' is missing"), notes::toString);
    String sentence =
        assertThrows(BadTable.class, () -> Preparations.target("y").prepare("x,y\n1,\n2,\n"))
            .getMessage();
    assertEquals("standard input has no value at all in its target column 'y'", sentence);
  }

  @Test
  void rowsWithAMissingInputAreImputedDroppedOrRefused() {
    assertEquals(
        5, Preparations.none().missing(MissingPolicy.IMPUTE).prepare(CSV).training().rows());
    List<String> notes = new ArrayList<>();
    Prepared dropped = Preparations.none().missing(MissingPolicy.DROP).prepare(CSV, notes);
    assertEquals(3, dropped.training().rows());
    assertTrue(
        notes.contains("2 of 5 rows are left out: an input is missing (⟦missing⟧ drop)"),
        notes::toString);
    String sentence =
        assertThrows(
                BadTable.class, () -> Preparations.none().missing(MissingPolicy.ERROR).prepare(CSV))
            .getMessage();
    assertEquals(
        "standard input, line 4, column 'x': the missing value is refused by missing error;"
            + " missing impute fills it",
        sentence);
    sentence =
        assertThrows(
                BadTable.class,
                () ->
                    Preparations.none().missing(MissingPolicy.DROP).prepare("x,c,y\n1,,1\n,b,2\n"))
            .getMessage();
    assertEquals(
        "standard input has no row without a missing input; missing impute fills them", sentence);
  }

  @Test
  void aColumnThatIsNoInputMayHaveMissingCellsUnderAnyPolicy() {
    String csv = "x,z,y\n1,,1\n2,5,2\n3,6,3.5\n";
    for (MissingPolicy policy : List.of(MissingPolicy.DROP, MissingPolicy.ERROR)) {
      Preparations wishes =
          Preparations.none().missing(MissingPolicy.IMPUTE).columns("", "z").missing(policy);
      assertEquals(3, wishes.prepare(csv).training().rows());
    }
  }

  @Test
  void anUnseenCategoryIsRefusedWithItsLineAndValueOrReadAsTheBase() {
    Schema schema = Preparations.none().missing(MissingPolicy.IMPUTE).prepare(CSV).schema();
    Table table = Data.table("y,c,x\n1,a,1\n2,q,2\n");
    String sentence = assertThrows(BadTable.class, () -> schema.encodeInputs(table)).getMessage();
    assertEquals(
        "standard input, line 3, column 'c': 'q' is none of the levels seen in training, a, b, c;"
            + " unseen base reads it as the base level, and a model trained with rare 2 has one for"
            + " others",
        sentence);
    double[][] inputs = Data.inputs(schema.acceptingUnseen().encodeInputs(table));
    assertArrayEquals(inputs[0], new double[] {inputs[0][0], 0, 0, 1});
    assertArrayEquals(inputs[1], new double[] {inputs[1][0], 0, 0, 1});
    assertTrue(inputs[0][0] < inputs[1][0]);
  }

  @Test
  void aTableNeedsTheColumnsOfTheModelInAnyOrderAndNoTarget() {
    Schema schema = Preparations.none().missing(MissingPolicy.IMPUTE).prepare(CSV).schema();
    double[][] trained = Data.inputs(schema.encode(Data.table(CSV)));
    double[][] turned = Data.inputs(schema.encodeInputs(Data.table("c,other,x\nb,0,1\na,0,3\n")));
    assertArrayEquals(trained[0], turned[0]);
    assertArrayEquals(trained[1], turned[1]);
    String sentence =
        assertThrows(BadTable.class, () -> schema.encodeInputs(Data.table("c,z\na,1\n")))
            .getMessage();
    assertEquals(
        "standard input has no column 'x', which the model needs; its columns are c, z", sentence);
  }

  @Test
  void aTextInANumericColumnOfTheModelIsRefused() {
    Schema schema = Preparations.none().missing(MissingPolicy.IMPUTE).prepare(CSV).schema();
    String sentence =
        assertThrows(
                BadTable.class, () -> schema.encodeInputs(Data.table("x,c\nfoo,a\n1,b\nbar,a\n")))
            .getMessage();
    assertEquals(
        "standard input, line 2, column 'x': 'foo' is not a number; mend it, or read it as missing"
            + " with na",
        sentence);
  }

  @Test
  void anAllMissingColumnOfNewDataIsImputed() {
    Schema schema = Preparations.none().missing(MissingPolicy.IMPUTE).prepare(CSV).schema();
    double[][] inputs = Data.inputs(schema.encodeInputs(Data.table("x,c\n,a\n,b\n")));
    assertArrayEquals(new double[] {0, 0, 0, 1}, inputs[0]);
    assertArrayEquals(new double[] {0, 1, 0, 1}, inputs[1]);
  }

  @Test
  void blocksHoldAllRowsInOrderHoweverMany() {
    StringBuilder csv = new StringBuilder("x,y\n");
    int rows = 40_000;
    for (int i = 0; i < rows; i++) {
      csv.append(i).append(',').append(i * 0.5).append('\n');
    }
    Dataset data =
        Preparations.none().missing(MissingPolicy.IMPUTE).prepare(csv.toString()).training();
    assertTrue(data.blocks() > 1);
    assertEquals(rows, data.rows());
    assertEquals(rows, data.totalWeight());
    assertEquals((rows - 1) * 0.25, Data.targetMeans(data).get(0), 1e-9);
    double[][] targets = Data.targets(data);
    for (int i = 0; i < rows; i++) {
      assertEquals(i * 0.5, targets[i][0]);
    }
    List<Integer> sizes = Data.blocks(data).map(Block::rows).toList();
    assertEquals(1, sizes.stream().limit(sizes.size() - 1).distinct().count());
  }
}
