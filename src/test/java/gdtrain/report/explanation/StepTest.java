package gdtrain.report.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.dataset.Dtype;
import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.NumericTarget;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Unit;
import gdtrain.insight.Iterate;
import gdtrain.insight.StepForecast;
import gdtrain.insight.StepForecast.Component;
import gdtrain.insight.StepForecast.Component.Direction;
import gdtrain.loss.Losses;
import gdtrain.model.Parameter;
import gdtrain.network.Network;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.train.Epoch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The explanation of a step: y = w x + b at w = 1, b = 0, where the gradient is (4, -2). */
class StepTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static Schema schema(String... inputs) {
    return new Schema(
        new NumericTarget("y", Unit.RAW),
        Optional.empty(),
        Optional.empty(),
        IntStream.range(0, inputs.length)
            .mapToObj(i -> new NumericEncoding(inputs[i], 0, new Unit(0, 2)))
            .map(Encoding.class::cast)
            .toList(),
        List.of(),
        true,
        Dtype.DOUBLE,
        Map.of());
  }

  private static ExplanationContext context(boolean penalised, String input) {
    Schema schema = schema(input);
    Network network = new Network(schema.inputs(), List.of(), 1, true);
    return new ExplanationContext(
        schema,
        network,
        Losses.CATALOG.choose("mse"),
        penalised,
        8,
        "after epoch 3",
        Parameter.of(schema, network, List.of(1.0, 0.0)),
        new Phrases("explain", Language.EN));
  }

  private static Epoch epoch(int number, double loss, OptionalDouble rate) {
    return new Epoch(number, loss, loss + 0.5, NONE, Math.sqrt(20), rate);
  }

  private static Iterate here() {
    return new Iterate(epoch(3, 5, NONE), new double[] {1, 0});
  }

  private static StepForecast forecast() {
    return new StepForecast(
        here(),
        Optional.of(new Iterate(epoch(4, 4, OptionalDouble.of(0.1)), new double[] {0.6, 0.2})),
        List.of(
            new Component(0, 1, 4, OptionalDouble.of(0.6), OptionalDouble.of(0.5), share(0.8)),
            new Component(1, 0, -2, OptionalDouble.of(0.2), OptionalDouble.of(0.1), share(0.2))));
  }

  private static StepForecast end() {
    return new StepForecast(
        here(),
        Optional.empty(),
        List.of(
            new Component(0, 1, 0, NONE, NONE, NONE), new Component(1, 0, -2, NONE, NONE, NONE)));
  }

  private static OptionalDouble share(double share) {
    return OptionalDouble.of(share);
  }

  private static List<String> lines(ExplanationContext context, StepForecast forecast, int width) {
    return new StepText(context, forecast, new TextStyle(width, false)).lines();
  }

  @Test
  void aStepIsATableAndItsTotals() {
    assertEquals(
        """
        target 'y': mse over 8 rows, after epoch 3
        loss 5 + penalty 0.5 = objective 5.5, gradient norm 4.47214
        unit of the loss: the target's, squared; values act on scaled inputs

          parameter    value  gradient   says  step  next  change  bend   share
          x                1         4  lower  -0.4   0.6    -1.6   0.5  80.0 %
          (intercept)      0        -2  raise   0.2   0.2    -0.4   0.1  20.0 %

        the step to epoch 4, at learning rate 0.1
          slope, sum of gradient x step            -2
          bend, half of step x curvature x step   0.6
          predicted change of the objective      -1.4
          measured, 5.5 -> 4.5                     -1"""
            .lines()
            .toList(),
        lines(context(true, "x"), forecast(), 80));
  }

  @Test
  void aNarrowTerminalHasFewerColumnsThenShorterNames() {
    List<String> bend = lines(context(false, "x"), forecast(), 66);
    assertEquals("  parameter    value  gradient   says  step  next  change   share", bend.get(4));
    List<String> next = lines(context(false, "面積".repeat(9)), forecast(), 60);
    assertEquals("  parameter    value  gradient   says  step  change   share", next.get(4));
    assertEquals("  面積..面積       1         4  lower  -0.4    -1.6  80.0 %", next.get(5));
  }

  @Test
  void whereNoStepLeadsOnParametersAreOrderedByTheirGradient() {
    List<String> lines = lines(context(false, "x"), end(), 80);
    assertEquals(
        """
          parameter    value  gradient   says  step  next  change  share
          (intercept)      0        -2  raise
          x                1         0   stay

        no step of the run leads on from here"""
            .lines()
            .toList(),
        lines.subList(4, 9).stream().map(String::stripTrailing).toList());
  }

  @Test
  void programsGetAllDigitsAndEmptyCells() {
    assertEquals(
        List.of(
            "layer,output,input,value,gradient,direction,step,next,change,bend,share",
            "1,y,x,1.0,4.0,lower,-0.4,0.6,-1.6,0.5,0.8",
            "1,y,(intercept),0.0,-2.0,raise,0.2,0.2,-0.4,0.1,0.2"),
        new StepCsv(context(false, "x"), forecast()).lines().toList());
    assertEquals(
        "1,y,(intercept),0.0,-2.0,raise,,,,,",
        new StepCsv(context(false, "x"), end()).lines().toList().get(1));
  }

  @Test
  void onlyTheDirectionIsColoured() {
    TextStyle colours = new TextStyle(80, true);
    assertEquals(
        "  raise  1\u001b[36m raise \u001b[0m 2",
        colours.coloured("  raise  1 raise  2", Direction.RAISE, "raise"));
    assertEquals(
        "  x\u001b[33m lower \u001b[0m 2",
        colours.coloured("  x lower  2", Direction.LOWER, "lower"));
    assertEquals("  x stay 2", colours.coloured("  x stay 2", Direction.STAY, "stay"));
    assertEquals(
        "  x lower 2", new TextStyle(80, false).coloured("  x lower 2", Direction.LOWER, "lower"));
  }

  @Test
  void aSumOfManyProductsNamesTheLargest() {
    assertEquals("2 x 3 - 1 x 0.5", new ProductSum(List.of(2.0, -1.0), List.of(3.0, 0.5)).text());
    assertEquals("-2 x 3", new ProductSum(List.of(-2.0), List.of(3.0)).text());
    List<Double> ten = IntStream.rangeClosed(1, 10).mapToObj(i -> (double) i).toList();
    String sum = new ProductSum(ten, ten).text();
    assertTrue(sum.startsWith("3 x 3 + 4 x 4"), sum);
    assertTrue(sum.endsWith("+ 10 x 10 + 5 (2 more)"), sum);
    assertEquals(List.of(1, 2), new ProductSum(List.of(1.0, -5.0, 3.0), ones(3)).largest(2));
  }

  private static List<Double> ones(int count) {
    return IntStream.range(0, count).mapToObj(i -> 1.0).toList();
  }
}
