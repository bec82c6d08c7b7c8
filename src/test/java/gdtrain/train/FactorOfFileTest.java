package gdtrain.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.preparation.Expansion;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.Source;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The factor of rows whose file was factorised while it was read. */
class FactorOfFileTest {
  /** What is to be done with a table: its target, and what is not usual. */
  private record Wishes(
      String target, String weight, String excluded, Scaling scaling, Expansion expansion) {
    Wishes(String target, String excluded, Scaling scaling) {
      this(target, "", excluded, scaling, Expansion.NONE);
    }

    Prepared prepared(Table table, boolean intercept, Holdout holdout) {
      Preparation usual = Preparation.defaults();
      Preparation wishes =
          new Preparation(
              Optional.of(target),
              Optional.of(Task.REGRESSION),
              Optional.of(weight).filter(w -> !w.isEmpty()),
              usual.include(),
              Selection.parse(excluded),
              scaling,
              usual.coding(),
              usual.missing(),
              expansion);
      return Prepared.of(table, wishes, intercept, holdout, note -> {});
    }

    Dataset training(Table table) {
      return prepared(table, true, new Holdout.None()).training();
    }
  }

  private static Table read(String file, String target) {
    Source source = Source.of("datasets/" + file, InputStream.nullInputStream());
    return CsvReader.read(source, options(target));
  }

  private static CsvOptions options(String target) {
    FactorRequest wish = new FactorRequest(Optional.of(target), 100_000);
    return CsvOptions.defaults().with(Optional.of(wish));
  }

  static List<Arguments> files() {
    List<Arguments> files = new ArrayList<>();
    for (Scaling scaling : Scaling.values()) {
      for (String line :
          List.of(
              "diabetes.csv progression",
              "diabetes.csv bmi s1,s4",
              "randhie.csv mdvis",
              "randhie.csv lncoins",
              "longley.csv TOTEMP",
              "norris.csv y",
              "anes96.csv income",
              "mtcars.csv mpg model",
              "iris.csv sepal_length species")) {
        files.add(Arguments.of(line, scaling));
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void isThatOfTheEncodedRows(String line, Scaling scaling) {
    String[] words = line.split(" ");
    Wishes wishes = new Wishes(words[1], words.length > 2 ? words[2] : "", scaling);
    for (boolean intercept : new boolean[] {true, false}) {
      Dataset data =
          wishes.prepared(read(words[0], words[1]), intercept, new Holdout.None()).training();
      assertTrue(data.factor().isPresent());
      assertSameProducts(factor(Data.inMemory(data), intercept), factor(data, intercept));
    }
  }

  private static double[][] factor(Dataset data, boolean intercept) {
    try (Workers alone = new Workers(1)) {
      return Factor.of(data, intercept, alone).columns();
    }
  }

  /** R'R, which does not depend on the signs of R's rows. */
  private static void assertSameProducts(double[][] expected, double[][] actual) {
    assertEquals(expected.length, actual.length);
    for (int j = 0; j < expected.length; j++) {
      for (int k = 0; k <= j; k++) {
        double size = Math.sqrt(dot(expected[j], expected[j]) * dot(expected[k], expected[k]));
        assertEquals(dot(expected[j], expected[k]), dot(actual[j], actual[k]), 1e-12 * size);
      }
      assertEquals(0, Arrays.stream(actual[j]).skip(j + 1).map(Math::abs).sum(), "a triangle");
    }
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** Means of a billion take no digits away from deviations of 1, in no unit. */
  @ParameterizedTest
  @CsvSource({"STANDARD", "MINMAX", "NONE"})
  void keepsSmallDeviationsApartFromLargeMeans(Scaling scaling) {
    int rows = 20_000; // several slabs
    Random random = new Random(2);
    double[] off = random.ints(rows, -3000, 3001).mapToDouble(i -> i / 1024.0).toArray();
    StringBuilder csv = new StringBuilder("x,z,y\n");
    for (double x : off) {
      csv.append(1e9 + x).append(',').append(random.nextInt(50)).append(',');
      csv.append(-1e9 + 2 * x).append('\n');
    }
    double mean = Arrays.stream(off).sum() / rows;
    double deviation = Math.sqrt(Arrays.stream(off).map(x -> (x - mean) * (x - mean)).sum() / rows);
    double scale =
        scaling == Scaling.NONE ? 1 : scaling == Scaling.STANDARD ? deviation : 6000.0 / 1024;

    Dataset data = new Wishes("y", "", scaling).training(Data.table(csv.toString(), options("y")));
    assertTrue(data.factor().isPresent());
    double[][] r = factor(data, true);

    assertEquals(deviation / scale, Math.abs(r[1][1]), 1e-12 * deviation / scale);
    assertEquals(2 * deviation, Math.abs(r[3][1]), 1e-12 * deviation);
    assertEquals(0, r[3][3], 1e-10 * deviation, "y follows from x");
  }

  @Test
  void constantColumnsThatAreAskedForAreKept() {
    Preparation usual = Preparation.defaults();
    Preparation wishes =
        new Preparation(
            Optional.of("y"),
            usual.task(),
            usual.weight(),
            Selection.parse("k"),
            usual.exclude(),
            usual.scaling(),
            usual.coding(),
            usual.missing(),
            usual.expansion());
    Table table = Data.table("x,k,y\n1,0.1,3\n2,0.1,4\n4,0.1,5\n5,0.1,7\n", options("y"));
    Dataset data = Prepared.of(table, wishes, true, new Holdout.None(), note -> {}).training();
    assertTrue(data.factor().isPresent());
    assertSameProducts(factor(Data.inMemory(data), true), factor(data, true));
  }

  @Test
  void rowsThatAreNotAllNumbersOfWeightOneHaveNone() {
    Table diabetes = read("diabetes.csv", "progression");
    Expansion squares = new Expansion(2, false);
    Wishes plain = new Wishes("progression", "", Scaling.STANDARD);
    Wishes weighted = new Wishes("progression", "age", "", Scaling.STANDARD, Expansion.NONE);
    Wishes squared = new Wishes("progression", "", "", Scaling.STANDARD, squares);
    Prepared shared = plain.prepared(diabetes, true, new Holdout.Share(0.3, 1));
    Wishes flowers = new Wishes("petal_width", "", Scaling.STANDARD);
    Wishes penguins = new Wishes("body_mass_g", "species,island,sex", Scaling.STANDARD);

    assertTrue(plain.training(diabetes).factor().isPresent());
    for (Dataset data :
        List.of(
            weighted.training(diabetes),
            squared.training(diabetes),
            shared.training(),
            shared.validation().orElseThrow(),
            flowers.training(read("iris.csv", "petal_width")),
            penguins.training(read("penguins.csv", "body_mass_g")),
            plain.training(Data.file("diabetes.csv")))) {
      assertTrue(data.factor().isEmpty());
      double[][] expected = factor(Data.inMemory(data), true);
      double[][] actual = factor(data, true);
      for (int j = 0; j < expected.length; j++) {
        assertArrayEquals(expected[j], actual[j]);
      }
    }
  }

  @Test
  void classesAndRowsWithoutTargetsHaveNone() {
    Table table = Data.table("x,y\n1,1\n2,2\n3,3\n4,2\n5,1\n6,3\n", options("y"));
    Preparation usual = Preparation.defaults();
    Prepared numbers = Prepared.of(table, usual, true, new Holdout.None(), note -> {});
    Preparation classes =
        new Preparation(
            usual.target(),
            Optional.of(Task.CLASSIFICATION),
            usual.weight(),
            usual.include(),
            usual.exclude(),
            usual.scaling(),
            usual.coding(),
            usual.missing(),
            usual.expansion());

    Prepared labels = Prepared.of(table, classes, true, new Holdout.None(), note -> {});

    assertTrue(numbers.training().factor().isPresent());
    assertTrue(labels.training().factor().isEmpty());
    assertTrue(numbers.schema().encodeInputs(table).factor().isEmpty());
  }
}
