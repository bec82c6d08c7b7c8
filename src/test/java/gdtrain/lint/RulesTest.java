package gdtrain.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.Data;
import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.lint.Finding.Severity;
import gdtrain.table.Selection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule by itself, at its limit and just beyond. */
class RulesTest {
  /**
   * A rule and two tables.
   *
   * @param sentence what it says of the first, made of {@code odd}; nothing of the second
   */
  record Limit(Rule rule, String sentence, String odd, String fine) {
    @Override
    public String toString() {
      return rule.getClass().getSimpleName() + ": " + sentence;
    }
  }

  private static String csv(String header, int rows, IntFunction<String> row) {
    return IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n", header, "\n"));
  }

  private static List<Finding> findings(Rule rule, String csv, Scaling scaling) {
    Preparation d = Preparation.defaults();
    Preparation preparation =
        new Preparation(
            Optional.of("y"),
            d.task(),
            d.weight(),
            Selection.none(),
            Selection.none(),
            scaling,
            d.coding(),
            d.missing(),
            d.expansion());
    Prepared rows = Prepared.of(Data.table(csv), preparation, true, new Holdout.None(), n -> {});
    return rule.findings(
        new TrainingRows(
            rows.tables().training(), rows.schema(), preparation, ClassWeights.parse(null)));
  }

  static Stream<Limit> limits() {
    return Stream.concat(columns(), rows());
  }

  private static Stream<Limit> columns() {
    return Stream.of(
        new Limit(
            new ConstantTarget(),
            "target 'y' is 0.5 in all 12 rows, so there is nothing to learn; ⟦target⟧ NAME takes"
                + " another column",
            csv("x,y\n", 12, i -> i + ",0.5"),
            csv("x,y\n", 12, i -> i + (i == 3 ? ",0.6" : ",0.5"))),
        new Limit(
            new Leaks(),
            "column 'x' gives the target away: 'y' is 2 'x' + 0.5 in every row; ⟦exclude⟧ x leaves"
                + " it out",
            csv("x,z,y\n", 20, i -> i + "," + i * i % 7 + "," + (2 * i + 0.5)),
            csv("x,z,y\n", 20, i -> i + "," + i * i % 7 + "," + (2 * i + (i == 9 ? 0.7 : 0.5)))),
        new Limit(
            new SameCategories(),
            "columns 'town' and 'code' hold the same: each value of one occurs with one value of the other;"
                + " ⟦exclude⟧ code leaves one out",
            csv("town,code,y\n", 12, i -> "t" + i % 3 + ",c" + i % 3 + "," + i * i),
            csv("town,code,y\n", 12, i -> "t" + i % 3 + ",c" + (i == 5 ? 0 : i % 3) + "," + i * i)),
        new Limit(
            new Collinear(),
            "column 'c' is 'a' - 2 'b', so it adds nothing; ⟦exclude⟧ c leaves it out",
            csv(
                "a,b,c,y\n",
                16,
                i -> i + "," + i * i % 5 + "," + (i - 2 * (i * i % 5)) + "," + i % 6),
            csv(
                "a,b,c,y\n",
                16,
                i -> i + "," + i * i % 5 + "," + (i - 2 * (i * i % 5) + i / 15) + "," + i % 6)),
        new Limit(
            new MostlyMissing(),
            "column 'x' is missing in 7 of 12 rows and filled with the mean; ⟦exclude⟧ x leaves it"
                + " out",
            csv("x,y\n", 12, i -> (i < 7 ? "" : i) + "," + i),
            csv("x,y\n", 12, i -> (i < 6 ? "" : i) + "," + i)),
        new Limit(
            new ManyLevels(),
            "column 'x' has 7 different texts in 12 rows, so its weights would memorise single rows;"
                + " ⟦exclude⟧ x leaves it out",
            csv("x,y\n", 12, i -> "name " + i % 7 + "," + i),
            csv("x,y\n", 12, i -> "name " + i % 6 + "," + i)),
        new Limit(
            new Identifiers(),
            "column 'x' counts rows, from 100 to 111 and each number once; if it is an identifier,"
                + " ⟦exclude⟧ x leaves it out",
            csv("x,z,y\n", 12, i -> 100 + i + "," + i * i % 5 + "," + i % 7),
            csv("x,z,y\n", 12, i -> 100 + i % 11 + "," + i * i % 5 + "," + i % 7)),
        new Limit(
            new RareLevels(),
            "column 'x': 1 of its 4 texts, 'd' (line 6), come in one or two rows only, from which"
                + " alone their weights are learned; ⟦exclude⟧ x leaves the column out",
            csv("x,y\n", 30, i -> (i == 4 || i == 9 ? "d" : "abc".charAt(i % 3)) + "," + i),
            csv("x,y\n", 30, i -> (i % 10 == 4 ? "d" : "abc".charAt(i % 3)) + "," + i)));
  }

  private static Stream<Limit> rows() {
    return Stream.of(
        new Limit(
            new Placeholders(),
            "column 'x' is 99 in 2 rows, first in line 2, and 0 to 11 elsewhere; if that stands for a"
                + " missing value, ⟦na⟧ 99 reads it so",
            csv("x,y\n", 12, i -> (i % 6 == 0 ? 99 : i % 6 == 1 ? 0 : i) + "," + i),
            csv("x,y\n", 12, i -> (i % 6 == 0 ? 99 : i % 6 == 1 ? 0 : 5 * i) + "," + i)),
        new Limit(
            new Outliers(),
            "line 6, column 'x': 1000 alone makes 96 % of the column's variance, by which it is"
                + " scaled; mend the cell, or ⟦na⟧ 1000 reads it as missing",
            csv("x,y\n", 24, i -> (i == 4 ? 1000 : i) + "," + i % 5),
            csv("x,y\n", 24, i -> (i == 4 ? 30 : i) + "," + i % 5)),
        new Limit(
            new RareClasses(),
            "class 'b' (one row, line 6) has too few rows to learn it and to tell how well; ⟦na⟧ b"
                + " leaves it out",
            csv("x,y\n", 12, i -> i + "," + (i == 4 ? "b" : "a")),
            csv("x,y\n", 12, i -> i + "," + (i == 4 || i == 5 ? "b" : "a"))),
        new Limit(
            new SimilarClasses(),
            "target 'y' has classes whose names differ only in case or blanks: 'NEW YORK' (3 rows),"
                + " 'New  york' (3 rows), 'New York' (3 rows); give each class one name in the file",
            csv(
                "x,y\n",
                12,
                i -> i + "," + List.of("NEW YORK", "New  york", "New York", "York").get(i % 4)),
            csv("x,y\n", 12, i -> i + "," + List.of("New York", "York", "New Yorkers").get(i % 3))),
        new Limit(
            new RareClasses(),
            "3 classes have too few rows to learn them and to tell how well: 'b' (one row, line 6),"
                + " 'c' (one row, line 7) and 1 more; ⟦na⟧ with their names leaves them out",
            csv("x,y\n", 12, i -> i + "," + (i > 3 && i < 7 ? "bcd".charAt(i - 4) : 'a')),
            csv("x,y\n", 12, i -> i + "," + (i > 3 && i < 6 ? 'b' : 'a'))),
        new Limit(
            new RepeatedRows(),
            "2 rows repeat another cell by cell, the first in line 12 that of line 2; if that is a"
                + " mistake, take them out of the file: they count twice, and may be learned from"
                + " and validated on",
            csv("x,y\n", 12, i -> i % 10 + "," + i % 10 * 3),
            csv("x,y\n", 12, i -> i % 11 + "," + i % 11 * 3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("limits")
  void aRuleFindsWhatIsBeyondItsLimit(Limit limit) {
    List<String> found =
        findings(limit.rule(), limit.odd(), Scaling.STANDARD).stream()
            .map(Finding::sentence)
            .toList();
    assertEquals(List.of(limit.sentence()), found);
    assertEquals(List.of(), findings(limit.rule(), limit.fine(), Scaling.STANDARD));
  }

  @Test
  void scalesThatDifferAThousandTimesAreFine() {
    IntFunction<String> row = i -> i % 5 + "," + 1000 * (i % 5) + "," + i;
    assertEquals(List.of(), findings(new Scales(), csv("a,b,y\n", 15, row), Scaling.NONE));
    String wide = csv("a,b,y\n", 15, i -> i % 5 + "," + 1001 * (i % 5) + "," + i);
    assertEquals(
        List.of(
            Finding.warning(
                "scales",
                "as inputs, 'b' and 'a' have deviations of 1420 and 1.41: a factor of 1000, which"
                    + " slows descent down; ⟦scale⟧ standard makes them equal")),
        findings(new Scales(), wide, Scaling.NONE));
    assertEquals(List.of(), findings(new Scales(), wide, Scaling.STANDARD));
    assertEquals(List.of(), findings(new Scales(), wide, Scaling.MINMAX));
  }

  @Test
  void findingsSayHowLikelyTheyAreAMistake() {
    String leak = csv("x,z,y\n", 20, i -> i + "," + i * i % 7 + "," + 2 * i);
    Finding found = findings(new Leaks(), leak, Scaling.STANDARD).get(0);
    assertEquals(Severity.ERROR, found.severity());
    assertEquals("columns that give the target away", found.kind());
    assertEquals(List.of("x"), found.columns());
  }

  @Test
  void objectionsAreAllFindingsButHints() {
    Finding hint = Finding.hint("k", "a hint");
    Finding warning = Finding.warning("k", "a warning");
    Finding error = Finding.error("k", "an error", "x");
    assertEquals(List.of(), new Findings(List.of(hint), 9, 9).objections());
    assertEquals(
        List.of("an error", "a warning"),
        new Findings(List.of(error, warning, hint), 9, 9).objections());
  }
}
