package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gdtrain terrain}: the surface and the path in it. */
class TerrainTest {

  private static Outcome terrain(String options) {
    return run(Cli.args(List.of("terrain"), options.split(" ")));
  }

  private static List<CSVRecord> kind(Outcome outcome, String kind) {
    return outcome.rows().stream().filter(row -> row.get("kind").equals(kind)).toList();
  }

  private static List<String> cells(List<CSVRecord> rows, String column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datasets/iris.csv",
        "datasets/iris.csv --l2 0.01 --optimizer lbfgs",
        "datasets/xor.csv --hidden 16 --epochs 40",
        "datasets/mtcars.csv --target mpg --hidden 3 --epochs 9"
      })
  void thePathHasTheRowsOfTheLossLog(String options) {
    Outcome terrain = terrain(options + " --grid 2").ok();
    Outcome fit = run(Cli.args(List.of("fit"), options.split(" "))).ok();
    boolean penalty = fit.header().contains("objective");

    assertEquals("kind,x,y,loss,epoch" + (penalty ? ",objective" : ""), terrain.header());
    List<CSVRecord> path = kind(terrain, "path");
    for (String column :
        penalty ? List.of("epoch", "loss", "objective") : List.of("epoch", "loss")) {
      assertEquals(cells(fit.rows(), column), cells(path, column));
    }
    assertEquals(4, kind(terrain, "surface").size());
    assertEquals(4 + path.size(), terrain.rows().size());
  }

  /** Mean (b + x wt + y hp - mpg)^2 over the rows, all others at their ends. */
  @Test
  void theSurfaceOfASquaredLossIsItsParabola() throws Exception {
    String few = " --target mpg --exclude model,cyl,disp,drat,qsec,vs,am,gear,carb --epochs 30";
    String options = data("mtcars") + few + " --scale none --lr 1e-5";
    Outcome terrain = terrain(options + " --params wt,hp --grid 5 --margin 1").ok();
    Outcome fit = run(Cli.args(List.of("fit"), (options + " --params -").split(" "))).ok();
    double intercept = fit.numbers("value")[2];
    List<CSVRecord> cars = Cli.rows(Files.readString(Path.of(data("mtcars"))));

    List<CSVRecord> surface = kind(terrain, "surface");
    assertEquals(25, surface.size());
    for (CSVRecord point : surface) {
      double expected =
          cars.stream()
              .mapToDouble(
                  car ->
                      intercept
                          + number(point, "x") * number(car, "wt")
                          + number(point, "y") * number(car, "hp")
                          - number(car, "mpg"))
              .map(r -> r * r)
              .average()
              .orElseThrow();
      assertEquals(expected, number(point, "loss"), 1e-12 * expected);
    }
  }

  /** The middle of a surface around one point is that point. */
  @ParameterizedTest
  @CsvSource({
    "datasets/xor.csv --hidden 16, h1_3/x2, odd/h1_5",
    "datasets/iris.csv --l2 0.1, setosa/petal_width, 1/virginica/(intercept)",
    "datasets/mtcars.csv --target mpg --hidden 3, 1/h1_1/(intercept), mpg/h1_2"
  })
  void theSurfaceGoesThroughThePointThatIsKept(String options, String x, String y) {
    Outcome terrain = terrain(options + " --epochs 0 --grid 3 --params " + x + "," + y).ok();
    CSVRecord middle = kind(terrain, "surface").get(4);
    CSVRecord path = kind(terrain, "path").get(0);

    for (String column : List.of("x", "y", "loss", "objective")) {
      if (terrain.header().contains(column)) {
        double expected = number(path, column);
        assertEquals(expected, number(middle, column), 1e-14 + 1e-12 * Math.abs(expected), column);
      }
    }
  }

  /** Coordinates are the scaled values of the table of parameters. */
  @ParameterizedTest
  @CsvSource({
    "datasets/xor.csv --hidden 16 --epochs 20, h1_3/x2, odd/h1_5",
    "datasets/xor.csv --hidden 16 --epochs 20, 1/h1_16/(intercept), 2/odd/(intercept)",
    "datasets/iris.csv --epochs 10, versicolor/petal_width, virginica/(intercept)"
  })
  void parametersAreMeantByTheirNames(String options, String x, String y) {
    List<CSVRecord> path =
        kind(terrain(options + " --grid 2 --params " + x + "," + y).ok(), "path");
    List<CSVRecord> table =
        run(Cli.args(List.of("fit"), (options + " --params -").split(" "))).ok().rows();

    CSVRecord end = path.get(path.size() - 1);
    assertEquals(scaled(table, x), end.get("x"));
    assertEquals(scaled(table, y), end.get("y"));
  }

  private static String scaled(List<CSVRecord> table, String name) {
    List<CSVRecord> found =
        table.stream()
            .filter(
                p ->
                    ("/" + p.get("layer") + "/" + p.get("output") + "/" + p.get("input"))
                        .endsWith("/" + name))
            .toList();
    assertEquals(1, found.size(), name);
    return found.get(0).get("scaled_value");
  }

  @Test
  void aNameWithACommaIsQuotedAndTheOnlyOutputNeedNotBeNamed() {
    byte[] table = "\"a,b\",c,y\n1,2,3\n2,1,5\n4,4,4\n7,1,1\n".getBytes(UTF_8);

    Outcome terrain =
        Cli.runOn(table, "terrain", "-", "--grid", "2", "--params", "\"a,b\",(intercept)").ok();
    assertTrue(terrain.err().contains("scaled value of 'a,b', y that of '(intercept)'"));
  }

  @Test
  void aSuggestedNameWithACommaIsQuoted() {
    byte[] table = "\"a,b\",c,y\n1,2,3\n2,1,5\n4,4,4\n7,1,1\n".getBytes(UTF_8);

    String wrong = Cli.runOn(table, "terrain", "-", "--params", "\"a,v\",c").fault(ExitCode.USAGE);
    assertTrue(wrong.contains("(did you mean '\"a,b\"'?)"), wrong);
  }

  @Test
  void principalDirectionsAreThoseOfNumpy() throws Exception {
    JsonNode expected =
        Cli.json(Files.readString(Path.of("src/test/resources/principal_directions.json")));
    Outcome terrain = terrain("datasets/iris.csv --lr 0.1 --epochs 30 --grid 3").ok();
    List<CSVRecord> path = kind(terrain, "path");

    assertTrue(terrain.err().contains("99.997 % of its movement, x 99.628 %, y 0.369 %"));
    assertEquals(0.99628, expected.get("shares").get(0).asDouble(), 5e-6);
    assertEquals(0.00369, expected.get("shares").get(1).asDouble(), 5e-6);
    assertEquals(-expected.get("start").get(0).asDouble(), number(path.get(0), "x"), 1e-9);
    assertEquals(expected.get("start").get(1).asDouble(), number(path.get(0), "y"), 1e-9);
    assertEquals(0, number(path.get(30), "x"));
    assertEquals(0, number(path.get(30), "y"));
  }

  @Test
  void theGridGoesRoundThePathWithItsMargin() {
    Outcome terrain = terrain("datasets/iris.csv --epochs 5 --grid 3 --margin 0.5").ok();
    for (String column : List.of("x", "y")) {
      double[] way = numbers(kind(terrain, "path"), column);
      double[] grid = Arrays.stream(numbers(kind(terrain, "surface"), column)).distinct().toArray();
      double low = Arrays.stream(way).min().orElseThrow();
      double high = Arrays.stream(way).max().orElseThrow();

      double[] expected = {
        low - (high - low) / 2, (low + high) / 2, high + (high - low) / 2,
      };
      assertArrayEquals(expected, grid, 1e-12 * (high - low));
    }
  }

  private static double[] numbers(List<CSVRecord> rows, String column) {
    return rows.stream().mapToDouble(row -> number(row, column)).toArray();
  }

  @Test
  void aStraightPathHasADirectionAcross() {
    Outcome terrain = terrain("datasets/norris.csv --grid 2").ok();

    assertTrue(terrain.err().contains("straight line; y is at right angles, towards 'y'\n"));
    for (double y : numbers(kind(terrain, "path"), "y")) {
      assertEquals(0, y, 1e-9);
    }
    double[] ys = numbers(kind(terrain, "surface"), "y");
    assertEquals(1.5 * 541.693, ys[1] - ys[0], 0.01);
  }

  /** Directions whose squares vanish. */
  @ParameterizedTest
  @ValueSource(strings = {"1e-100", "1e-155", "1e-160", "1e-300"})
  void aParameterThatHardlyMovesHasASurface(String unit) {
    String rows = "x,y\n%s,1\n-%s,2\n%s,5\n".formatted(unit, unit, unit.replace("1e", "3e"));
    Outcome terrain =
        Cli.runOn(rows.getBytes(UTF_8), "terrain", "-", "--scale", "none", "--grid", "2").ok();

    for (String column : List.of("x", "y", "loss")) {
      for (double number : terrain.numbers(column)) {
        assertTrue(Double.isFinite(number), column);
      }
    }
  }

  @Test
  void aRunThatDivergesShowsWhatIsFinite() {
    Outcome terrain = terrain("datasets/norris.csv --lr 2 --grid 3");

    assertTrue(
        terrain.fault(ExitCode.DIVERGED).endsWith("; fit with the same options says what to try"));
    List<CSVRecord> path = kind(terrain, "path");
    assertTrue(path.size() > 3);
    assertTrue(number(path.get(path.size() - 1), "loss") > 1e6 * number(path.get(0), "loss"));
    assertEquals(9, kind(terrain, "surface").size());
  }

  @Test
  void aRunThatDivergesAtOnceHasItsStart() {
    Outcome terrain = terrain("datasets/norris.csv --lr 1e200");

    String sentence = terrain.fault(ExitCode.DIVERGED);
    assertTrue(sentence.startsWith("diverged at epoch 1"), sentence);
    assertTrue(sentence.contains("one point, which has no surface; fit with the same"), sentence);
    assertEquals(1, terrain.rows().size());
    assertEquals("path 0.0 0.0 0", cell(terrain, "kind", "x", "y", "epoch"));
  }

  private static String cell(Outcome outcome, String... columns) {
    CSVRecord row = outcome.rows().get(0);
    return Arrays.stream(columns).map(row::get).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x,(intercept)"})
  void aStartThatIsNotFiniteHasNoPath(String parameters, @TempDir Path folder) throws IOException {
    List<String> start = new ArrayList<>(Cli.overflowing(folder));
    start.set(0, "terrain");
    start.addAll(List.of("--lr", "0.1"));
    List<String> named = parameters.isEmpty() ? List.of() : List.of("--params", parameters);
    Outcome terrain = Cli.run(Cli.args(start, named.toArray(String[]::new)));

    String sentence = terrain.fault(ExitCode.DIVERGED);
    assertTrue(sentence.startsWith("diverged: not even the start is finite, "), sentence);
    assertEquals("kind,x,y,loss,epoch\n", terrain.out());
  }

  @Test
  void quietSaysNothing() {
    assertEquals("", terrain("datasets/iris.csv --epochs 3 --grid 2 -q").ok().err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--grid 1 | --grid must be from 2 to 1000, not 1",
        "--grid 1001 | --grid must be from 2 to 1000, not 1001",
        "--margin -1 | --margin must be a number of 0 or more, not -1.0",
        "--margin NaN | --margin takes a number, not 'NaN'",
        "--params petal_width | --params takes two names, separated by a comma, not 1",
        "--params a,b,c | --params takes two names, separated by a comma, not 3",
        "--params a, | 'a,' is not a list of names",
        "--params petal_width,x | --params: 'petal_width' may be any of 3 parameters:"
            + " setosa/petal_width, versicolor/petal_width, virginica/petal_width",
        "--params setosa/petal_widt,x | --params: there is no parameter 'setosa/petal_widt' (did you"
            + " mean 'setosa/petal_width'?)",
        "--params q,x | there is no parameter 'q' (one is called 'setosa/sepal_length'; fit",
        "--params setosa/petal_width,1/setosa/petal_width | --params names the same parameter twice,"
            + " 'setosa/petal_width'",
        "--epochs 0 | the path is one point, which has no directions; --params names two",
        "--at end | --at has no effect without --slice; the path has every epoch",
        "--model m.json | --model has no effect without --slice; --warm-start goes on from it",
        "--slice --params a,b | --params has no effect with --slice",
        "--slice --margin 0.1 | --margin has no effect with --slice",
        "--slice --tolerance 0 | --tolerance has no effect with --slice but --at end",
        "--slice --at 3 --time-limit 9 | --time-limit has no effect with --slice but --at end",
        "--slice --validation 0.2 --patience 2 | --patience has no effect with --slice but",
        "--test datasets/iris.csv | --test has no effect with terrain, which measures no rows",
        "--slice --at never | --at takes start, end or the number of an epoch, not 'never'",
      })
  void refuses(String options, String part) {
    String sentence = terrain("datasets/iris.csv " + options).fault(ExitCode.USAGE);
    assertTrue(sentence.contains(part), sentence);
  }

  @Test
  void aModelWithOneParameterHasNoSurface() {
    String sentence = terrain("datasets/norris.csv --no-intercept").fault(ExitCode.USAGE);
    assertEquals(
        "a surface needs two parameters and the model has one; --slice shows its loss", sentence);
  }

  @Test
  void threadsChangeNoByte() {
    String options = "datasets/xor.csv --hidden 4 --epochs 5 --grid 3 --threads ";
    assertEquals(terrain(options + 1).ok().out(), terrain(options + 2).ok().out());
  }
}
