package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --backend}, of every command that starts ND4J, where there is no CUDA. */
class BackendOptionTest {
  private static final String IRIS = Cli.data("iris");

  @TempDir Path folder;

  private Outcome run(String command, String... more) {
    String model = folder.resolve("m.json").toString();
    if (!Files.exists(Path.of(model))) {
      Cli.run("fit", IRIS, "--epochs", "2", "-q", "-o", model).ok();
    }
    List<String> words =
        switch (command) {
          case "predict", "evaluate" -> List.of(command, model, IRIS);
          case "replay" -> List.of(command, model);
          case "sweep" -> List.of(command, IRIS, "--epochs", "2", "--l2", "0,1");
          case "check" -> List.of(command, IRIS, "--hidden", "2");
          case "terrain" -> List.of(command, IRIS, "--epochs", "2", "--grid", "2");
          case "cv" -> List.of(command, IRIS, "--epochs", "2", "--folds", "2");
          default -> List.of(command, IRIS);
        };
    return Cli.run(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fit",
        "cv",
        "sweep",
        "explain",
        "check",
        "terrain",
        "predict",
        "evaluate",
        "replay"
      })
  void cudaIsRefusedInOneSentenceAndTheOthersDoTheSame(String command) {
    Outcome plain = run(command);

    Outcome cuda = run(command, "--backend", "cuda");

    assertEquals(ExitCode.USAGE, cuda.code());
    assertEquals("", cuda.out());
    assertEquals(
        "gdtrain: --backend cuda cannot be used: the folder lib-cuda is not there; bring it by"
            + " 'mvn -Pcuda package' in the sources of gdtrain (600 MB)\n",
        cuda.err());
    assertEquals(plain.ok().out(), run(command, "--backend", "cpu").ok().out());
    assertEquals(plain.out(), run(command, "--backend", "auto").ok().out());
  }

  @Test
  void verbosityTellsWhichAndWhy() {
    assertEquals(
        "backend: cpu, cuda is off: the folder lib-cuda is not there",
        run("fit", "-v").ok().err().lines().findFirst().orElse(""));
    assertEquals(
        "backend: cpu, as --backend says",
        run("cv", "-v", "--backend", "cpu").ok().err().lines().findFirst().orElse(""));
    assertTrue(!run("fit").ok().err().contains("backend"));
  }

  @Test
  void aSpecMayHaveItAndAnOptionBeatsIt() throws Exception {
    Path spec = Files.writeString(folder.resolve("s.yaml"), "epochs: 2\nbackend: cuda\n");

    Outcome bySpec = run("fit", "--spec", spec.toString());
    Outcome beaten = run("fit", "--spec", spec.toString(), "--backend", "cpu");

    assertEquals(ExitCode.USAGE, bySpec.code());
    assertTrue(bySpec.err().startsWith("gdtrain: --backend cuda cannot be used"), bySpec.err());
    assertEquals(run("fit", "--epochs", "2").ok().out(), beaten.ok().out());
  }

  /** It is nothing that a run is made again from. */
  @Test
  void noModelRecordsIt() throws Exception {
    Path model = folder.resolve("b.json");
    Cli.run("fit", IRIS, "--epochs", "2", "--backend", "cpu", "-o", model.toString()).ok();
    run("fit");

    assertEquals(Files.readString(folder.resolve("m.json")), Files.readString(model));
  }

  /** Specs are printed on machines that they are not for. */
  @Test
  void aSpecIsPrintedWithoutALookForACard() {
    String spec = run("fit", "--print-spec", "--backend", "cuda").ok().out();

    assertTrue(spec.contains("\nbackend: cuda\n"), spec);
  }
}
