package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Runs command lines in this process, with captured streams. */
final class Cli {
  private Cli() {}

  /** What a command left behind. */
  record Outcome(int code, String out, String err) {
    /** This outcome, if all went well. */
    Outcome ok() {
      assertEquals(ExitCode.OK, code, err);
      return this;
    }

    /** The rows of the CSV on standard output, by column name. */
    List<CSVRecord> rows() {
      return Cli.rows(out);
    }

    /** A column of numbers of the CSV on standard output; NaN for an empty cell. */
    double[] numbers(String column) {
      return rows().stream()
          .map(row -> row.get(column))
          .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
          .toArray();
    }

    /** The first line of standard output. */
    String header() {
      return out.lines().findFirst().orElse("");
    }

    /** The one sentence of a failure; nothing follows it but the hint after wrong usage. */
    String fault(int expectedCode) {
      assertEquals(expectedCode, code, err);
      List<String> lines = err.lines().toList();
      int last = lines.size() - (code == ExitCode.USAGE ? 2 : 1);
      String sentence = lines.get(last);
      assertEquals(1, lines.stream().filter(line -> line.startsWith("gdtrain: ")).count(), err);
      assertEquals("gdtrain: ", sentence.substring(0, 9), err);
      assertFalse(err.contains("Exception") || err.contains("\tat "), err);
      if (code == ExitCode.USAGE) {
        assertEquals(true, lines.get(last + 1).matches("Try 'gdtrain( \\w+)? --help'\\."), err);
      }
      return sentence.substring(9);
    }
  }

  /**
   * A command line of {@code fit} that starts where the loss is no number: from a Poisson model
   * whose mean is e to the 1000.
   */
  static List<String> overflowing(Path folder) throws IOException {
    Path data = Files.writeString(folder.resolve("small.csv"), "x,y\n1,2\n2,3\n3,5\n4,9\n");
    String model = folder.resolve("large.json").toString();
    List<String> fit =
        List.of("fit", data.toString(), "--target", "y", "--loss", "poisson", "--scale", "none");
    run(args(fit, "--epochs", "0", "-o", model, "--log-format", "none", "-q")).ok();
    String text = Files.readString(Path.of(model));
    int intercept = text.indexOf("(intercept)");
    String moved =
        text.substring(intercept).replaceAll("(\"(scaled_)?value\" : )[-0-9.E]+", "$11000.0");
    Files.writeString(Path.of(model), text.substring(0, intercept) + moved);
    return Stream.concat(fit.stream(), Stream.of("--warm-start", model)).toList();
  }

  /** Runs a command line with nothing on standard input. */
  static Outcome run(String... args) {
    return runOn(new byte[0], args);
  }

  /** Runs a command line with these bytes on standard input. */
  static Outcome runOn(byte[] in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return runOn(new ByteArrayInputStream(in), out, out, args);
  }

  /** Runs a command line on these streams; what {@code captured} took is the outcome's output. */
  static Outcome runOn(
      InputStream in, OutputStream out, ByteArrayOutputStream captured, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            in, Main.standardOutput(out), new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = Main.run(console, args);
    return new Outcome(
        code, captured.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A dataset of the repository. */
  static String data(String name) {
    return Path.of("datasets", name + ".csv").toString();
  }

  static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(Path.of(file));
  }

  static byte[] gzipped(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  static List<CSVRecord> rows(String csv) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try {
      return format.parse(new StringReader(csv)).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files in a folder, in order. */
  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The arguments one after the other. */
  static String[] args(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }
}
