package gdtrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of small files, good and bad, that the cases of {@code faults/cases.txt} are about. */
public final class FaultFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SHIPPED = Path.of("src/test/resources/faults/files");

  private final Path folder;

  private FaultFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * A case.
   *
   * @param code the exit status
   * @param word what stderr must hold
   * @param command the words of the command line, without the program
   */
  public record Case(int code, String word, List<String> command) {
    @Override
    public String toString() {
      return String.join(" ", command);
    }
  }

  /** The cases, each a line: status, word and command, with {@code $T} for the folder. */
  public static Stream<Case> cases(Path folder) throws IOException {
    return Files.readAllLines(SHIPPED.resolveSibling("cases.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.replace("$T", folder.toString()).split(" \\| ", 3))
        .map(c -> new Case(Integer.parseInt(c[0]), c[1], words(c[2])));
  }

  /** Split at blanks; two single quotes are an empty word, and others keep blanks in a word. */
  private static List<String> words(String line) {
    return Pattern.compile("'([^']*)'|(\\S+)")
        .matcher(line)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  /**
   * Makes the files.
   *
   * @param gdtrain runs a command line, which must succeed
   */
  public static void make(Path folder, Consumer<List<String>> gdtrain) throws IOException {
    FaultFiles files = new FaultFiles(folder);
    files.tables();
    files.packed();
    for (String name : List.of("good", "classes", "letters")) {
      gdtrain.accept(
          List.of(
              "fit",
              folder.resolve(name + ".csv").toString(),
              "-o",
              folder.resolve(name + ".json").toString(),
              "--checkpoint",
              folder.resolve(name + ".checkpoint").toString(),
              "--metrics",
              folder.resolve(name + ".metrics").toString(),
              "--l2",
              "0.1",
              "--log-format",
              "none",
              "-q"));
    }
    files.models();
    files.checkpoints();
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private void rows(String name, String header, int count, IntFunction<String> row)
      throws IOException {
    write(
        name,
        header + "\n" + String.join("\n", IntStream.range(0, count).mapToObj(row).toList()) + "\n");
  }

  private void tables() throws IOException {
    try (Stream<Path> shipped = Files.list(SHIPPED)) {
      for (Path file : shipped.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    rows(
        "good.csv",
        "a,b,y",
        40,
        i -> "%d,%d,%d".formatted(i % 7, i * i % 11, 2 * (i % 7) - i * i % 11 + i % 3));
    rows(
        "classes.csv",
        "a,b,kind",
        40,
        i -> "%d,%d,%s".formatted(i % 7, i * 5 % 11, i % 7 * 3 + i % 4 > 10 ? "yes" : "no"));
    rows("letters.csv", "c,y", 30, i -> "%c,%s".formatted("abc".charAt(i % 3), i % 3 + i % 2 * .1));
    rows("one-class.csv", "a,kind", 9, i -> i + ",yes");
    rows("many-classes.csv", "a,y", 40, i -> i + ",t" + i);
    rows("negative.csv", "a,y", 9, i -> i + "," + (i - 3));
    write("nul.csv", "a,b,y\n1,2,3\n4,\0,6\n");
    write("latin1.csv", "gr\u00f6\u00dfe,y\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));
    write("utf16.csv", "\ufeffa,y\n1,2\n2,3\n".getBytes(StandardCharsets.UTF_16LE));
    write("sheet.csv", "PK\3\4" + "\0".repeat(40) + "xl/workbook.xml");
    write("parquet.csv", "PAR1" + "\0".repeat(60));
    write("image.csv", "\u0089PNG\r\n\032\n".getBytes(StandardCharsets.ISO_8859_1));
    write("bytes.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0});
    write("deep.yaml", "a: " + "[".repeat(3000) + "]".repeat(3000));
  }

  private void packed() throws IOException {
    byte[] good = Files.readAllBytes(folder.resolve("good.csv"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(good);
    }
    byte[] packed = bytes.toByteArray();
    write("cut.csv.gz", Arrays.copyOf(packed, packed.length / 2));
    write("garbage.csv.gz", joined(packed, "garbage"));
    packed[60] ^= (byte) 0xff;
    write("flipped.csv.gz", packed);
    write("two.zip", zipped(good, "a.csv", "b.csv"));
    write("none.zip", zipped(good));
    write("cut.zip", Arrays.copyOf(zipped(good, "a.csv"), 100));
  }

  private static byte[] zipped(byte[] content, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] head, String tail) {
    byte[] whole = Arrays.copyOf(head, head.length + tail.length());
    System.arraycopy(
        tail.getBytes(StandardCharsets.US_ASCII), 0, whole, head.length, tail.length());
    return whole;
  }

  private void models() throws IOException {
    String model = Files.readString(folder.resolve("good.json"));
    write("cut.json", model.substring(0, model.length() / 2));
    write("tail.json", model + "x");
    write("nul.json", model.substring(0, 100) + "\0" + model.substring(100));
    write("twice.json", model.replaceFirst("\"loss\" :", "\"loss\" : \"mae\", \"loss\" :"));
    write("value.json", model.replaceFirst("\"value\" : ", "\"value\" : 77, \"was\" : "));
    write("infinite.json", model.replaceFirst("(\"scaled_value\" : )[^\n]*", "$11e999"));
    write("deep.json", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
    edited("format.json", m -> m.put("format", "x"));
    edited("version.json", m -> m.put("format_version", 9));
    edited("no-version.json", m -> m.remove("format_version"));
    edited("no-parameters.json", m -> m.remove("parameters"));
    edited("fewer-parameters.json", m -> ((ArrayNode) m.get("parameters")).remove(0));
    edited("text-parameter.json", m -> first(m, "parameters").put("scaled_value", "x"));
    edited("no-scaled.json", m -> first(m, "parameters").remove("scaled_value"));
    edited("no-inputs.json", m -> m.remove("inputs"));
    edited("scale-0.json", m -> first(m, "inputs").put("scale", 0));
    edited("scale-2.json", m -> first(m, "inputs").put("scale", 2));
    edited("scale-text.json", m -> first(m, "inputs").put("scale", "x"));
    edited("kind.json", m -> first(m, "inputs").put("kind", "picture"));
    edited("loss.json", m -> m.put("loss", "nope"));
    edited("loss-of-classes.json", m -> m.put("loss", "softmax-cross-entropy"));
    edited("no-run.json", m -> m.remove("run"));
    edited("run-list.json", m -> m.putArray("run"));
    edited("target.json", m -> m.put("target", 3));
    edited(
        "units.json",
        m -> m.putArray("hidden").addObject().put("units", -1).put("activation", "tanh"));
    edited("no-activation.json", m -> m.putArray("hidden").addObject().put("units", 2));
    edited("settings.json", m -> ((ObjectNode) m.at("/run/settings")).put("scale", "wide"));
  }

  private static ObjectNode first(ObjectNode model, String list) {
    return (ObjectNode) model.get(list).get(0);
  }

  private void edited(String name, Consumer<ObjectNode> edit) throws IOException {
    JsonNode model = JSON.readTree(folder.resolve("good.json").toFile());
    edit.accept((ObjectNode) model);
    write(name, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(model));
  }

  private void checkpoints() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("good.checkpoint"));
    write("cut.checkpoint", Arrays.copyOf(bytes, bytes.length / 2));
    write("head.checkpoint", Arrays.copyOf(bytes, 22));
    write("tail.checkpoint", joined(bytes, "x"));
    bytes[200] ^= 1;
    write("flipped.checkpoint", bytes);
    write("version.checkpoint", "gdtrain checkpoint 99\nrest");
  }
}
