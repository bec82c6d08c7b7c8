package gdtrain.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.metric.Metric;
import gdtrain.metric.Metrics;
import gdtrain.model.Parameter;
import gdtrain.report.language.Language;
import gdtrain.report.page.RunReport.Facts;
import gdtrain.report.page.RunReport.Outcome;
import gdtrain.report.page.RunReport.ReviewNotes;
import gdtrain.report.picture.TerrainMap;
import gdtrain.train.Ending;
import gdtrain.train.Epoch;
import gdtrain.train.ObjectiveValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunPageTest {
  private static final int MOST_BYTES = 1_500_000;

  private static Epoch epoch(int number, Random random) {
    return new Epoch(
        number,
        random.nextDouble(),
        1 + random.nextDouble(),
        OptionalDouble.of(random.nextDouble()),
        random.nextDouble(),
        number == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble()),
        List.of(random.nextDouble(), random.nextDouble(), random.nextDouble()));
  }

  private static RowReview rows(String kind, double loss, double r2) {
    List<Metric> quality = List.of(new Metric("mae", 0.5), new Metric("r2", r2));
    return new RowReview(
        kind,
        "cars.csv",
        new Metrics(8, loss, quality),
        Optional.of(new RowReview.Numbers(List.of(new RowReview.Dot(1, 1.5)))),
        Optional.empty(),
        List.of(new RowReview.Row(7, 1.0, 1.5, OptionalDouble.empty(), 0.25)));
  }

  /** A bowl with a path of 10,000 epochs, the most that are kept. */
  private static TerrainMap bowl() {
    TerrainMap map = new TerrainMap("", "mse", 31, Language.EN);
    map.axes("x", "y");
    for (int i = 0; i < 31 * 31; i++) {
      double x = i / 31 - 15;
      double y = i % 31 - 15;
      map.surface(x, y, new ObjectiveValue(x * x + y * y, x * x + y * y));
    }
    map.run("");
    Random random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      map.path(14 * random.nextDouble(), 14 * random.nextDouble(), epoch(i, random));
    }
    return map;
  }

  private static RunReport report(
      Ending ending,
      double loss,
      EpochCurves curves,
      List<Parameter> parameters,
      RowReview... rows) {
    return new RunReport(
        "mpg",
        "cars.csv",
        Optional.of(new Outcome(ending, 1000, 900, "mse", loss, 2)),
        curves.charts(),
        parameters,
        Optional.of(
            new Slopes(parameters.stream().map(p -> -p.scaledValue()).toList(), List.of(1.0, 2.0))),
        List.of(rows),
        new ReviewNotes(List.of(), List.of()),
        new Facts(Map.of("data", "cars.csv"), Map.of("lr", "auto"), Optional.of("gdtrain fit")),
        Optional.of(bowl()));
  }

  private static RunReport report(Ending ending, double loss, RowReview... rows) {
    EpochCurves curves = new EpochCurves(false);
    curves.add(epoch(0, new Random(1)));
    return report(ending, loss, curves, List.of(new Parameter(1, "mpg", "hp", 2, 3)), rows);
  }

  @ParameterizedTest
  @CsvSource({"1000, 600", "100000, 10000"})
  void noRunAndNoModelMakesAPageTooLarge(int epochs, int parameters) {
    EpochCurves curves = new EpochCurves(true);
    Random random = new Random(3);
    for (int i = 0; i <= epochs; i++) {
      curves.add(epoch(i, random));
    }
    List<Parameter> many =
        IntStream.range(0, parameters)
            .mapToObj(i -> new Parameter(1 + i % 2, "h1_" + i, "input " + i, i, i))
            .toList();
    RowReview rows = rows("training", 1, 0.5);
    String page = RunPage.text(report(Ending.EPOCHS, 1, curves, many, rows), Language.EN);

    assertTrue(page.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES, "" + page.length());
    assertEquals(4, page.split("<figure class=\"chart\">", -1).length - 1);
    for (String name : List.of("loss", "objective", "val_loss", "grad_norm_3", "lr")) {
      assertTrue(page.contains("{\"name\":\"" + name + "\""), name);
    }
    assertTrue(page.contains("of %,d, by their size".formatted(parameters)));
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void theVerdictSaysHowItEnded(Ending ending) {
    for (Language language : Language.values()) {
      String page = RunPage.text(report(ending, 1, rows("training", 1, 0.5)), language);
      String number = ending == Ending.PATIENCE ? "900" : "1,000";

      String verdict = page.substring(page.indexOf("class=\"lead\""), page.indexOf("</p>"));
      assertTrue(verdict.contains(number), verdict);
    }
  }

  @Test
  void theVerdictComparesWithTheBaseline() {
    String better =
        RunPage.text(report(Ending.CONVERGED, 1, rows("training", 1, 0.5)), Language.EN);
    String worse = RunPage.text(report(Ending.CONVERGED, 2, rows("training", 1, 0.5)), Language.EN);

    assertTrue(better.contains("is 1; the best constant prediction has 2."), better);
    assertTrue(worse.contains("is 2, no better than the best constant prediction: 2."), worse);
  }

  @Test
  void theVerdictPointsAtWhatIsWorst() {
    String gap =
        RunPage.text(
            report(Ending.CONVERGED, 1, rows("training", 1, 0.9), rows("validation", 3, 0.2)),
            Language.EN);
    String fine = RunPage.text(report(Ending.CONVERGED, 1, rows("training", 1, 0.9)), Language.EN);

    assertTrue(gap.contains("On the validation rows, predictions of 'mpg'"), gap);
    assertTrue(gap.contains("have 3 times the loss: look at the two curves."), gap);
    assertTrue(fine.contains("first at line 7."), fine);
  }

  @Test
  void aDivergedRunHasItsCurvesAndNoPredictions() {
    String page = RunPage.text(report(Ending.DIVERGED, Double.NaN), Language.EN);

    assertTrue(page.contains("Descent diverged at epoch 1,000: no model came of it."), page);
    assertTrue(page.contains("<figure class=\"chart\">"), page);
    assertFalse(page.contains("Predictions of"), page);
    assertFalse(page.contains("How good it is"), page);
  }

  @Test
  void everyChineseWordIsSaidInTheirs() {
    String page =
        RunPage.text(report(Ending.CONVERGED, 1, rows("training", 1, 0.5)), Language.ZH_TW);

    assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"zh-TW\">"), page);
    for (String word : List.of("損失", "梯度", "學習率", "殘差", "參數", "怎麼重做一次")) {
      assertTrue(page.contains(word), word);
    }
    assertFalse(page.contains("How ") || page.contains("The "), page);
  }

  @Test
  void theTerrainComesBehindTheCurves() {
    String page = RunPage.text(report(Ending.CONVERGED, 1, rows("training", 1, 0.5)), Language.EN);
    List<String> headings = new ArrayList<>();
    Pattern.compile("<h2>([^<]*)").matcher(page).results().forEach(m -> headings.add(m.group(1)));

    assertEquals(
        List.of(
            "How good it is",
            "How it got there",
            "The mountain it went down",
            "The gradient, layer by layer",
            "The parameters",
            "Predictions of the training rows",
            "How to repeat it"),
        headings);
    assertTrue(page.contains("<figure class=\"terrain\">"), page);
  }
}
