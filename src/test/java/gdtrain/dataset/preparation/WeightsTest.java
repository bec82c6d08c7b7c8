package gdtrain.dataset.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.Schema;
import gdtrain.table.BadTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final Preparations BY_W = Preparations.target("y").weight("w");

  @Test
  void aRowOfWeightTwoIsTwoRowsAndOneOfWeightZeroNone() {
    Prepared weighted = BY_W.prepare("w,x,c,y\n1,1,a,1\n2,4,b,2\n0,9,b,3.5\n1,,a,4\n1,2,,5\n");
    Prepared repeated =
        Preparations.target("y").prepare("x,c,y\n1,a,1\n4,b,2\n4,b,2\n,a,4\n2,,5\n");
    NumericEncoding expected = (NumericEncoding) repeated.schema().encodings().get(0);
    NumericEncoding actual = (NumericEncoding) weighted.schema().encodings().get(0);
    assertEquals(expected.unit().center(), actual.unit().center(), 1e-15);
    assertEquals(expected.unit().scale(), actual.unit().scale(), 1e-15);
    assertEquals(expected.imputed(), actual.imputed(), 1e-15);
    assertEquals(repeated.schema().encodings().get(1), weighted.schema().encodings().get(1));
    assertEquals(5, weighted.training().totalWeight());
    assertEquals(
        Data.targetMeans(repeated.training()).get(0),
        Data.targetMeans(weighted.training()).get(0),
        1e-15);
    assertArrayEquals(new double[] {1, 2, 0, 1, 1}, Data.weights(weighted.training()));
  }

  @Test
  void aColumnThatVariesOnlyInRowsOfWeightZeroIsLeftOut() {
    Prepared prepared = BY_W.prepare("w,x,z,y\n1,1,5,1\n1,2,5,2\n0,3,6,3.5\n");
    assertEquals(List.of("x", Schema.INTERCEPT), prepared.schema().inputNames());
  }

  @Test
  void aWeightIsANumberOfZeroOrMore() {
    assertEquals(
        "standard input, line 3, column 'w': '-1' is not a weight; weights are numbers of 0 or more",
        fault("w,x,y\n1,1,1\n-1,2,2\n1,3,3.5\n"));
    assertEquals(
        "standard input, line 4, column 'w': the missing value is not a weight; weights are"
            + " numbers of 0 or more",
        fault("w,x,y\n1,1,1\n1,2,2\n,3,3.5\n"));
  }

  @Test
  void weightsThatAreAllZeroAreRefused() {
    assertEquals(
        "the 3 rows of standard input that are learned from all have weight 0; one of them must"
            + " weigh more",
        fault("w,x,y\n0,1,1\n0,2,2\n0,3,3.5\n"));
  }

  @Test
  void validationRowsThatAllWeighNothingAreRefused() {
    Preparation wishes = BY_W.preparation();
    BadTable refused =
        assertThrows(
            BadTable.class,
            () ->
                Prepared.of(
                    Data.table("w,x,y\n1,1,1\n1,2,2\n1,3,3.5\n"),
                    wishes,
                    true,
                    new Holdout.Other(Data.table("w,x,y\n0,1,1\n0,2,2\n")),
                    note -> {}));
    assertTrue(refused.getMessage().contains("that are held out all have weight 0"));
  }

  private static String fault(String csv) {
    return assertThrows(BadTable.class, () -> BY_W.prepare(csv)).getMessage();
  }
}
