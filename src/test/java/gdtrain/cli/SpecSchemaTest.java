package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gdtrain.run.setting.Command;
import gdtrain.spec.Entry;
import gdtrain.spec.SpecReader;
import gdtrain.spec.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema for editors; {@code -Dexamples.rewrite} writes the file anew. */
class SpecSchemaTest {
  private static final Path FILE = Path.of("src/main/dist/schema/gdtrain-spec.schema.json");
  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "array");

  private static String generated() {
    return SpecSchema.of(Command.FIT);
  }

  private static JsonNode properties() throws IOException {
    return Cli.json(Files.readString(FILE)).get("properties");
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @BeforeAll
  static void rewrite() throws IOException {
    if (System.getProperty("examples.rewrite") != null) {
      Files.writeString(FILE, generated());
    }
  }

  @Test
  void theFileIsWhatTheOptionsSay() throws Exception {
    assertEquals(generated(), Files.readString(FILE), "-Dexamples.rewrite writes the file anew");
  }

  @Test
  void everyKeySaysWhatItTakes() throws Exception {
    assertTrue(properties().size() > 30);
    for (JsonNode key : properties()) {
      assertTrue(key.get("description").asText().length() > 10, key.toString());
      assertFalse(key.get("description").asText().contains("${"), key.toString());
      for (Kind kind : kinds(key)) {
        assertTrue(TYPES.containsAll(kind.types()), key.toString());
        assertTrue(kind.types().isEmpty() != kind.words().isEmpty(), key.toString());
      }
      JsonNode standard = key.get("default");
      assertTrue(standard == null || fits(key, standard.asText()), key.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lr,auto,true",
    "lr,0.1,true",
    "lr,fast,false",
    "epochs,5,true",
    "epochs,auto,true",
    "degree,1.5,false",
    "header,no,true",
    "header,maybe,false",
    "quiet,true,true",
    "quiet,yes,false",
    "validation,0.2,true",
    "validation,a.csv,true",
    "l1,1e-3,true",
    "l1,none,false",
    "target,3,true",
    "columns,a,true",
    "log-format,jsonl,true",
    "log-format,pdf,false",
  })
  void itTellsRightFromWrong(String key, String value, boolean right) throws Exception {
    assertEquals(right, fits(properties().get(key), value));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesAreValid(Path example) throws Exception {
    byte[] content = Files.readAllBytes(example);
    List<Entry> entries = SpecReader.read(example.toString(), content).entries();

    assertFalse(entries.isEmpty());
    for (Entry entry : entries) {
      JsonNode key = properties().get(entry.key());
      assertTrue(key != null && fits(key, entry.value()), entry.toString());
    }
    String first =
        new String(content, java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElseThrow();
    String schema = first.replaceFirst("^# yaml-language-server: \\$schema=", "");
    assertTrue(Files.isSameFile(FILE, example.resolveSibling(schema)), first);
  }

  private static boolean fits(JsonNode key, Value value) {
    if (value instanceof Value.Items) {
      return kinds(key).stream().anyMatch(kind -> kind.types().contains("array"));
    }
    return value instanceof Value.Text text && fits(key, text.text());
  }

  private static boolean fits(JsonNode key, String value) {
    return kinds(key).stream().anyMatch(kind -> kind.fits(value));
  }

  private static List<Kind> kinds(JsonNode key) {
    List<Kind> kinds = new ArrayList<>();
    for (JsonNode kind : key.has("anyOf") ? key.get("anyOf") : List.of(key)) {
      kinds.add(new Kind(texts(kind.path("enum")), texts(kind.path("type"))));
    }
    return kinds;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : node.isTextual() ? List.of(node) : node) {
      texts.add(text.asText());
    }
    return texts;
  }

  /** What a key may have: one of these words, or something of one of these types. */
  private record Kind(List<String> words, List<String> types) {
    boolean fits(String value) {
      return words.contains(value) || types.stream().anyMatch(type -> fits(type, value));
    }

    private static boolean fits(String type, String value) {
      return switch (type) {
        case "string" -> true;
        case "boolean" -> value.matches("true|false");
        case "integer" -> value.matches("-?[0-9]+");
        case "number" -> value.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
        default -> false;
      };
    }
  }
}
