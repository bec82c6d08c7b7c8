package gdtrain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.metric.ScoredRows;
import gdtrain.report.EvaluationTable.Curve;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables beside those of scikit-learn; {@code oracles/figures.py} made the resource. */
class EvaluationTableTest {
  private static final Path FIGURES = Path.of("src/test/resources/oracles/figures.json");

  static Stream<JsonNode> tables() throws IOException {
    JsonNode tables = new ObjectMapper().readTree(FIGURES.toFile()).get("bootstrap");
    return StreamSupport.stream(tables.spliterator(), false)
        .filter(table -> table.get("classes").asInt() > 0);
  }

  private static ScoredRows rows(JsonNode table) {
    int classes = table.get("classes").asInt();
    int count = table.get("truths").size();
    ScoredRows rows = new ScoredRows(classes, true, count);
    for (int i = 0; i < count; i++) {
      double[] own = new double[classes];
      for (int k = 0; k < classes; k++) {
        double score = table.get("scores").get(classes == 2 ? i : i * classes + k).asDouble();
        own[k] = classes == 2 && k == 0 ? 1 - score : score;
      }
      int called = 0;
      for (int k = 1; k < classes; k++) {
        called = own[k] >= own[called] ? k : called;
      }
      int truth = table.get("truths").get(i).asInt();
      rows.addClass(truth, own, called, table.get("weights").get(i).asDouble());
    }
    return rows;
  }

  private static List<String> classes(JsonNode table) {
    return List.of("a", "b", "c").subList(0, table.get("classes").asInt());
  }

  /** The numbers of a table behind its first columns. */
  private static double[][] numbers(CharSequence csv, int first) {
    return csv.toString()
        .lines()
        .skip(1)
        .map(line -> Arrays.asList(line.split(",", -1)))
        .map(cells -> cells.subList(first, cells.size()))
        .map(
            cells ->
                cells.stream()
                    .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                    .toArray())
        .toArray(double[][]::new);
  }

  private static void assertSame(JsonNode expected, double[][] found, int columns) {
    assertEquals(expected.size(), found.length);
    for (int i = 0; i < found.length; i++) {
      for (int j = 0; j < columns; j++) {
        assertEquals(expected.get(i).get(j).asDouble(), found[i][j], 1e-12, i + ", " + j);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void classesAreThoseOfScikitLearn(JsonNode table) {
    ScoredRows rows = rows(table);
    CharSequence confusion =
        new EvaluationTable().confusion(rows.confusion(), classes(table)).out();
    CharSequence byClass = new EvaluationTable().byClass(rows.confusion(), classes(table)).out();

    int count = table.get("classes").asInt();
    assertSame(table.at("/tables/confusion"), numbers(confusion, 1), count);
    assertSame(table.at("/tables/by_class"), numbers(byClass, 2), 3);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void curvesAreThoseOfScikitLearn(JsonNode table) {
    for (Curve curve : Curve.values()) {
      JsonNode expected = table.get("tables").path(curve.name().toLowerCase(Locale.ROOT));
      if (!expected.isMissingNode()) {
        CharSequence csv = new EvaluationTable().curve(curve, rows(table), classes(table)).out();
        double[][] found =
            Arrays.stream(numbers(of("b", csv), 2))
                .skip(curve == Curve.GAIN ? 1 : 0) // nothing is called there
                .toArray(double[][]::new);
        assertSame(expected, found, expected.get(0).size());
      }
    }
  }

  private static String of(String label, CharSequence csv) {
    List<String> lines = csv.toString().lines().toList();
    return Stream.concat(
            lines.stream().limit(1), lines.stream().filter(line -> line.startsWith(label + ",")))
        .reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void namesOfClassesAreQuotedAndUndefinedFiguresEmpty() {
    ScoredRows rows = new ScoredRows(2, true, 2);
    rows.addClass(0, new double[] {.7, .3}, 0, 1.5);
    rows.addClass(0, new double[] {.8, .2}, 0, 1);
    List<String> names = List.of("yes, sir", "\"no\"");

    assertEquals(
        """
        true,"predicted_yes, sir","predicted_\"\"no\"\"\"
        "yes, sir",2.5,0
        ""\"no\""\",0,0
        """,
        new EvaluationTable().confusion(rows.confusion(), names).out().toString());
    assertEquals(
        """
        kind,class,precision,recall,f1,support
        class,"yes, sir",1.0,1.0,1.0,2.5
        class,""\"no\""\",,,,0
        macro,,1.0,1.0,1.0,2.5
        weighted,,1.0,1.0,1.0,2.5
        """,
        new EvaluationTable().byClass(rows.confusion(), names).out().toString());
  }
}
