package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options that settle how cells are written, and what a model file says about it. */
class CellFormatOptionTest {
  @TempDir private Path folder;

  private String file(String... lines) throws Exception {
    return Files.writeString(folder.resolve("data.csv"), String.join("\n", lines) + "\n")
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--decimal x | --decimal takes auto or one of point (.), comma (,), not 'x'",
        "--decimal '' | --decimal takes auto or one of point (.), comma (,), not ''''",
        "--thousands .. | --thousands takes auto or one of point (.), comma (,), blank, apostrophe, not '..'",
        "--date-format y/d/m | --date-format takes auto, d/m/y, m/d/y or y/m/d, not 'y/d/m'",
        "--date :month | --date takes a column, or a column and parts such as day:month,weekday, not ':month'",
        "--date when: | --date takes a column, or a column and parts such as day:month,weekday, not 'when:'",
        "--rare 0 | --rare must be 1 or more, not 0",
        "--numeric when --date when | column 'when' is given to both --numeric and --date; choose one",
        "--categorical 1 --date when | column 'when' is given to both --categorical and --date; choose one",
      })
  void refusesWhatIsNoFormat(String options, String sentence) throws Exception {
    String data = file("when,x,y", "2024-01-01,1,2", "2024-01-02,2,4", "2024-01-03,4,5");
    List<String> command = new ArrayList<>(List.of("fit", data));
    for (String word : options.split(" ")) {
      command.add(word.equals("''") ? "" : word);
    }
    assertEquals(sentence.replace("''''", "''"), Cli.run(command.toArray(new String[0])).fault(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234 | --thousands point | is read as 1234",
        "1.234 | --thousands . | is read as 1234",
        "1.234 | --decimal , | is read as 1234",
        "1,234 | --decimal comma | is read as 1.234",
        "1,234 | --thousands comma | is read as 1234",
        "1 234 | --thousands blank | is read as 1234",
        "1'234 | --thousands apostrophe | is read as 1234",
        "1’234 | --thousands ’ | is read as 1234",
        "03/04/2024 | --date-format d-m-y | dates d/m/y as days since 2024-04-03",
        "03/04/2024 | --date-format m/d/y | dates m/d/y as days since 2024-03-04",
      })
  void settlesWhatMayMeanTwoThings(String cell, String option, String said) throws Exception {
    String data =
        file("x;z;y", cell + ";1;2", "999;2;4", cell + ";3;7", "999;4;7").replace("\\", "/");
    if (cell.indexOf('/') >= 0) {
      data = file("x;z;y", cell + ";1;2", "05/06/2024;2;4", cell + ";3;7", "05/06/2024;4;7");
    }
    List<String> command = new ArrayList<>(List.of("fit", data, "--log-format", "none"));
    command.addAll(List.of(option.split(" ")));
    Cli.Outcome fit = Cli.run(command.toArray(new String[0]));
    assertTrue(fit.err().contains(said), fit.err());
    assertFalse(fit.err().contains("settles it"), fit.err());
  }

  @Test
  void aMarkMeansWhatItMeansInOtherColumns() throws Exception {
    String points = file("x;z;y", "1.234;1,5;2", "999;2,5;4", "5.678;3,5;7", "7;4,5;7");
    String said = Cli.run("fit", points, "--log-format", "none").err();
    assertTrue(said.contains("'1.234' is read as 1234"), said);
    assertFalse(said.contains("settles it"), said);
    String commas = file("x;z;y", "1,234;1.5;2", "999;2.5;4", "5,678;3.5;7", "7;4.5;7");
    said = Cli.run("fit", commas, "--log-format", "none").err();
    assertTrue(said.contains("'1,234' is read as 1234"), said);
    assertFalse(said.contains("settles it"), said);
  }

  @Test
  void groupsOfThreeInEveryCellAreDoubtfulWhereSemicolonsSeparate() throws Exception {
    String data = file("x;z;y", "1,234;1;2", "2,345;2;4", "5,678;3;7", "7,891;4;7");
    String fault = Cli.run("fit", data, "--strict", "-q").fault(3);
    assertTrue(fault.contains("'1,234' on line 2 may be 1.234 or 1234"), fault);
  }

  @Test
  void namesADateThatIsNoneAndDatesOfSeveralOrders() throws Exception {
    String none = file("d,x,y", "2024-01-01,1,2", "soon,2,4", "2024-01-03,4,5");
    String fault = Cli.run("fit", none, "--date", "d").fault(3);
    assertTrue(fault.contains("line 3, column 'd' (1): 'soon' is no date; "), fault);
    String mixed = file("d,x,y", "2024-01-01,1,2", "13/1/2024,2,4", "1/13/2024,4,5");
    fault = Cli.run("fit", mixed, "--date", "d").fault(3);
    assertTrue(fault.contains("are not all written in the same way"), fault);
  }

  @Test
  void mostlyDatesOrTimesOrAmountsAreNamedWithTheCellThatIsNone() throws Exception {
    StringBuilder dates = new StringBuilder("when,at,cost,y\n");
    for (int i = 1; i < 29; i++) {
      dates.append("2024-02-%02d,%d:30,$%d,%d\n".formatted(i, i % 24, i, i * i % 7));
    }
    String data = file(dates + "tomorrow,noon,free,3");
    String said = Cli.run("fit", data, "--log-format", "none").err();
    assertTrue(said.contains("28 of its 29 values are dates, but line 30 has 'tomorrow'"), said);
    assertTrue(said.contains("28 of its 29 values are times, but line 30 has 'noon'"), said);
    assertTrue(said.contains("28 of its 29 values are numbers, unit '$', but line 30"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\" : \"number\" | \"kind\" : \"color\" | 'kind' is \"color\"",
        "\"decimal\" : \".\" | \"decimal\" : \"x\" | 'decimal' is \"x\"",
        "\"thousands\" : \"\" | \"thousands\" : \".\" | 'thousands' is \".\"",
        "\"order\" : \"y/m/d\" | \"order\" : \"d/y/m\" | 'order' is \"d/y/m\"",
        "\"origin\" : \"2024-01-01\" | \"origin\" : \"May\" | 'origin' is no date such as 2024-01-31",
        "\"month\" | \"moon\" | 'parts' is [\"moon\"]",
        "\"unit\" : \"minutes\" | \"unit\" : \"miles\" | 'unit' is \"miles\"",
      })
  void aModelFileWithAFormatThatIsNoneIsAtFault(String right, String wrong, String sentence)
      throws Exception {
    String data =
        file("d,t,c,y", "2024-01-01,7:05,$1,2", "2024-02-01,8:05,$2,4", "2024-03-01,7:15,$4,5");
    Path model = folder.resolve("model.json");
    assertEquals(0, Cli.run("fit", data, "--date", "d:month", "-o", model.toString(), "-q").code());
    String text = Files.readString(model);
    assertTrue(text.contains(right), text);
    Files.writeString(model, text.replace(right, wrong));
    String fault = Cli.run("predict", model.toString(), data).fault(3);
    assertTrue(fault.contains(sentence), fault);
  }

  @Test
  void showSaysHowColumnsAreWritten() throws Exception {
    String data =
        file("d,t,c,y", "2024-01-01,7:05,$1,2", "2024-02-01,8:05,,4", "2024-03-01,7:15,$4,5");
    String model = folder.resolve("model.json").toString();
    assertEquals(0, Cli.run("fit", data, "--missing", "indicator", "-o", model, "-q").code());
    String shown = Cli.run("show", model).out();
    assertTrue(shown.contains("dates as days since 2024-01-01"), shown);
    assertTrue(shown.contains("times in minutes (h:mm)"), shown);
    assertTrue(shown.contains("numbers, unit '$'"), shown);
    assertTrue(shown.contains("1 where missing"), shown);
  }
}
