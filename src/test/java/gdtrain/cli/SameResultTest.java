package gdtrain.cli;

import static gdtrain.cli.Cli.bytes;
import static gdtrain.cli.Cli.data;
import static gdtrain.cli.Cli.gzipped;
import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change a result does not. */
class SameResultTest {
  private static final String IRIS = data("iris");

  @TempDir Path folder;

  private record Trained(String log, String model) {}

  private Trained train(String... command) throws Exception {
    Path model = folder.resolve("m.json");
    List<String> output = new ArrayList<>(List.of("-o", model.toString(), "--force"));
    String log = run(Cli.args(List.of(command), output.toArray(String[]::new))).ok().out();
    return new Trained(log, Files.readString(model));
  }

  @ParameterizedTest
  @CsvSource({"iris,species", "titanic,survived", "longley,TOTEMP", "penguins,body_mass_g"})
  void twoRunsGiveTheSameBytes(String name, String target) throws Exception {
    String[] command = {"fit", data(name), "--target", target, "--epochs", "100"};

    assertEquals(train(command), train(command));
  }

  @ParameterizedTest
  @CsvSource({"letter_recognition,lettr", "randhie,mdvis"})
  void anyNumberOfThreadsGivesTheSameBytes(String name, String target) throws Exception {
    List<String> command = List.of("fit", data(name), "--target", target, "--epochs", "6");
    Trained one = train(Cli.args(command, "--threads", "1"));

    assertEquals(one, train(Cli.args(command, "--threads", "2")));
    assertEquals(one, train(Cli.args(command, "--threads", "5")));
  }

  @ParameterizedTest
  @CsvSource({
    "letter_recognition,lettr --epochs 6",
    "titanic,survived --epochs 6 --class-weight balanced",
    "penguins,body_mass_g --epochs 6",
    "randhie,mdvis --epochs 6 --no-compress",
    "randhie,mdvis --epochs 6 --hidden 3",
    "letter_recognition,lettr --epochs 2 --lr 0.01 --batch-size 300",
    "titanic,survived --epochs 3 --lr 0.1 --batch-size 7 --hidden 4 --optimizer adam"
  })
  void littleMemoryGivesTheSameBytes(String name, String target) throws Exception {
    String options = "--validation 0.2 --missing drop --target " + target;
    List<String> command =
        Stream.concat(Stream.of("fit", data(name)), Stream.of(options.split(" "))).toList();
    Trained expected = train(Cli.args(command));
    String temp = folder.toString();

    assertEquals(expected, train(Cli.args(command, "--memory", "64k", "--temp", temp)));
    assertEquals(expected, train(Cli.args(command, "--memory", "1")));
    assertEquals(expected, train(Cli.args(command, "--memory", "1G", "--threads", "3")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cv %s --epochs 3 --folds 3",
        "sweep %s --epochs 3 --lr 0.01,0.1 --validation 0.2",
        "explain %s",
        "check %s",
        "terrain %s --epochs 3 --grid 3",
        "predict %s %s --append",
        "evaluate %s %s"
      })
  void littleMemoryGivesTheSameOutputOfEveryCommand(String line) throws Exception {
    String model = folder.resolve("m.json").toString();
    run("fit", IRIS, "-o", model, "--epochs", "9").ok();
    boolean applies = line.indexOf("%s") < line.lastIndexOf("%s");
    String command = applies ? line.formatted(model, IRIS) : line.formatted(IRIS);
    List<String> words = List.of(command.split(" "));

    assertEquals(
        run(Cli.args(words)).ok(),
        run(Cli.args(words, "--memory", "1k", "--temp", folder.toString())));
    assertTrue(run(Cli.args(words, "--memory", "x")).fault(ExitCode.USAGE).contains("--memory"));
  }

  @Test
  void littleMemoryGivesTheLogOfStandardInput() throws Exception {
    byte[] packed = gzipped(bytes(IRIS));
    String log = run("fit", IRIS).ok().out();

    assertEquals(log, runOn(bytes(IRIS), "fit", "-", "--memory", "1k").ok().out());
    assertEquals(log, runOn(packed, "fit", "-", "--memory", "1k").ok().out());
  }

  @Test
  void standardInputGivesTheLogOfTheFile() throws Exception {
    assertEquals(run("fit", IRIS).ok().out(), runOn(bytes(IRIS), "fit", "-").ok().out());
  }

  @Test
  void gzipGivesTheLogOfTheFile() throws Exception {
    byte[] packed = gzipped(bytes(IRIS));
    Path file = Files.write(folder.resolve("iris.csv.gz"), packed);
    String log = run("fit", IRIS).ok().out();

    assertEquals(log, run("fit", file.toString()).ok().out());
    assertEquals(log, runOn(packed, "fit", "-").ok().out());
  }

  /** All rows of numbers: they are factorised while they are read. */
  @ParameterizedTest
  @CsvSource({"randhie,mdvis", "randhie,lncoins --exclude lpi", "diabetes,progression"})
  void aFactorIsTheSameFromWhereverItsRowsCome(String name, String target) throws Exception {
    byte[] bytes = bytes(data(name));
    String options = "--task regression --epochs 9 --target " + target;
    List<String> command =
        Stream.concat(Stream.of("fit", data(name)), Stream.of(options.split(" "))).toList();
    List<String> piped = new ArrayList<>(command);
    piped.set(1, "-");
    String log = run(Cli.args(command)).ok().out();

    assertEquals(log, run(Cli.args(command, "--threads", "1", "--memory", "1")).ok().out());
    assertEquals(log, run(Cli.args(command, "--threads", "3", "--memory", "300k")).ok().out());
    assertEquals(log, runOn(bytes, Cli.args(piped)).ok().out());
    assertEquals(log, runOn(gzipped(bytes), Cli.args(piped, "--threads", "2")).ok().out());
  }

  @Test
  void validationRowsMayComeFromStandardInput() throws Exception {
    String[] command = {"fit", IRIS, "--epochs", "9", "--validation"};

    assertEquals(
        run(Cli.args(List.of(command), IRIS)).ok().out(),
        runOn(bytes(IRIS), Cli.args(List.of(command), "-")).ok().out());
  }

  @Test
  void predictionsForStandardInputAreThoseForTheFile() throws Exception {
    String model = folder.resolve("m.json").toString();
    run("fit", IRIS, "-o", model).ok();
    String predictions = run("predict", model, IRIS).ok().out();

    assertEquals(predictions, runOn(bytes(IRIS), "predict", model, "-").ok().out());
    assertEquals(
        run("predict", model, IRIS, "--append").ok().out(),
        runOn(gzipped(bytes(IRIS)), "predict", model, "-", "--append").ok().out());
  }
}
