package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gdtrain.Program.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bytedeco.cuda.global.cudart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built distribution where there is no card, with and without a {@code lib-cuda}. */
class BackendIT {
  private static final Path HOME = Path.of(System.getProperty("gdtrain.home"));
  private static final String NOT_THERE =
      " cannot be used: the folder lib-cuda is not there; bring it by 'mvn -Pcuda package' in the"
          + " sources of gdtrain (600 MB)\n";

  @TempDir Path folder;

  /** The launcher of a distribution without {@code lib-cuda}. */
  private Path launcher() throws IOException {
    Path launcher = folder.resolve("my programs/bin/gdtrain");
    Program.write(launcher, Files.readString(HOME.resolve("bin/gdtrain")));
    Files.createSymbolicLink(folder.resolve("my programs/lib"), HOME.resolve("lib"));
    return launcher;
  }

  private void addCuda(Path... jars) throws IOException {
    Path cuda = Files.createDirectories(folder.resolve("my programs/lib-cuda"));
    for (Path jar : jars) {
      Files.createSymbolicLink(cuda.resolve(jar.getFileName()), jar);
    }
  }

  /** The launcher of a distribution with a {@code lib-cuda} of these jars. */
  private String withCuda(Path... jars) throws Exception {
    addCuda(jars);
    return launcher().toString();
  }

  /** The classes of CUDA, without its native code. */
  private static Path cudaClasses() throws Exception {
    return Path.of(cudart.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** What ND4J's CUDA backend says of itself, without the backend: to be seen is to fail. */
  private Path otherProvider() throws IOException {
    Path jar = folder.resolve("provider.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("META-INF/services/org.nd4j.linalg.factory.Nd4jBackend"));
      zip.write("org.nd4j.linalg.jcublas.JCublasBackend\n".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static Outcome fit(Map<String, String> environment, String launcher, String... more)
      throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.put("XDG_CACHE_HOME", "");
    Stream<String> words = Stream.of(launcher, "fit", "datasets/iris.csv", "--epochs", "2");
    return Program.run(all, Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  private static Outcome fit(String launcher, String... more) throws Exception {
    return fit(Map.of(), launcher, more);
  }

  @Test
  void theDistributionHasNoCuda() throws Exception {
    try (Stream<Path> files = Files.walk(HOME)) {
      assertEquals(
          List.of(),
          files
              .filter(file -> !file.startsWith(HOME.resolve("lib-cuda"))) // of the profile cuda
              .map(file -> file.getFileName().toString())
              .filter(name -> name.contains("cuda"))
              .toList());
    }
  }

  @Test
  void withoutTheFolderCudaIsRefusedInOneSentence() throws Exception {
    String plain = launcher().toString();

    assertEquals(
        new Outcome(2, "", "gdtrain: --backend cuda" + NOT_THERE), fit(plain, "--backend", "cuda"));
    assertEquals(
        new Outcome(2, "", "gdtrain: GDTRAIN_BACKEND=cuda" + NOT_THERE),
        fit(Map.of("GDTRAIN_BACKEND", "cuda"), plain));
    fit(Map.of("GDTRAIN_BACKEND", "cuda"), plain, "--backend", "cpu").ok();
  }

  @Test
  void anEmptyFolderIsToldByTheClassThatIsMissing() throws Exception {
    assertEquals(
        new Outcome(
            2,
            "",
            "gdtrain: --backend cuda cannot be used: lib-cuda has no"
                + " org.bytedeco.cuda.global.cudart; bring it anew by 'mvn -Pcuda package'\n"),
        fit(withCuda(), "--backend", "cuda"));
  }

  @Test
  void aFolderWithoutNativeCodeIsToldByTheLibraryThatIsMissing() throws Exception {
    assertEquals(
        new Outcome(
            2,
            "",
            "gdtrain: --backend cuda cannot be used: CUDA fails: Could not find jnicudart in class,"
                + " module, and library paths; take --backend cpu\n"),
        fit(withCuda(cudaClasses()), "--backend", "cuda"));
  }

  /** Where ND4J sees a backend that it cannot load, nothing starts. */
  @ParameterizedTest
  @ValueSource(strings = {"auto", "cpu"})
  void theProcessorDoesTheSameWithTheOtherBackendBesideIt(String backend) throws Exception {
    String launcher = withCuda(cudaClasses(), otherProvider());

    assertEquals(
        fit(Program.GDTRAIN, "--backend", "cpu").ok(), fit(launcher, "--backend", backend).ok());
  }

  @Test
  void doctorSaysWhyCudaIsOffAndStillStartsTheProcessor() throws Exception {
    String launcher = withCuda(cudaClasses(), otherProvider());

    Outcome outcome = Program.run(Map.of(), launcher, "doctor").ok();

    assertEquals("", outcome.err());
    assertTrue(outcome.out().contains("\ncpu      on\ncuda     off: CUDA fails: "), outcome.out());
  }

  /** It is made without, by a job that does not run on what the user asks for. */
  @Test
  void theClassArchiveServesWithAndWithoutTheFolder() throws Exception {
    Path launcher = launcher();
    Path cache = folder.resolve("cache");
    Path loaded = folder.resolve("loaded");
    Map<String, String> environment =
        Map.of(
            "XDG_CACHE_HOME",
            cache.toString(),
            "GDTRAIN_BACKEND",
            "cuda",
            "GDTRAIN_JAVA_OPTS",
            "-Xlog:class+load:file=" + loaded);

    Program.run(environment, launcher.toString(), "--version").ok();
    awaitArchive(cache);
    for (boolean cuda : List.of(false, true)) {
      if (cuda) {
        addCuda(cudaClasses(), otherProvider());
      }
      String data = Program.ROOT.resolve("datasets/iris.csv").toString();
      Program.run(environment, launcher.toString(), "fit", data, "--backend", "cpu").ok();
      String classes = Files.readString(loaded);
      for (String name : List.of("gdtrain.cli.Main", "gdtrain.train.Trainer")) {
        assertTrue(classes.contains(name + " source: shared objects file"), name + cuda);
      }
    }
  }

  private static void awaitArchive(Path cache) throws Exception {
    for (int tenths = 0; tenths < 1200; tenths++) {
      try (Stream<Path> files = Files.walk(cache)) {
        if (files.anyMatch(file -> file.endsWith("classes.seal"))) {
          return;
        }
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    fail("no archive");
  }
}
