package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What common files mean: each kind of trouble in a file of its own, and in variants of it. */
class ReadingCasesTest {
  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final int ROWS = 40;

  @TempDir private Path folder;

  /**
   * A file, what is said about it, and what comes of it.
   *
   * @param file of the folder cases
   * @param options of fit
   * @param mse at most, of the training rows; {@link #ANY} for any
   * @param said what stderr must hold
   * @param code the exit status
   * @param strict the exit status under --strict
   */
  private record Case(
      String file, List<String> options, double mse, String said, int code, int strict) {
    @Override
    public String toString() {
      return file + " " + String.join(" ", options);
    }
  }

  private static Case file(String file, double mse, String said, int strict, String... options) {
    return new Case(file, List.of(options), mse, said, 0, strict);
  }

  private static Case refused(String file, String said) {
    return new Case(file, List.of(), ANY, said, 3, 3);
  }

  static Stream<Case> files() {
    return Stream.of(
        file("na-is-a-code.csv", 1e-6, "land 10 ('NA'); texts as the category (missing)", 0),
        file("na-is-a-code.csv", 1e-6, "3 columns", 0, "--na", "none"),
        file("dot-groups-thousands.csv", ANY, "warning: column 'strecke' (1): '1.026' on lin", 3),
        file("dot-groups-thousands.csv", 1e-6, "'18.656' is read as 18656", 0, "--thousands", "."),
        file("dot-groups-thousands.csv", 1e-6, "'18.656' is read as 18656", 0, "--decimal", ","),
        file("dot-groups-thousands.csv", ANY, "regression", 0, "--decimal", "point"),
        file("dash-is-missing.csv", 4.57, "hours 8 ('-'); numbers are read as the training me", 0),
        file("point-is-missing.csv", 202, "temp 6 ('.')", 0),
        file("excel-na.csv", 63, "temp 6 ('#N/A')", 0),
        file("currency-few-values.csv", 1e-6, "'$4.50' is read as 4.5 (numbers, unit '$')", 0),
        file("percent.csv", 1e-6, "'71%' is read as 71 (numbers, unit '%')", 0),
        file("decimal-comma.csv", 0.01, "'16,0' is read as 16 (numbers with decimal comma)", 0),
        file("blanks-between-cells.data", 1e-6, "30 rows, 4 columns, no header, blanks", 3),
        file("pandas-number-header.csv", ANY, "3 classes: ash (15), elm (15), oak (15)", 0),
        file("text-without-header.csv", ANY, "each of its cells is also a value below it; --h", 3),
        file("text-without-header.csv", ANY, "16 rows, 5 columns, no header", 0, "--header", "no"),
        file("dates-and-noise.csv", 80, "'01/01/2024' is read as 0 (dates d/m/y as days sin", 0),
        file("random-identifiers.csv", ANY, "hint: column 'customer' has a different whole nu", 0),
        file(
            "unnamed-index-of-sorted-rows.csv", ANY, "warning: column 1 is left out: it has no", 3),
        file("delimiter-at-line-ends.csv", 1e-6, "column 4, behind the last delimiter, is empt", 0),
        file("comment-lines.csv", 1e-6, "2 lines are comments and left out, the first is lin", 0),
        file("labels-by-case.csv", ANY, "names differ only in case or blanks: 'No' (15 rows), ", 3),
        refused("beyond-double.csv", "20 different cells become 1 number;"),
        file("total-in-last-line.csv", 1e-6, "warning: line 32 ('Total,137,731.6') is no row", 3),
        refused("arff.arff", "is ARFF, not CSV; delete all lines up to @data and give the names"),
        file("train.csv", 1e-6, "warning: column 'temp' may be no input, for it counts the row", 3),
        file("train.csv", 1e-6, "20 rows, 3 columns, header", 0, "--include", "temp"),
        file("mostly-zero.csv", ANY, "wherever 'z' is above 0, it is 'b', so the loss has no m", 0),
        file("savetxt.csv", 1e-6, "warning: column 'a' may be no input, for it counts the ", 3),
        file("lines.json", 0.69, "10 rows, 2 columns, header, JSON lines", 0),
        refused("libsvm.txt", "is in libsvm format (index:value), not CSV"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileMeansWhatAPersonReadsInIt(Case tried) {
    String path = Path.of("src/test/resources/cases", tried.file()).toString();
    List<String> command = new ArrayList<>(List.of("fit", path, "--log-format", "none"));
    command.addAll(tried.options());
    Cli.Outcome outcome = Cli.run(command.toArray(new String[0]));
    assertEquals(tried.code(), outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(tried.said()), outcome.err());
    if (tried.mse() < ANY) {
      assertTrue(mse(outcome.err()) <= tried.mse(), outcome.err());
    }
    command.add("--strict");
    assertEquals(tried.strict(), Cli.run(command.toArray(new String[0])).code(), tried.toString());
  }

  private static double mse(String err) {
    Matcher mse = Pattern.compile("training: mse ([^, ]+)").matcher(err);
    assertTrue(mse.find(), err);
    return Double.parseDouble(mse.group(1));
  }

  /** A way of writing numbers, dates or times, with what the file's other settings are. */
  private static Arguments written(String name, String said, IntFunction<String> cell) {
    return Arguments.of(name, said, cell);
  }

  private static String grouped(int x, String mark) {
    return "%,d".formatted(x).replace(",", mark);
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        written("commas", "'17,711' is read as", x -> grouped(x, ",")),
        written("points", "points between thousands", x -> grouped(x, ".") + ",5"),
        written("blanks", "blanks between thousands", x -> grouped(x, " ")),
        written("no-break blanks", "blanks between thousands", x -> grouped(x, "\u00a0")),
        written("narrow blanks", "blanks between thousands", x -> grouped(x, "\u202f")),
        written("apostrophes", "apostrophes between thousands", x -> grouped(x, "’")),
        written(
            "lakhs",
            "commas between thousands",
            x -> "%d,%02d,%03d".formatted(x / 1000, x % 99, x % 999)),
        written(
            "decimal comma",
            "with decimal comma",
            x -> "%.2f".formatted(x / 7.0).replace('.', ',')),
        written("dollars", "unit '$'", x -> "$" + grouped(x, ",")),
        written("euros behind", "unit '€'", x -> grouped(x, ".") + ",00 €"),
        written("a currency code", "unit 'USD'", x -> "USD " + x),
        written("negative dollars", "unit '$'", x -> (x % 2 == 0 ? "-$" : "$") + x),
        written("brackets", "is read as -", x -> "(" + x + ".5)"),
        written("a unit", "unit 'mi.'", x -> grouped(x, ",") + " mi."),
        written("square metres", "unit 'm²'", x -> x + " m²"),
        written("per cent", "unit '%'", x -> x % 100 + " %"),
        written("per cent, comma", "unit '%'", x -> x % 100 + "," + x % 7 + "%"),
        written("a typographic minus", "is read as -", x -> "−" + x),
        written("Fortran", "is read as", x -> "%.3e".formatted(x / 3.0).replace('e', 'D')),
        written("a plus", "3 columns", x -> "+" + x),
        written("a dash for missing", "feature 8 ('-')", x -> x % 5 == 1 ? "-" : "" + x),
        written("a dash beside dollars", "feature 8 ('--')", x -> x % 5 == 1 ? "--" : "$" + x),
        written("None", "feature 8 ('None')", x -> x % 5 == 1 ? "None" : "" + x),
        written("backslash N", "feature 8 ('\\N')", x -> x % 5 == 1 ? "\\N" : "" + x),
        written("a star", "feature 8 ('*')", x -> x % 5 == 1 ? "*" : x + " kg"),
        written(
            "ISO dates",
            "dates as days since",
            x -> "2021-%02d-%02d".formatted(x % 12 + 1, x % 28 + 1)),
        written(
            "ISO times",
            "dates as days since",
            x -> "2021-03-%02dT%02d:30:00Z".formatted(x % 28 + 1, x % 24)),
        written(
            "d.m.y",
            "dates d/m/y as days since",
            x -> "%d.%d.2021".formatted(x % 28 + 1, x % 12 + 1)),
        written(
            "m/d/y",
            "dates m/d/y as days since",
            x -> "%d/%d/21".formatted(x % 12 + 1, x % 28 + 1)),
        written(
            "d/m/y or m/d/y",
            "may be d/m/y or m/d/y",
            x -> "%d/%d/2021".formatted(x % 11 + 1, x % 12 + 1)),
        written(
            "month names",
            "dates as days since",
            x -> "%d Mar %d".formatted(x % 28 + 1, 1990 + x % 30)),
        written("clock", "times in minutes", x -> "%d:%02d".formatted(x % 24, x % 60)),
        written(
            "seconds", "times in seconds", x -> "%d:%02d:%02d".formatted(x % 24, x % 60, x % 59)),
        written(
            "am and pm",
            "times in minutes",
            x -> "%d:%02d %s".formatted(x % 12 + 1, x % 60, x % 2 == 0 ? "am" : "PM")),
        written("categories", "3 columns", x -> "c" + x % 3),
        written("categories with gaps", "feature 8; texts", x -> x % 5 == 1 ? "" : "c" + x % 3),
        written("leading zeros", "begin with 0", x -> "%07d".formatted(x)),
        written("ranges", "3 columns", x -> "%d-%d".formatted(x % 5 * 10, x % 5 * 10 + 9)),
        written("bounds", "20 of its 40 values are numbers", x -> x % 2 == 0 ? "<50" : "" + x),
        written("a typo", "39 of its 40 values are numbers", x -> x == 17711 ? "3O" : "" + x));
  }

  private Path table(IntFunction<String> cell) throws Exception {
    StringBuilder csv = new StringBuilder("feature;other;target\n");
    Random random = new Random(7);
    for (int row = 0; row < ROWS; row++) {
      int x = 17711 + 1733 * row;
      String text = cell.apply(x);
      csv.append(
          String.format(
              Locale.ROOT,
              "%s;%.2f;%.2f%n",
              text,
              random.nextDouble() + 1.0001,
              2 * row + random.nextGaussian()));
    }
    return Files.writeString(folder.resolve("table.csv"), csv);
  }

  /** Predictions of the training file are those of the run, also where rows come alone. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void predictReadsACellAsFitDid(String name, String said, IntFunction<String> cell)
      throws Exception {
    String data = table(cell).toString();
    String model = folder.resolve("model.json").toString();
    Cli.Outcome fit =
        Cli.run(
            "fit",
            data,
            "-o",
            model,
            "--log-format",
            "none",
            "--include",
            "feature",
            "--metrics",
            folder.resolve("metrics.json").toString());
    assertEquals(0, fit.code(), fit.err());
    assertTrue(fit.err().contains(said), fit.err());
    List<String> all = Cli.run("predict", model, data).out().lines().toList();
    assertEquals(ROWS + 1, all.size());
    double squares = 0;
    List<String> lines = Files.readAllLines(Path.of(data));
    for (int row = 1; row <= ROWS; row++) {
      double error =
          Double.parseDouble(all.get(row)) - Double.parseDouble(lines.get(row).split(";")[2]);
      squares += error * error;
    }
    assertEquals(mse(fit.err()), squares / ROWS, 2e-5 * mse(fit.err()), name);
    for (int row : new int[] {1, 2, ROWS}) {
      Path alone =
          Files.writeString(folder.resolve("one.csv"), lines.get(0) + "\n" + lines.get(row) + "\n");
      Cli.Outcome one = Cli.run("predict", model, alone.toString(), "--delimiter", ";");
      assertEquals(0, one.code(), one.err());
      assertEquals(
          Double.parseDouble(all.get(row)),
          Double.parseDouble(one.out().lines().toList().get(1)),
          1e-9,
          name);
    }
  }

  @Test
  void partsOfDatesAndRareLevelsAreReadAgainWhenPredicting() throws Exception {
    String data = table(x -> "2021-%02d-%02d".formatted(x % 12 + 1, x % 28 + 1)).toString();
    String model = folder.resolve("model.json").toString();
    Cli.Outcome fit =
        Cli.run(
            "fit",
            data,
            "-o",
            model,
            "--params",
            "-",
            "--date",
            "feature:month,weekday",
            "--rare",
            "4",
            "-q");
    assertTrue(fit.out().contains("feature.month=(other)"), fit.out());
    assertTrue(fit.out().contains("feature.weekday=Tue"), fit.out());
    Cli.Outcome predicted = Cli.run("predict", model, data);
    assertEquals(ROWS + 1, predicted.out().lines().count(), predicted.err());
  }

  @Test
  void otherTakesLevelsThatTrainingDidNotHave() throws Exception {
    String data = table(x -> x % 9 == 0 ? "rare" + x : "c" + x % 3).toString();
    String model = folder.resolve("model.json").toString();
    Cli.Outcome fit = Cli.run("fit", data, "-o", model, "--rare", "3", "--log-format", "none");
    assertTrue(fit.err().contains("have fewer than 3 training rows and become (other)"), fit.err());
    Path other =
        Files.writeString(folder.resolve("new.csv"), "feature,other\nnever,1.5\nrare17766,1.5\n");
    Cli.Outcome predicted = Cli.run("predict", model, other.toString());
    List<String> out = predicted.out().lines().toList();
    assertEquals(out.get(1), out.get(2), predicted.err());
    assertTrue(predicted.err().contains("are read as (other)"), predicted.err());
  }

  @Test
  void anotherFormatThanInTrainingIsNamed() throws Exception {
    String data = table(x -> "$" + x + ".50").toString();
    String model = folder.resolve("model.json").toString();
    assertEquals(0, Cli.run("fit", data, "-o", model, "-q").code());
    Path other = Files.writeString(folder.resolve("new.csv"), "feature,other\n12 €,1.5\n");
    String sentence = Cli.run("predict", model, other.toString()).fault(3);
    assertTrue(
        sentence.endsWith(
            "new.csv, line 2, column 'feature' (1): '12 €' is not written as the column was when the"
                + " model was trained (numbers, unit '$'); write it so,"
                + " or give --na '12 €' if it means missing"),
        sentence);
  }

  @Test
  void aFileWithoutHeaderIsNamedWithTheOptionsThatReadIt() throws Exception {
    String model = folder.resolve("model.json").toString();
    assertEquals(0, Cli.run("fit", "src/test/resources/cases/train.csv", "-o", model, "-q").code());
    String data = "src/test/resources/cases/new-without-header.csv";
    String sentence = Cli.run("predict", model, data).fault(3);
    assertTrue(
        sentence.endsWith("give --header no --columns temp,kind,gain (check their order)"),
        sentence);
    List<String> options = Arrays.asList("--header", "no", "--columns", "temp,kind,gain");
    List<String> command = new ArrayList<>(List.of("predict", model, data));
    command.addAll(options);
    assertEquals(6, Cli.run(command.toArray(new String[0])).out().lines().count());
  }

  @Test
  void rangesAndBoundsHaveAnOrderThatCategoriesLack() throws Exception {
    for (IntFunction<String> cell :
        List.<IntFunction<String>>of(
            x -> "%d-%d".formatted(x % 5 * 10, x % 5 * 10 + 9),
            x -> "%d to %d".formatted(x % 5 * 10, x % 5 * 10 + 9),
            x -> x % 2 == 0 ? "<50" : ">=50",
            x -> x % 2 == 0 ? "18–24" : "65+")) {
      Cli.Outcome fit = Cli.run("fit", table(cell).toString(), "--log-format", "none", "--strict");
      assertTrue(fit.fault(3).contains("holds ranges or bounds such as"), fit.err());
    }
  }

  @Test
  void textSettlesWhatACategoryIs() throws Exception {
    String data = table(x -> x % 2 == 0 ? "<50" : ">=50").toString();
    assertEquals(0, Cli.run("fit", data, "--text", "feature", "-q", "--strict").code());
    assertEquals(0, Cli.run("fit", data, "--text=1", "-q", "--strict").code());
  }

  @Test
  void indicatorAddsAnInputThatSaysWhereNumbersAreMissing() throws Exception {
    String data = table(x -> x % 5 == 1 ? "" : "" + x).toString();
    Cli.Outcome fit = Cli.run("fit", data, "--missing", "indicator", "--params", "-", "-q");
    assertTrue(fit.out().contains(",feature=(missing),"), fit.out());
    assertTrue(!Cli.run("fit", data, "--params", "-", "-q").out().contains("(missing)"));
  }

  @Test
  void anEmptyListOfMissingCellsIsAFault() {
    String sentence = Cli.run("fit", Cli.data("mtcars"), "--na", "").fault(2);
    assertTrue(sentence.startsWith("--na is empty; "), sentence);
  }
}
