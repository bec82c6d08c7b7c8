package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the distribution is made of, and what of it a run loads. */
class SupplyChainIT {
  private static final Path HOME = Path.of(System.getProperty("gdtrain.home"));

  /** Licences that ask for their text to be kept, and for nothing of those who use gdtrain. */
  private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "BSD-3-Clause");

  /** What a pom says and what the licence in the jar is, where the name alone is read wrongly. */
  private static final Map<String, String> READ = Map.of("jline-terminal", "BSD-3-Clause");

  @TempDir private Path folder;

  private static JsonNode billOfMaterials() throws IOException {
    return new ObjectMapper().readTree(HOME.resolve("sbom.json").toFile());
  }

  @Test
  void theBillListsEveryJar() throws Exception {
    Set<String> listed = new TreeSet<>(Set.of("gdtrain.jar"));
    for (JsonNode component : billOfMaterials().get("components")) {
      listed.add(component.get("name").asText() + "-" + component.get("version").asText() + ".jar");
    }
    Set<String> shipped = new TreeSet<>();
    try (Stream<Path> jars = Files.list(HOME.resolve("lib"))) {
      jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .forEach(shipped::add);
    }

    assertEquals(listed, shipped);
  }

  @Test
  void everyLicenceIsOnTheList() throws Exception {
    List<String> others = new ArrayList<>();
    for (JsonNode component : billOfMaterials().get("components")) {
      String name = component.get("name").asText();
      Set<String> licences = new TreeSet<>();
      component.path("licenses").forEach(l -> licences.add(l.at("/license/id").asText()));
      if (READ.containsKey(name)) {
        licences.add(READ.get(name));
      }
      if (licences.stream().noneMatch(ALLOWED::contains)) { // one of several is the user's choice
        others.add(name + " " + licences);
      }
    }

    assertEquals(List.of(), others);
  }

  /** ND4J brings Jackson and Protocol Buffers under names of its own, of old versions. */
  @Test
  void theParsersThatNd4jBringsAreNotLoaded() throws Exception {
    String model = folder.resolve("m.json").toString();
    String data = "datasets/iris.csv";
    List<List<String>> commands =
        List.of(
            List.of("fit", data, "--hidden", "2", "--epochs", "2", "-o", model),
            List.of("predict", model, data),
            List.of("evaluate", model, data));
    for (List<String> command : commands) {
      Path loaded = folder.resolve(command.get(0) + ".txt");
      List<String> words = new ArrayList<>(List.of(Program.GDTRAIN));
      words.addAll(command);
      Program.run(
              Map.of("GDTRAIN_JAVA_OPTS", "-Xlog:class+load:file=" + loaded),
              words.toArray(String[]::new))
          .ok();
      List<String> classes = Files.readAllLines(loaded);

      assertTrue(classes.stream().anyMatch(line -> line.contains(" org.nd4j.")), command.get(0));
      assertEquals(
          List.of(),
          classes.stream()
              .filter(
                  line ->
                      line.matches(
                          ".* (org\\.nd4j\\.shade\\.(jackson|protobuf)|com\\.google\\.flat)\\S*.*"))
              .toList(),
          command.get(0));
    }
  }

  /** The jar is put together again from the same classes. */
  @Test
  void theJarHasNoTimesOfItsBuild() throws Exception {
    Set<String> times = new TreeSet<>();
    try (ZipFile jar = new ZipFile(HOME.resolve("lib/gdtrain.jar").toFile())) {
      jar.stream().forEach(entry -> times.add(entry.getLastModifiedTime().toString()));
    }

    assertEquals(1, times.size(), times.toString());
  }
}
