package gdtrain.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Flats;
import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.format.MissingCells;
import gdtrain.table.read.CsvOptions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found odd, each beside nearly the same that is not. */
class LintTest {
  private static final Flats FLATS = Flats.plain();

  /**
   * Two files.
   *
   * @param line what is told of the first; the second has nothing odd at all
   */
  record Case(String line, Flats odd, Flats fine, Wishes wishes) {
    Case(String line, Flats odd, Flats fine) {
      this(line, odd, fine, Wishes.NONE);
    }

    @Override
    public String toString() {
      return line;
    }
  }

  /** The options that matter here. */
  record Wishes(String target, String weight, String include, String exclude, Scaling scaling) {
    static final Wishes NONE = new Wishes(null, null, "", "", Scaling.STANDARD);

    static Wishes target(String target) {
      return new Wishes(target, null, "", "", Scaling.STANDARD);
    }

    Preparation preparation() {
      Preparation d = Preparation.defaults();
      return new Preparation(
          Optional.ofNullable(target),
          d.task(),
          Optional.ofNullable(weight),
          Selection.parse(include),
          Selection.parse(exclude),
          scaling,
          d.coding(),
          d.missing(),
          d.expansion());
    }
  }

  private static List<String> lines(Flats flats, Wishes wishes) {
    return lines(flats.csv(), wishes, ClassWeights.parse(null));
  }

  private static List<String> lines(String csv, Wishes wishes, ClassWeights classWeights) {
    return lines(Data.table(csv), wishes, classWeights);
  }

  private static List<String> lines(Table table, Wishes wishes, ClassWeights classWeights) {
    Preparation preparation = wishes.preparation();
    Prepared rows = Prepared.of(table, preparation, true, new Holdout.None(), note -> {});
    return Lint.of(rows.tables().training(), rows.schema(), preparation, classWeights).lines();
  }

  static Stream<Case> cases() {
    return Stream.of(leaks(), redundant(), oddColumns(), outliers(), categories())
        .flatMap(List::stream);
  }

  private static List<Case> leaks() {
    Flats dollars = FLATS.with("dollars", i -> round(1.08 * price(i), 1));
    Flats place = FLATS.with("place", i -> "place " + FLATS.text(i, "district").charAt(0));
    Flats code = FLATS.with("code", i -> FLATS.text(i, "district").length());
    return List.of(
        new Case(
            "error: column 'paid' gives the target away: 'price' is 'paid' in every row;"
                + " ⟦exclude⟧ paid leaves it out",
            FLATS.with("paid", i -> (int) price(i)),
            FLATS.with("paid", i -> (int) price(i)).cell(9, "paid", 340)),
        new Case(
            "error: column 'dollars' gives the target away: 'price' is 0.926 'dollars' in every row;"
                + " ⟦exclude⟧ dollars leaves it out",
            dollars,
            dollars.cell(20, "dollars", 299.9)),
        new Case(
            "error: column 'place' gives the target away: each of its values goes with one of"
                + " 'district'; ⟦exclude⟧ place leaves it out",
            place,
            place.cell(3, "place", "place W"),
            Wishes.target("district")),
        new Case(
            "error: column 'code' gives the target away: each of its values goes with one of"
                + " 'district'; ⟦exclude⟧ code leaves it out",
            code,
            code.cell(3, "code", 8),
            Wishes.target("district")),
        new Case(
            "error: target 'new' is 1 in all 30 rows, so there is nothing to learn; ⟦target⟧ NAME"
                + " takes another column",
            FLATS.with("new", i -> 1),
            FLATS.with("new", i -> i * i % 7),
            Wishes.target("new")));
  }

  private static List<Case> redundant() {
    Flats feet = FLATS.with("feet", i -> round(10.7639 * FLATS.number(i, "area"), 1));
    Flats total = FLATS.with("all rooms", i -> (int) (number(i, "rooms") + number(i, "baths")));
    Flats dummies =
        FLATS
            .with("a", i -> is(i, "Altona"))
            .with("e", i -> is(i, "Eimsbüttel"))
            .with("w", i -> is(i, "Wandsbek"));
    Flats quarter = FLATS.with("quarter", i -> "Hamburg-" + FLATS.text(i, "district"));
    Wishes numbers = new Wishes(null, null, "", "district", Scaling.STANDARD);
    return List.of(
        new Case(
            "warning: column 'years' is the same as 'age', so it adds nothing; ⟦exclude⟧ years"
                + " leaves it out",
            FLATS.with("years", i -> (int) number(i, "age")),
            FLATS.with("years", i -> (int) number(i, "age")).cell(14, "years", 15)),
        new Case(
            "warning: column 'feet' is 10.764 'area', so it adds nothing; ⟦exclude⟧ feet leaves it"
                + " out",
            feet,
            feet.cell(17, "feet", 439.8)),
        new Case(
            "warning: column 'built' is -'age' + 2020, so it adds nothing; ⟦exclude⟧ built leaves it"
                + " out",
            FLATS.with("built", i -> (int) (2020 - number(i, "age"))),
            FLATS.with("built", i -> (int) (2020 - number(i, "age"))).cell(5, "built", 2012)),
        new Case(
            "warning: column 'all rooms' is 'rooms' + 'baths', so it adds nothing; ⟦exclude⟧"
                + " 'all rooms' leaves it out",
            total,
            total.cell(30, "all rooms", 4)),
        new Case(
            "warning: column 'w' is -'a' - 'e' + 1, so it adds nothing; ⟦exclude⟧ district,w leaves"
                + " it out",
            dummies,
            dummies.cell(31, "w", 0),
            numbers),
        new Case(
            "warning: columns 'district' and 'quarter' hold the same: each value of one occurs with"
                + " one value of the other; ⟦exclude⟧ quarter leaves one out",
            quarter,
            quarter.cell(31, "quarter", "Hamburg-Altona")));
  }

  private static List<Case> oddColumns() {
    Flats scaled = FLATS.with("cm2", i -> (int) (10_000 * number(i, "area")));
    Wishes raw = new Wishes(null, null, "", "area", Scaling.NONE);
    return List.of(
        new Case(
            "warning: column 'garden' is missing in 16 of 30 rows and filled with the mean; ⟦exclude⟧"
                + " garden leaves it out",
            FLATS.with("garden", i -> i < 16 ? "NA" : i * i),
            FLATS.with("garden", i -> i < 15 ? "NA" : i * i)),
        new Case(
            "hint: column 'no' counts rows, from 101 to 130 and each number once; if it is an"
                + " identifier, ⟦exclude⟧ no leaves it out",
            FLATS.with("no", i -> 101 + i),
            FLATS.with("no", i -> 101 + i).cell(2, "no", 130)),
        new Case(
            "warning: column 'floor' is 99 in 2 rows, first in line 8, and 0 to 4 elsewhere; if that"
                + " stands for a missing value, ⟦na⟧ 99 reads it so",
            FLATS.with("floor", i -> i * i % 5).cell(8, "floor", 99).cell(30, "floor", 99),
            FLATS.with("floor", i -> i * i % 5).cell(8, "floor", 9).cell(30, "floor", 9)),
        new Case(
            "warning: column 'floor' is -9999 in 1 row, first in line 8, and 0 to 4 elsewhere; if that"
                + " stands for a missing value, ⟦na⟧=-9999 reads it so",
            FLATS.with("floor", i -> i * i % 5).cell(8, "floor", -9999),
            FLATS.with("floor", i -> i * i % 5).cell(8, "floor", "")),
        new Case(
            "warning: as inputs, 'cm2' and 'baths' have deviations of 361000 and 0.442: a factor of"
                + " 820000, which slows descent down; ⟦scale⟧ standard makes them equal",
            scaled,
            FLATS.with("m2", i -> (int) (2 * number(i, "area"))),
            raw));
  }

  private static List<Case> outliers() {
    Flats weighed = FLATS.with("weight", i -> 1 + i % 3);
    return List.of(
        new Case(
            "warning: line 7: the target, 32100, alone makes 97 % of the squared error at the start;"
                + " mend the cell, or ⟦na⟧ 32100 leaves the row out, or ⟦loss⟧ huber gives it"
                + " less weight",
            FLATS.cell(7, "price", 32100), FLATS.cell(7, "price", 821)),
        new Case(
            "warning: line 9, column 'area': 1210 alone makes 94 % of the column's variance, by which"
                + " it is scaled; mend the cell, or ⟦na⟧ 1210 reads it as missing",
            FLATS.cell(9, "area", 1210), FLATS.cell(9, "area", 210)),
        new Case(
            "warning: line 4, column 'walk': 18 alone makes 52 % of the gradient of its weight; mend"
                + " the cell, or ⟦na⟧ 18 reads it as missing",
            FLATS.with("walk", i -> 5 + i % 7).cell(4, "walk", 18).cell(4, "price", 1300),
            FLATS.with("walk", i -> 5 + i % 7).cell(4, "walk", 18)),
        new Case(
            "warning: line 12 has 63 % of all weight, 100 in column 'weight': the other rows hardly"
                + " count; mend the weight, or do without ⟦weight⟧",
            weighed.cell(12, "weight", 100),
            weighed.cell(12, "weight", 10),
            new Wishes(null, "weight", "", "", Scaling.STANDARD)));
  }

  private static List<Case> categories() {
    Flats heating = FLATS.with("heating", i -> i % 2 == 0 ? "gas" : "oil");
    Flats broker = FLATS.with("broker", i -> "broker " + "abcdefghijklmnop".charAt(i % 16));
    return List.of(
        new Case(
            "hint: column 'heating': 2 of its 4 texts, 'Gas' (line 2), 'wood' (line 11), come in one"
                + " or two rows only, from which alone their weights are learned; ⟦exclude⟧ heating"
                + " leaves the column out",
            heating.cell(2, "heating", "Gas").cell(11, "heating", "wood"),
            heating),
        new Case(
            "warning: column 'broker' has 16 different texts in 30 rows, so its weights would"
                + " memorise single rows; ⟦exclude⟧ broker leaves it out",
            broker,
            FLATS.with("broker", i -> "broker " + "abcdefgh".charAt(i % 8))),
        new Case(
            "warning: class 'wood' (one row, line 11) has too few rows to learn it and to tell how"
                + " well; ⟦na⟧ wood leaves it out",
            heating.cell(11, "heating", "wood"),
            heating.cell(11, "heating", "wood").cell(12, "heating", "wood"),
            Wishes.target("heating")),
        new Case(
            "hint: 2 rows repeat another cell by cell, the first in line 32 that of line 5; if that"
                + " is a mistake, take them out of the file: they count twice, and may be learned"
                + " from and validated on",
            FLATS.again(5, 9),
            FLATS.again(5, 9).cell(32, "price", 603)));
  }

  private static double number(int row, String column) {
    return FLATS.number(row, column);
  }

  private static double price(int row) {
    return number(row, "price");
  }

  private static int is(int row, String district) {
    return FLATS.text(row, "district").equals(district) ? 1 : 0;
  }

  private static double round(double value, int digits) {
    double power = Math.pow(10, digits);
    return Math.rint(value * power) / power;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void tellsWhatIsOddAndNothingOfWhatIsNearlySo(Case it) {
    assertEquals(List.of(it.line()), lines(it.odd(), it.wishes()));
    assertEquals(List.of(), lines(it.fine(), it.wishes()));
  }

  @Test
  void aColumnThatIsIncludedByNameIsMeant() {
    Flats odd = FLATS.with("years", i -> (int) number(i, "age")).with("no", i -> i);
    Wishes meant = new Wishes(null, null, "years,no", "", Scaling.STANDARD);

    assertEquals(2, lines(odd, Wishes.NONE).size());
    assertEquals(List.of(), lines(odd, meant));
  }

  @Test
  void shortTablesMayLookOddByChance() {
    Flats odd = FLATS.with("years", i -> (int) number(i, "age")).with("no", i -> i);

    assertEquals(List.of(), lines(odd.first(10), Wishes.NONE));
    assertEquals(2, lines(odd.first(17), Wishes.NONE).size());
  }

  @Test
  void nothingIsSaidOfFewerThanTenRows() {
    Flats odd =
        FLATS
            .with("cm2", i -> (int) (10_000 * number(i, "area")))
            .with("garden", i -> i < 6 ? "NA" : i * i)
            .with("new", i -> 1);
    Flats classes = FLATS.with("sold", i -> i == 3 ? "yes" : "no");
    Wishes raw = new Wishes("new", null, "", "", Scaling.NONE);

    assertEquals(List.of(), lines(odd.first(10), raw));
    assertEquals(3, lines(odd.first(11), raw).size());
    assertEquals(List.of(), lines(classes.first(10), Wishes.target("sold")));
    assertEquals(1, lines(classes.first(11), Wishes.target("sold")).size());
  }

  @Test
  void theScaleOfAColumnThatIsIncludedByNameIsMeant() {
    Flats odd = FLATS.with("m2", i -> (int) (2e7 * i * i % 7e7)).with("mm", i -> i * i % 5 / 1e4);
    Wishes one = new Wishes(null, null, "m2", "", Scaling.NONE);
    Wishes both = new Wishes(null, null, "m2,mm", "", Scaling.NONE);

    assertTrue(lines(odd, one).toString().contains("as inputs, 'area' and 'mm'"));
    assertEquals(List.of(), lines(odd, both));
  }

  @Test
  void aLeakIsToldForTheRowsThatHaveBoth() {
    Flats paid = FLATS.with("paid", i -> i % 3 == 0 ? "" : (int) price(i));

    assertEquals(
        List.of(
            "error: column 'paid' gives the target away: 'price' is 'paid' in all 20 rows that have"
                + " both; ⟦exclude⟧ paid leaves it out"),
        lines(paid, Wishes.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999", "999.0", "9.99e2", "+999.00"})
  void theRemedyForAPlaceholderWorksHoweverItIsSpelledAndKeepsWhatWasGiven(String cell) {
    String csv = FLATS.with("floor", i -> i * i % 5).cell(8, "floor", cell).csv();
    CsvOptions given =
        CsvOptions.defaults().with(MissingCells.NONE.and(List.of("NA", "none", "-7")));
    CsvOptions mended = given.with(MissingCells.NONE.and(List.of("NA", "none", "-7", "999")));
    ClassWeights same = ClassWeights.parse(null);

    assertEquals(
        List.of(
            "warning: column 'floor' is 999 in 1 row, first in line 8, and 0 to 4 elsewhere; if that"
                + " stands for a missing value, ⟦na⟧=-7,none,999 reads it so"),
        lines(Data.table(csv, given), Wishes.NONE, same));
    assertEquals(List.of(), lines(Data.table(csv, mended), Wishes.NONE, same));
  }

  @Test
  void hugeAndTinyNumbersHaveFiguresToo() {
    Wishes raw = new Wishes(null, null, "", "", Scaling.NONE);
    Flats scales =
        FLATS.with("huge", i -> (i * i % 7) * 1e30 - 3e30).with("tiny", i -> (i * i % 5) * 1e-30);
    Flats copy =
        FLATS
            .with("light", i -> (i * i % 7) * 1e200)
            .with("dark", i -> (i * i % 7) * -2e200)
            .with("weight", i -> i % 2 == 0 ? 1e308 : 5e307);
    Wishes weighed = new Wishes(null, "weight", "", "area,rooms,baths,age", Scaling.NONE);

    assertEquals(
        List.of(
            "warning: as inputs, 'huge' and 'tiny' have deviations of 1.42e30 and 1.67e-30: a factor"
                + " of 8.5e59, which slows descent down; ⟦scale⟧ standard makes them equal"),
        lines(scales, raw));
    assertEquals(
        List.of(
            "warning: column 'dark' is -2 'light', so it adds nothing; ⟦exclude⟧"
                + " area,rooms,baths,age,dark leaves it out"),
        lines(copy, weighed));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyFiniteNumberCanBeToldOf(long seed) {
    Random random = new Random(seed);
    double[] sizes = {1e-310, 1e-160, 99, 1e160, 1.7e308};
    IntFunction<String> row =
        i ->
            IntStream.of(0, 1, 2, 3, 4, random.nextInt(5))
                .mapToObj(k -> Double.toString(sizes[k] * (2 * random.nextDouble() - 1)))
                .collect(Collectors.joining(","));
    String csv = "a,b,c,d,e,y\n" + numbers(24, row);
    Wishes raw = new Wishes(null, null, "", "", Scaling.NONE);

    List<String> lines = lines(csv, raw, ClassWeights.parse(null));
    assertFalse(lines.toString().contains("Infinity"), lines.toString());
    assertFalse(lines.toString().contains("NaN"), lines.toString());
  }

  @Test
  void theOnlyInputMayTellTheTarget() {
    String line = "x,y\n" + numbers(12, i -> i * i + "," + (3 * i * i - 1));

    assertEquals(
        List.of(
            "hint: the only input, 'x', determines the target exactly: 'y' is 3 'x' - 1 in every"
                + " row; a model is not needed"),
        lines(line, Wishes.NONE, ClassWeights.parse(null)));
  }

  @Test
  void aRareClassIsToldUnlessClassesHaveWeights() {
    String csv = "x,y,fault\n" + numbers(120, i -> i % 7 + "," + i % 11 + "," + (i % 40 == 3));
    Wishes wishes = Wishes.NONE;

    assertEquals(
        List.of(
            "hint: class 'true' occurs once for every 39 rows of 'false', which make 98 % of all, so"
                + " accuracy says little; ⟦class-weight⟧ balanced weights all classes equally"),
        lines(csv, wishes, ClassWeights.parse(null)));
    assertEquals(List.of(), lines(csv, wishes, ClassWeights.parse("balanced")));
    String fewer = "x,y,fault\n" + numbers(120, i -> i % 7 + "," + i % 11 + "," + (i % 20 == 3));
    assertEquals(List.of(), lines(fewer, wishes, ClassWeights.parse(null)));
  }

  @Test
  void rowsOfWeightZeroDoNotCount() {
    Flats odd = FLATS.cell(9, "area", 1210).with("weight", i -> i == 7 ? 0 : 1);

    assertEquals(1, lines(odd, new Wishes(null, null, "", "weight", Scaling.STANDARD)).size());
    assertEquals(List.of(), lines(odd, new Wishes(null, "weight", "", "", Scaling.STANDARD)));
  }

  @Test
  void tellsTwoOfAKindAndNamesTheOthers() {
    Flats odd = FLATS;
    for (int k = 2; k < 10; k++) {
      int factor = k;
      odd = odd.with("age" + k, i -> (int) (factor * number(i, "age")));
    }

    List<String> lines = lines(odd, Wishes.NONE);
    assertEquals(3, lines.size());
    assertEquals(
        "warning: 6 more columns that follow from others: 'age4', 'age5', 'age6', 'age7', 'age8',"
            + " 'age9'",
        lines.get(2));
  }

  @Test
  void saysWhereItDoesNotLook() {
    String header = IntStream.range(0, 301).mapToObj(j -> "x" + j).collect(Collectors.joining(","));
    String csv =
        header
            + ",y\n"
            + numbers(
                12,
                i ->
                    IntStream.range(0, 302)
                        .mapToObj(
                            j -> Long.toString((7 + i) * (long) (j * j + 3) * (i + j) % 10_007))
                        .collect(Collectors.joining(",")));

    List<String> lines = lines(csv, Wishes.NONE, ClassWeights.parse(null));
    assertTrue(
        lines.contains(
            "hint: among 301 columns of numbers those that follow from others are not looked for; 300"
                + " are the most"),
        lines.toString());
  }

  private static String numbers(int rows, IntFunction<String> row) {
    return IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void manyRowsAreLookedAtEvenlySpaced() {
    Table rows = Data.file("iris.csv");
    assertSame(rows, Lint.sample(rows, 150));
    Table half = Lint.sample(rows, 149);
    assertEquals(75, half.rows());
    assertEquals(rows.line(148), half.line(74));
    assertEquals(50, Lint.sample(rows, 50).rows());
    assertEquals(
        List.of("looked for what is odd in 75 of 150 rows, evenly spaced"),
        new Findings(List.of(), half.rows(), rows.rows()).lines());
  }
}
