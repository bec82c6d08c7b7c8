package gdtrain.cli;

import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands of an analyst cannot do is refused with its reason. */
class RefusalsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void writeFiles() throws IOException {
    Files.writeString(folder.resolve("three.csv"), "x,v,z,y\n1,2,7,2.5\n2,5,7,3.5\n3,3,7,1.5\n");
    Files.writeString(folder.resolve("alone.csv"), "x,g,y\n1,a,2\n2,a,3\n3,a,5\n4,b,1\n5,a,2\n");
    Files.writeString(folder.resolve("exact.csv"), "x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n");
    fit("rents", "plain");
    fit("rents", "few", "--validation", "0.2");
    fit("iris", "classes", "--epochs", "3");
    fit("mtcars", "number", "--target", "mpg", "--exclude", "model");
    String[] am = {"--target", "am", "--task", "classification", "--exclude", "model"};
    fit("mtcars", "two", Cli.args(List.of(am), "--epochs", "3"));
    fit("mtcars", "hinge", Cli.args(List.of(am), "--epochs", "3", "--loss", "hinge"));
    fit("titanic", "survivors", "--exclude", "name", "--epochs", "3");
    String few = Files.readString(folder.resolve("few.json"));
    Files.writeString(folder.resolve("broken.json"), few.replace("\"residuals\"", "\"residual\""));
    fit("rents", "sure", "--inference");
    String sure = Files.readString(folder.resolve("sure.json"));
    edit("level", sure, "\"level\" : 0.95", "\"level\" : \"x\"");
    edit("list", sure, "\"means\" : ", "\"means\" : 3, \"m\" : ");
    edit("object", sure, "\"inference\" : {", "\"inference\" : 3, \"i\" : {");
    Files.writeString(folder.resolve("wide.csv"), wide(2001));
  }

  private static void edit(String name, String model, String from, String to) throws IOException {
    assertTrue(model.contains(from), from);
    Files.writeString(folder.resolve(name + ".json"), model.replace(from, to));
  }

  private static String wide(int columns) {
    StringBuilder csv = new StringBuilder();
    for (int row = 0; row < 5; row++) {
      for (int j = 0; j <= columns; j++) {
        csv.append(j == 0 ? "" : ",").append(row == 0 ? "x" + j : "" + row * (j + row) % 7 + row);
      }
      csv.append("\n");
    }
    return csv.toString();
  }

  private static void fit(String data, String model, String... more) {
    List<String> words = new ArrayList<>(List.of("fit", data(data), "--log-format", "none", "-q"));
    words.addAll(List.of("-o", folder.resolve(model + ".json").toString()));
    words.addAll(List.of(more));
    run(words.toArray(String[]::new)).ok();
  }

  static Stream<String> cases() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/refusals.txt")).stream()
        .filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areRefused(String line) {
    String[] parts = line.replace("$T", folder.toString()).split(" [|] ");
    List<String> words = new ArrayList<>(List.of(parts[2].split(" ")));
    if (words.get(0).equals("fit")) {
      words.addAll(List.of("--log-format", "none"));
    }
    Outcome outcome = run(words.toArray(String[]::new));
    assertEquals(Integer.parseInt(parts[0]), outcome.code(), outcome.err());
    String sentence = outcome.fault(outcome.code());
    assertTrue(sentence.contains(parts[1]), sentence);
    assertTrue(Files.notExists(folder.resolve("new.json")));
  }
}
