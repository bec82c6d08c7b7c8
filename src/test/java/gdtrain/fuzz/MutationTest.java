package gdtrain.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import gdtrain.cli.option.SpecFuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs with small faults, made from good ones and from what fuzzing has found, by a seed. */
class MutationTest {
  private static final Path CORPUS = Path.of("src/test/resources/fuzz");

  /** What takes part of another input, or is put into one. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          ",",
          ";",
          "\t",
          "\n",
          "\r\n",
          "\0",
          "\ufeff",
          "\u2028",
          "\u001b[2J",
          "1e999",
          "-",
          "NaN",
          "9".repeat(400),
          "0x1p3",
          "null",
          "{}",
          "[",
          "]",
          ":",
          "&a",
          "*a",
          "#",
          "<<: ",
          "\\",
          "é",
          "٣");

  @FunctionalInterface
  interface Input {
    void accept(byte[] bytes) throws IOException;
  }

  enum Target {
    CSV(CsvFuzz::fuzzerTestOneInput, 2_000),
    SPEC(SpecFuzz::fuzzerTestOneInput, 4_000),
    MODEL(ModelFuzz::fuzzerTestOneInput, 3_000),
    CHECKPOINT(CheckpointFuzz::fuzzerTestOneInput, 3_000),
    SETTING(SettingFuzz::fuzzerTestOneInput, 10_000),
    REQUIREMENT(RequirementFuzz::fuzzerTestOneInput, 20_000);

    @SuppressWarnings("ImmutableEnumChecker") // a method
    private final Input input;

    private final int mutations;

    Target(Input input, int mutations) {
      this.input = input;
      this.mutations = mutations;
    }

    List<byte[]> corpus() {
      try (Stream<Path> files = Files.list(CORPUS.resolve(name().toLowerCase(Locale.ROOT)))) {
        return files.sorted().map(Target::bytes).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static byte[] bytes(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void check(byte[] bytes) {
      try {
        input.accept(bytes);
      } catch (Throwable e) {
        String shown = Base64.getEncoder().encodeToString(bytes);
        throw new AssertionError("%s does not bear (base64) %s".formatted(this, shown), e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCorpusIsBorne(Target target) {
    assertFalse(target.corpus().isEmpty());
    target.corpus().forEach(target::check);
  }

  @ParameterizedTest
  @EnumSource
  void mutationsOfTheCorpusAreBorne(Target target) {
    List<byte[]> corpus = target.corpus();
    Random random = new Random(17);
    for (int i = 0; i < target.mutations; i++) {
      byte[] bytes = corpus.get(random.nextInt(corpus.size()));
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        bytes = mutated(bytes, corpus, random);
      }
      target.check(bytes);
    }
  }

  private static byte[] mutated(byte[] bytes, List<byte[]> corpus, Random random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(random.nextBoolean() ? 3 : 40));
    byte[] head = Arrays.copyOf(bytes, from);
    byte[] tail = Arrays.copyOfRange(bytes, to, bytes.length);
    return switch (random.nextInt(5)) {
      case 0 -> joined(head, tail);
      case 1 -> head;
      case 2 -> joined(head, piece(random), tail);
      case 3 -> joined(head, new byte[] {(byte) random.nextInt(256)}, tail);
      default -> {
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        int start = random.nextInt(other.length + 1);
        int end = Math.min(other.length, start + random.nextInt(200));
        yield joined(head, Arrays.copyOfRange(other, start, end), tail);
      }
    };
  }

  private static byte[] piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }
}
