package gdtrain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.Data;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.dataset.encoding.NumericTarget;
import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.encoding.Unit;
import gdtrain.loss.Losses;
import gdtrain.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionTableTest {
  private static final Target NUMBER = new NumericTarget("y", new Unit(10, 2));
  private static final Target TWO = new ClassTarget("y", List.of("no", "yes, sir"));
  private static final Target THREE = new ClassTarget("y", List.of("a", "b", "c"));

  /** The table of predictions that come in two blocks. */
  private static String table(
      Target target, String loss, Optional<Table> rows, double[] first, double[] second)
      throws IOException {
    StringBuilder out = new StringBuilder();
    PredictionTable table =
        new PredictionTable(target, Losses.CATALOG.choose(loss), rows.map(RowsToExtend::of));
    table.writeHeader(out);
    table.write(
        visitor -> {
          visitor.accept(first);
          visitor.accept(second);
        },
        () -> {
          throw new AssertionError("nothing asks for the rows");
        },
        out);
    return out.toString();
  }

  private static double[] row(double... numbers) {
    return numbers;
  }

  @Test
  void numbersAreInTheUnitOfTheTarget() throws IOException {
    assertEquals(
        "prediction\n10.0\n8.0\nNaN\n",
        table(NUMBER, "mse", Optional.empty(), row(0, -1), row(Double.NaN)));
  }

  @Test
  void twoClassesHaveTheProbabilityOfBoth() throws IOException {
    assertEquals(
        """
        prediction,probability_no,"probability_yes, sir"
        no,0.75,0.25
        "yes, sir",0.5,0.5
        """,
        table(TWO, "binary-cross-entropy", Optional.empty(), row(0.25), row(0.5)));
  }

  @Test
  void aLossWithoutProbabilitiesGivesTheClassOnly() throws IOException {
    assertEquals(
        "prediction\n\"yes, sir\"\nno\n",
        table(TWO, "hinge", Optional.empty(), row(1.5), row(-0.1)));
  }

  @Test
  void moreClassesHaveAColumnEach() throws IOException {
    assertEquals(
        """
        prediction,probability_a,probability_b,probability_c
        b,0.25,0.5,0.25
        c,0.0,0.0,1.0
        """,
        table(
            THREE, "softmax-cross-entropy", Optional.empty(), row(0.25, 0.5, 0.25), row(0, 0, 1)));
  }

  @Test
  void rowsMayStandBeforeThePredictionsAsTheyWereWritten() throws IOException {
    Table rows = Data.table("x,name\none,\"a, b\"\n,面\n");
    assertEquals(
        "x,name,prediction\none,\"a, b\",12.0\n\"\",面,14.0\n",
        table(NUMBER, "mse", Optional.of(rows), row(1), row(2)));
  }
}
