package gdtrain.report.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.dataset.Dtype;
import gdtrain.dataset.encoding.ClassTarget;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.NumericTarget;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Target;
import gdtrain.dataset.encoding.Unit;
import gdtrain.insight.RowGradient;
import gdtrain.insight.RowLoss;
import gdtrain.insight.RowTrace;
import gdtrain.insight.RowTrace.Layer;
import gdtrain.loss.Losses;
import gdtrain.model.Parameter;
import gdtrain.network.Network;
import gdtrain.report.explanation.TracedRow.RowStep;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.train.Epoch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The explanation of rows: y = 2 x + 1 in scaled inputs, at x = 3, where the truth is 5. */
class RowTest {
  private static final TextStyle STYLE = new TextStyle(80, false);

  private static final Epoch EPOCH =
      new Epoch(0, 4, 4, OptionalDouble.empty(), 13, OptionalDouble.empty());

  private static ExplanationContext context(Target target, String loss) {
    Schema schema =
        new Schema(
            target,
            Optional.empty(),
            Optional.empty(),
            List.of(new NumericEncoding("x", 0, new Unit(0, 2))),
            List.of(),
            true,
            Dtype.DOUBLE,
            Map.of());
    Network network = new Network(schema.inputs(), List.of(), 1, true);
    return new ExplanationContext(
        schema,
        network,
        Losses.CATALOG.choose(loss),
        false,
        8,
        "before the first step",
        Parameter.of(schema, network, List.of(2.0, 1.0)),
        new Phrases("explain", Language.EN));
  }

  private static final ExplanationContext NUMBER = context(new NumericTarget("y", Unit.RAW), "mse");
  private static final ExplanationContext CLASSES =
      context(new ClassTarget("y", List.of("no", "yes")), "binary-cross-entropy");

  private static RowTrace trace(RowLoss loss) {
    double slope = loss.slopes().get(0);
    Layer layer =
        new Layer(
            "identity",
            List.of(3.0, 1.0),
            List.of(new RowTrace.Unit(List.of(2.0, 1.0), 7, 1, 7, slope)));
    return new RowTrace(List.of(layer), loss, 0.5, 4, 0);
  }

  private static RowTrace number() {
    return trace(new RowLoss(List.of(7.0), List.of(7.0), List.of(5.0), 4, List.of(4.0), 4));
  }

  private static RowTrace yes() {
    return trace(new RowLoss(List.of(7.0), List.of(0.75), List.of(0.0), 1.5, List.of(0.75), -0.75));
  }

  private static TracedRow row(boolean imputed) {
    return row(imputed, Optional.empty());
  }

  private static TracedRow row(boolean imputed, Optional<RowStep> step) {
    return new TracedRow(
        "flats.csv", 12, List.of(6.0), List.of(imputed), number(), List.of(1.5, 0.25), step);
  }

  @Test
  void aRowIsWrittenOutForwardAndBack() {
    assertEquals(
        """
        line 12 of flats.csv, before the first step
        target 'y': mse
        unit of the loss: the target's, squared; values act on scaled inputs

        inputs
          input  raw  scaled
          x        6       3

        forward: sums of weight x input, and the loss
          raw y = 2 x 3 + 1 x 1 = 7
          prediction = raw = 7
          r = prediction - truth = 7 - 5 = 2
          loss = r^2 = 4

        back: how the loss changes with each sum, the last layer first
          dloss/dprediction = 2 r = 4

        gradient: how it changes with each parameter, slope of its sum x input
          parameter    slope x input  gradient  part  all rows
          x                    4 x 3        12   1.5       1.5
          (intercept)          4 x 1         4   0.5      0.25
        part: gradient x 0.5 / 4, as in the mean of all rows"""
            .lines()
            .toList(),
        new RowTraceText(NUMBER, row(false), STYLE).lines());
  }

  /** After a step at rate 0.1 along the gradients 12 and 4: y = 0.8 x + 0.6. */
  private static RowStep step(double prediction, double loss, boolean automatic) {
    Layer layer =
        new Layer(
            "identity",
            List.of(3.0, 1.0),
            List.of(new RowTrace.Unit(List.of(0.8, 0.6), prediction, 1, prediction, 0)));
    RowLoss after =
        new RowLoss(List.of(prediction), List.of(prediction), List.of(5.0), loss, List.of(0.0), 0);
    return new RowStep(0.1, automatic, new RowTrace(List.of(layer), after, 0.5, 4, 0));
  }

  @Test
  void aStepOnTheRowAloneSaysWhatItAsksAndWhereItLeads() {
    List<String> lines =
        new RowTraceText(NUMBER, row(false, Optional.of(step(3, 4, false))), STYLE).lines();
    assertEquals(
        """

        step on this row alone: parameter - 0.1 x gradient
          parameter    value   says  step  next
          x                2  lower  -1.2   0.8
          (intercept)      1  lower  -0.4   0.6
        one step on this row alone at learning rate 0.1: 7 y becomes 3 y; truth 5"""
            .lines()
            .toList(),
        lines.subList(22, lines.size()));
  }

  @Test
  void aStepThatIsTooLongOrChosenByTheRunSaysSo() {
    TracedRow row = row(false);
    assertEquals(
        "one step on this row alone at learning rate 0.1 (auto): 7 y becomes -3.5 y; truth 5, too"
            + " long a step for one row: its loss rises",
        new RowStepText(NUMBER, row, step(-3.5, 72.25, true)).sentence());
    String tiny = new RowStepText(NUMBER, row, step(6.99995, 4, false)).sentence();
    assertTrue(tiny.endsWith(": 7 y becomes 6.99995 y; truth 5"), tiny);
  }

  @Test
  void aMissingInputIsMarked() {
    List<String> lines = new RowTraceText(NUMBER, row(true), STYLE).lines();
    assertEquals("  x      missing, taken as 6       3", lines.get(6));
  }

  @Test
  void aRowAsFieldsHasEveryNumber() {
    Map<String, Object> fields = new RowTraceJson(NUMBER, row(true)).fields();
    assertEquals(
        "{line=12, truth=5.0, weight=0.5, total_weight=4.0,"
            + " inputs=[{input=x, raw=6.0, imputed=true, scaled=3.0}],"
            + " layers=[{layer=1, activation=identity, inputs=[x, (intercept)], values=[3.0, 1.0],"
            + " units=[{output=y, weights=[2.0, 1.0], products=[6.0, 1.0], sum=7.0, value=7.0,"
            + " slope_of_value=4.0, derivative=1.0, slope_of_sum=4.0, gradients=[12.0, 4.0],"
            + " parts=[1.5, 0.5], mean_gradients=[1.5, 0.25], next=null}]}],"
            + " target_center=0.0, target_scale=1.0,"
            + " outputs=[{output=y, raw=7.0, prediction=7.0, target=5.0, slope=4.0}], loss=4.0,"
            + " step=null}",
        fields.toString());
  }

  private static RowsText rows(ExplanationContext context, RowTrace trace) {
    RowGradient gradient = new RowGradient(0, 0.5, 0.625);
    return new RowsText(context, List.of(ExplainedRow.of(context, 12, gradient, trace)));
  }

  @Test
  void rowsOfNumbersSayWhatTheirSlopeIs() {
    List<String> lines = rows(NUMBER, number()).lines(EPOCH, STYLE);
    assertEquals(
        """
        slope: dloss/dprediction = 2 r, r = prediction - truth
        pull: weight x slope / total weight; share: of the sum of all rows' |pull|

          line  truth  prediction  loss  slope  weight  pull   share
          12        5           7     4      4     0.5   0.5  62.5 %"""
            .lines()
            .toList(),
        lines.subList(3, lines.size()));
    assertEquals(
        List.of(
            "line,truth,prediction,probability,loss,weight,slope,pull,share",
            "12,5.0,7.0,,4.0,0.5,4.0,0.5,0.625"),
        rows(NUMBER, number()).csv().toList());
  }

  @Test
  void rowsOfClassesNameThemWithTheProbability() {
    List<String> lines = rows(CLASSES, yes()).lines(EPOCH, STYLE);
    assertEquals(
        List.of(
            "  line  truth  prediction  loss  slope  weight  pull   share",
            "  12       no    75 % yes   1.5  -0.75     0.5   0.5  62.5 %"),
        lines.subList(lines.size() - 2, lines.size()));
    assertEquals(
        "12,no,yes,0.75,1.5,0.5,-0.75,0.5,0.625", rows(CLASSES, yes()).csv().toList().get(1));
    assertEquals("slope: dloss/draw of the truth, whose raw output is its log-odds", lines.get(3));
  }
}
