package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The class that is predicted, and the categories that others are compared with. */
class ReferenceLevelsTest {
  private static final String PENGUINS = "datasets/penguins.csv";
  private static final String TITANIC = "datasets/titanic.csv";

  @TempDir private Path folder;

  private static Map<String, Double> parameters(String data, String... options) {
    List<String> command =
        new ArrayList<>(List.of("fit", data, "--params", "-", "--tolerance", "1e-10"));
    command.addAll(List.of(options));
    Map<String, Double> parameters = new LinkedHashMap<>();
    Cli.run(command.toArray(new String[0]))
        .ok()
        .out()
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(cells -> parameters.put(cells[2], Double.valueOf(cells[3])));
    return parameters;
  }

  @Test
  void theOtherClassHasTheOppositeParameters() {
    String[] options = {"--target", "sex", "--l2", "0.01"};
    Map<String, Double> male = parameters(PENGUINS, options);
    Map<String, Double> female =
        parameters(PENGUINS, "--target", "sex", "--l2", "0.01", "--positive", "female");

    assertEquals(male.keySet(), female.keySet());
    male.forEach((input, value) -> assertEquals(-value, female.get(input), 1e-7, input));
  }

  /** The coefficients of another base are differences of those of the first. */
  @Test
  void theOthersAreComparedWithTheBase() {
    Map<String, Double> usual = parameters(PENGUINS, "--target", "body_mass_g");
    Map<String, Double> gentoo =
        parameters(PENGUINS, "--target", "body_mass_g", "--base", "species=Gentoo");
    double shift = usual.get("species=Gentoo");

    assertEquals(-shift, gentoo.get("species=Adelie"), 1e-5 * Math.abs(shift));
    assertEquals(
        usual.get("species=Chinstrap") - shift,
        gentoo.get("species=Chinstrap"),
        1e-5 * Math.abs(shift));
    assertEquals(
        usual.get("(intercept)") + shift,
        gentoo.get("(intercept)"),
        1e-6 * Math.abs(usual.get("(intercept)")));
    assertTrue(!gentoo.containsKey("species=Gentoo"), gentoo.toString());
  }

  /** Column 7 is sex, which has gaps. */
  @Test
  void missingMayBeTheBase() {
    Map<String, Double> found =
        parameters(PENGUINS, "--target", "body_mass_g", "--base", "7=(missing)");

    assertTrue(found.keySet().containsAll(List.of("sex=female", "sex=male")), found.toString());
    assertTrue(!found.containsKey("sex=(missing)"), found.toString());
  }

  @Test
  void aModelPredictsTheChosenClass() throws Exception {
    String model = folder.resolve("m.json").toString();
    Cli.run("fit", PENGUINS, "--target", "sex", "--positive", "female", "-o", model).ok();
    String said =
        Cli.run("evaluate", model, PENGUINS, "--require", "auc>0.9", "--require", "f1>0.8")
            .ok()
            .out();
    String header = Cli.run("predict", model, PENGUINS).ok().out().lines().findFirst().orElse("");

    assertTrue(said.contains("auc"), said);
    assertEquals("prediction,probability_male,probability_female", header);
    assertTrue(Files.readString(Path.of(model)).contains("\"positive\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "sex | --positive=Male | --positive: target 'sex' has no class 'Male'; its classes are",
        "species | --positive=Gentoo | --positive needs two classes, but target 'species' has 3",
        "body_mass_g | --positive=1 | --positive needs two classes, but target 'body_mass_g' is",
        "sex | --base=species | --base takes COLUMN=LEVEL, not 'species'",
        "sex | --base==Gentoo | --base takes COLUMN=LEVEL, not '=Gentoo'",
        "sex | --base=species=gentoo | --base: column 'species' has no category 'gentoo'; its",
        "sex | --base=kind=Gentoo | --base: there is no column 'kind'",
        "sex | --base=year=2008 | --base: column 'year' is no input of categories;",
        "sex | --base=sex=male | --base: column 'sex' is no input of categories;",
        "sex | --base=1=Gentoo --base=species=Adelie | --base names column 'species' twice",
        "sex | --base=1=Gentoo --encode=full | --base has no effect with --encode full"
      })
  void whatCannotBeIsSaid(String target, String options, String sentence) {
    List<String> command = new ArrayList<>(List.of("fit", PENGUINS, "--target", target));
    command.addAll(List.of(options.split(" ")));
    Cli.Outcome outcome = Cli.run(command.toArray(new String[0]));

    assertEquals(2, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains(sentence), outcome.err());
  }

  /** A name with an equals sign, as a column may have. */
  @Test
  void aNameMayHoldAnEqualsSign() throws Exception {
    StringBuilder rows = new StringBuilder("a=b,y\n");
    for (int i = 0; i < 30; i++) {
      rows.append("x=").append(i % 3).append(',').append(i % 3 * 2 + i % 2).append('\n');
    }
    Path data = Files.writeString(folder.resolve("equals.csv"), rows);
    Map<String, Double> found = parameters(data.toString(), "--base", "a=b=x=1");

    assertEquals(List.of("a=b=x=0", "a=b=x=2", "(intercept)"), List.copyOf(found.keySet()));
    assertEquals(-2, found.get("a=b=x=0"), 1e-6);
    assertEquals(2, found.get("a=b=x=2"), 1e-6);
  }

  /** The base of all rows is that of every fold, too. */
  @Test
  void aBaseIsKeptByTheFolds() {
    String out =
        Cli.run("cv", TITANIC, "--target", "survived", "--base", "sex=male", "--folds", "3")
            .ok()
            .out();

    assertTrue(out.lines().count() > 3, out);
  }
}
