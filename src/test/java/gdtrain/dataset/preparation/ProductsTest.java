package gdtrain.dataset.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.ProductTerm;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Unit;
import gdtrain.table.BadTable;
import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Powers of columns and products of features. */
class ProductsTest {
  private static final String CSV =
      "x,c,z,d,y\n1,a,2,p,1\n2,b,3,q,2\n3,c,5,p,3.5\n,a,2,q,4\n6,b,7,p,5\n";
  private static final Preparations RAW = Preparations.none().scaling(Scaling.NONE);

  @Test
  void powersFollowTheColumnsAndProductsFollowThePowers() {
    assertEquals(
        List.of("x", "c=b", "c=c", "z", "d=q", "x^2", "x^3", "z^2", "z^3", Schema.INTERCEPT),
        RAW.expansion(3, false).prepare(CSV).schema().inputNames());
    assertEquals(
        List.of(
            "x",
            "c=b",
            "c=c",
            "z",
            "d=q",
            "x^2",
            "z^2",
            "x:c=b",
            "x:c=c",
            "x:z",
            "x:d=q",
            "c=b:z",
            "c=c:z",
            "c=b:d=q",
            "z:d=q",
            Schema.INTERCEPT),
        RAW.expansion(2, true).prepare(CSV).schema().inputNames());
  }

  @Test
  void actOnRawImputedValues() {
    Prepared prepared = RAW.expansion(3, true).prepare(CSV);
    assertArrayEquals(new double[] {1, 4, 9, 9, 36}, Preparations.input(prepared, "x^2"));
    assertArrayEquals(new double[] {1, 8, 27, 27, 216}, Preparations.input(prepared, "x^3"));
    assertArrayEquals(new double[] {2, 6, 15, 6, 42}, Preparations.input(prepared, "x:z"));
    assertArrayEquals(new double[] {0, 2, 0, 0, 6}, Preparations.input(prepared, "x:c=b"));
    assertArrayEquals(new double[] {0, 1, 0, 0, 0}, Preparations.input(prepared, "c=b:d=q"));
  }

  @Test
  void haveAUnitOfTheirOwn() {
    double[] squares = {1, 4, 9, 9, 36};
    double mean = 59 / 5.0;
    double deviation = Math.sqrt(1475 / 5.0 - mean * mean);
    double[] scaled =
        Preparations.input(Preparations.none().expansion(2, false).prepare(CSV), "x^2");
    for (int i = 0; i < squares.length; i++) {
      assertEquals((squares[i] - mean) / deviation, scaled[i], 1e-14);
    }
    assertArrayEquals(
        new double[] {0, 3 / 35.0, 8 / 35.0, 8 / 35.0, 1},
        Preparations.input(
            Preparations.none().scaling(Scaling.MINMAX).expansion(2, false).prepare(CSV), "x^2"),
        1e-15);
  }

  @Test
  void areMeasuredByTheWeightsOfTheRows() {
    Preparations wishes = Preparations.target("y").expansion(2, true);
    List<ProductTerm> weighted =
        wishes
            .weight("w")
            .prepare("w,x,z,y\n2,1,4,1\n0,2,9,9\n1,3,5,2\n1,5,8,3\n")
            .schema()
            .products();
    List<ProductTerm> repeated =
        wishes.prepare("x,z,y\n1,4,1\n1,4,1\n3,5,2\n5,8,3\n").schema().products();
    assertEquals(List.of("x^2", "z^2", "x:z"), repeated.stream().map(ProductTerm::name).toList());
    for (int i = 0; i < repeated.size(); i++) {
      Unit expected = repeated.get(i).unit();
      assertEquals(expected.center(), weighted.get(i).unit().center(), 1e-13);
      assertEquals(expected.scale(), weighted.get(i).unit().scale(), 1e-13);
    }
  }

  @Test
  void fullCodingMultipliesEveryLevelButNoTwoOfOneColumn() {
    List<String> names =
        RAW.coding(Coding.FULL)
            .expansion(1, true)
            .prepare("c,d,x,y\na,p,1,1\nb,q,2,2\na,q,3,3.5\nb,p,5,4\n")
            .schema()
            .inputNames();
    assertEquals(
        List.of(
            "c=a:d=p",
            "c=a:d=q",
            "c=b:d=p",
            "c=b:d=q",
            "c=a:x",
            "c=b:x",
            "d=p:x",
            "d=q:x",
            Schema.INTERCEPT),
        names.subList(5, names.size()));
  }

  @Test
  void thatDoNotVaryAreLeftOutByName() {
    List<String> notes = new ArrayList<>();
    Prepared prepared = RAW.expansion(1, true).prepare(CSV, notes);
    assertTrue(!prepared.schema().inputNames().contains("c=c:d=q"));
    assertTrue(notes.contains("left out, the product does not vary: 'c=c:d=q'"), notes::toString);
    assertTrue(
        notes.contains(
            "added by ⟦interactions⟧: 'x:c=b', 'x:c=c', 'x:z', 'x:d=q', 'c=b:z', 'c=c:z',"
                + " 'c=b:d=q', 'z:d=q'"),
        notes::toString);
  }

  @Test
  void powersThatSayNothingNewAreLeftOutByName() {
    String csv = "two,three,y\n0,4,1\n1,6,2\n0,8,3.5\n1,4,4\n";
    List<String> notes = new ArrayList<>();
    Prepared prepared = RAW.expansion(3, false).prepare(csv, notes);
    assertEquals(
        List.of("two", "three", "three^2", Schema.INTERCEPT), prepared.schema().inputNames());
    assertTrue(
        notes.contains(
            "left out, the column has too few different values: 'two^2', 'two^3', 'three^3'"),
        notes::toString);
    assertTrue(notes.contains("added by ⟦degree⟧: 'three^2'"), notes::toString);
    Prepared without =
        Prepared.of(
            Data.table(csv),
            RAW.expansion(3, false).preparation(),
            false,
            new Holdout.None(),
            note -> {});
    assertEquals(List.of("two", "three", "three^2", "three^3"), without.schema().inputNames());
  }

  @Test
  void aLongListOfNamesIsCut() {
    String names = IntStream.range(0, 8).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
    String csv = names + ",y\n1,2,3,4,5,6,7,8,1\n2,5,7,1,4,3,9,4,2\n4,1,3,3,8,2,2,9,3\n";
    List<String> notes = new ArrayList<>();
    assertEquals(8 + 28 + 1, RAW.expansion(1, true).prepare(csv, notes).schema().inputs());
    assertTrue(
        notes.stream().anyMatch(n -> n.startsWith("added") && n.endsWith("'x3:x5' and 8 more")),
        notes::toString);
  }

  @Test
  void aWishWithoutEffectIsRefused() {
    String none = "degree has no effect: no numeric input has more than two different values";
    assertEquals(none, refused(RAW.expansion(2, false), "c,y\na,1\nb,2\na,3.5\n"));
    assertEquals(none, refused(RAW.expansion(2, true), "x,z,y\n0,1,1\n1,5,2\n1,1,3.5\n"));
    none = "interactions has no effect: there are no two input columns whose product varies";
    assertEquals(none, refused(RAW.expansion(1, true), "x,y\n0,1\n1,2\n2,3.5\n"));
    assertEquals(none, refused(RAW.expansion(3, true), "x,y\n0,1\n1,2\n2,3.5\n"));
    assertEquals(none, refused(RAW.expansion(1, true), "c,y\na,1\nb,2\nc,3.5\n"));
    assertEquals(none, refused(RAW.expansion(1, true), "x,z,y\n0,1,1\n1,0,2\n0,0,3.5\n"));
  }

  private static String refused(Preparations wishes, String csv) {
    return assertThrows(IllegalArgumentException.class, () -> wishes.prepare(csv)).getMessage();
  }

  @Test
  void tooManyAreRefusedBeforeTheyAreMade() {
    int columns = 142;
    String names =
        IntStream.range(0, columns).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
    String ones = "1,".repeat(columns);
    String csv =
        "%s,y\n%s1\n%s2\n%s3.5\n"
            .formatted(names, ones, "2,".repeat(columns), "4,".repeat(columns));
    assertEquals(
        "degree and interactions would add 10,011 inputs to 142, and the most is 10,000;"
            + " exclude leaves columns out",
        refused(RAW.expansion(1, true), csv));
    assertEquals(2 * columns + 1, RAW.expansion(3, false).prepare(csv).schema().inputs());
  }

  @Test
  void twoInputsOfOneNameAreRefused() {
    for (String csv :
        List.of("x,x^2,y\n1,1,1\n2,5,2\n3,8,3.5\n", "x^2,x,y\n1,1,1\n5,2,2\n8,3,3.5\n")) {
      assertEquals(
          "two inputs would have the name 'x^2'; rename a column, or leave one out with exclude",
          refused(RAW.expansion(2, false), csv));
    }
    assertEquals(
        "two inputs would have the name 'a:b:c'; rename a column, or leave one out with exclude",
        refused(RAW.expansion(1, true), "a,b:c,a:b,c,y\n1,2,5,3,1\n2,4,1,3,2\n7,1,2,9,3.5\n"));
    assertEquals(4, RAW.prepare("x,x^2,a,y\n1,1,2,1\n2,5,2,2\n3,8,3,3.5\n").schema().inputs());
  }

  @Test
  void namesMayHoldAnyCharacters() {
    Prepared prepared =
        RAW.expansion(2, true)
            .prepare("\"a:b, \"\"^\"\"\",\u00e9=\ud83d\ude00,y\n1,4,1\n2,9,2\n5,8,3.5\n");
    assertArrayEquals(
        new double[] {4, 18, 40}, Preparations.input(prepared, "a:b, \"^\":\u00e9=\ud83d\ude00"));
    assertArrayEquals(new double[] {1, 4, 25}, Preparations.input(prepared, "a:b, \"^\"^2"));
  }

  @Test
  void aValueTooLargeForAPowerIsRefusedWithItsPlaceInTrainingAndLater() {
    String csv = "x,z,y\n1e103,1,1\n-2e102,2,2\n3e101,3,3.5\n1,1,4\n";
    assertEquals(
        "standard input, line 2, column 'x': '1.0E103' makes the input 'x^3' too large for a"
            + " number; give the column another unit",
        assertThrows(BadTable.class, () -> RAW.expansion(3, false).prepare(csv)).getMessage());
    Schema schema = RAW.expansion(1, true).prepare("z,x,y\n1,1,1\n2,2,2\n3,5,3.5\n").schema();
    Table later = Data.table("x,z\n1,1\n-1e200,-1e190\n");
    assertEquals(
        "standard input, line 3, column 'x': '-1.0E200' makes the input 'z:x' too large for a"
            + " number; give the column another unit",
        assertThrows(BadTable.class, () -> schema.encodeInputs(later)).getMessage());
  }

  @Test
  void aPowerWhoseSquareIsNoNumberIsScaledLikeOthers() {
    String csv = "x,y\n1%1$s,1\n2%1$s,2\n3%1$s,3.5\n";
    Prepared plain = Preparations.none().expansion(2, false).prepare(csv.formatted(""));
    Prepared large = Preparations.none().expansion(2, false).prepare(csv.formatted("e100"));
    assertArrayEquals(Preparations.input(plain, "x^2"), Preparations.input(large, "x^2"), 1e-14);
  }

  @Test
  void anUnseenCategoryReadAsTheBaseHasNoProducts() {
    Schema schema = RAW.expansion(1, true).prepare(CSV).schema().acceptingUnseen();
    int index = schema.inputNames().indexOf("x:c=b");
    double[][] inputs =
        Data.inputs(schema.encodeInputs(Data.table("x,c,z,d\n4,b,1,p\n4,new,1,p\n")));
    assertEquals(4, inputs[0][index]);
    assertEquals(0, inputs[1][index]);
  }
}
