package gdtrain.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.insight.GradientCheck.CheckedLayer;
import gdtrain.insight.GradientCheck.CheckedLayer.Worst;
import gdtrain.metric.MeanAndDeviation;
import gdtrain.metric.Metric;
import gdtrain.metric.Metrics;
import gdtrain.model.Parameter;
import gdtrain.report.terrain.TerrainTable;
import gdtrain.train.Epoch;
import gdtrain.train.ObjectiveValue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of cross-validation, terrain and check. */
class TablesTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, UTF_8);

  private String written() {
    return bytes.toString(UTF_8);
  }

  private static Metrics metrics(int rows, double loss, double r2) {
    return new Metrics(rows, loss, List.of(new Metric("r2", r2)));
  }

  @Test
  void foldsEndWithMeanAndDeviation() {
    FoldTable table = new FoldTable(List.of("1", "north, south"), out);
    table.add("1", metrics(4, 1, 0.5));
    table.add("north, south", metrics(6, 3, Double.NaN));
    Map<String, MeanAndDeviation> all = table.finish();
    assertEquals(
        """
        fold,metric,value
        1,rows,4
        1,loss,1.0
        1,r2,0.5
        "north, south",rows,6
        "north, south",loss,3.0
        "north, south",r2,
        mean,rows,5.0
        mean,loss,2.0
        mean,r2,
        sd,rows,1.4142135623730951
        sd,loss,1.4142135623730951
        sd,r2,
        """,
        written());
    assertEquals(new MeanAndDeviation(2, Math.sqrt(2)), all.get("loss"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mean", "sd"})
  void noFoldIsCalledLikeTheSummary(String name) {
    var mistake =
        assertThrows(IllegalArgumentException.class, () -> new FoldTable(List.of("1", name), out));
    assertEquals(
        "a fold is called '%s', which is for the %1$s of all folds; give it another name"
            .formatted(name),
        mistake.getMessage());
  }

  private static Epoch epoch(int number, double loss) {
    return new Epoch(number, loss, loss + 1, OptionalDouble.empty(), 0, OptionalDouble.empty());
  }

  private void terrain(boolean objective) {
    TerrainTable table = new TerrainTable(objective, false, out);
    table.begin();
    table.surface(-1, 0.5, new ObjectiveValue(2, 3));
    table.path(0, 0, epoch(7, 1));
    table.step("best", 0.25, new ObjectiveValue(Double.POSITIVE_INFINITY, Double.NaN));
  }

  @Test
  void terrainHasAKindForSurfacePathAndSteps() {
    terrain(false);
    assertEquals(
        """
        kind,x,y,loss,epoch
        surface,-1.0,0.5,2.0,
        path,0.0,0.0,1.0,7
        best,0.25,,Infinity,
        """,
        written());
  }

  @Test
  void terrainWithAPenaltyHasTheObjectiveToo() {
    terrain(true);
    assertEquals(
        """
        kind,x,y,loss,epoch,objective
        surface,-1.0,0.5,2.0,,3.0
        path,0.0,0.0,1.0,7,2.0
        best,0.25,,Infinity,,NaN
        """,
        written());
  }

  private static CheckTable check() {
    List<Parameter> parameters =
        List.of(
            new Parameter(1, "h1_1", "面積", 0, 0),
            new Parameter(1, "h1_1", "(intercept)", 0, 0),
            new Parameter(2, "y", "h1_1", 0, 0));
    return new CheckTable(
        List.of(
            new CheckedLayer(0, 2000, 10, 2, new Worst(0, 1.5, 1.25, 0.125)),
            new CheckedLayer(1, 1, 1, 1, new Worst(-1, Double.NaN, Double.NaN, 0))),
        parameters,
        2);
  }

  @Test
  void aCheckHasARowForEveryLayer() {
    assertEquals(
        """
          layer      checked  error  backpropagated  differences          parameter
          1      10 of 2,000  0.125               3          2.5  '面積' for 'h1_1'
          2           1 of 1      0             NaN          NaN                  -
        """,
        check().text(TableFormat.TABLE, 0.1));
    assertEquals(
        """
        layer,parameters,checked,excused,error,output,input,backpropagated,differences
        1,2000,10,2,0.125,h1_1,面積,3.0,2.5
        2,1,1,1,0.0,,,NaN,NaN
        """,
        check().text(TableFormat.CSV, 0.1));
  }

  @Test
  void aCheckAsJsonHasNullForNaN() {
    String json = check().text(TableFormat.JSON, 0.1).replaceAll("\\s+", "");
    assertEquals(
        "{\"tolerance\":0.1,\"error\":0.125,\"layers\":["
            + "{\"layer\":1,\"parameters\":2000,\"checked\":10,\"excused\":2,\"error\":0.125,"
            + "\"output\":\"h1_1\",\"input\":\"面積\",\"backpropagated\":3.0,\"differences\":2.5},"
            + "{\"layer\":2,\"parameters\":1,\"checked\":1,\"excused\":1,\"error\":0.0,"
            + "\"output\":\"\",\"input\":\"\",\"backpropagated\":null,\"differences\":null}]}",
        json);
  }

  @Test
  void aCheckSaysWhatItLeftOut() {
    assertEquals(
        List.of(
            "layer 1: 10 of 2,000 parameters are checked, drawn by ⟦seed⟧; ⟦all⟧ checks every one",
            "layer 1: differences cannot tell the slopes of 2 of 10 parameters, at kinks or for"
                + " rounding",
            "layer 2: differences cannot tell the slopes of 1 of 1 parameters, at kinks or for"
                + " rounding"),
        check().notes());
    assertEquals(0.125, check().worst());
  }

  @Test
  void theFaultOfACheckIsAWrongLayerOrElseAnUndecidedOne() {
    List<String> names = List.of("relu", "mse");
    assertEquals(
        Optional.of(
            "backpropagation is wrong in layer 1 (relu): the slope along '面積' for 'h1_1' is 3 by"
                + " backpropagation, but 2.5 by differences"),
        check().fault(0.1, names));
    assertEquals(
        Optional.of(
            "layer 2 cannot be checked here, since differences tell the slopes of only 0 of 1"
                + " parameters; ⟦at⟧ EPOCH looks elsewhere, a larger ⟦tolerance⟧ less closely"),
        check().fault(0.125, names));
    CheckTable right =
        new CheckTable(List.of(new CheckedLayer(0, 4, 4, 1, new Worst(0, 1, 1, 0))), List.of(), 1);
    assertEquals(Optional.empty(), right.fault(0, names));
    assertEquals(List.of(), List.copyOf(right.notes()).subList(1, right.notes().size()));
  }
}
