package gdtrain.checkpoint;

import gdtrain.choice.WholeFile;
import gdtrain.train.Checkpoint;
import gdtrain.train.Epoch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads and writes saved runs. Every bit of every number is kept. */
public final class CheckpointFile {
  private static final String FORMAT = "gdtrain checkpoint ";
  private static final byte[] HEADER = (FORMAT + "2\n").getBytes(StandardCharsets.UTF_8);

  private CheckpointFile() {}

  /**
   * A run as it is saved.
   *
   * @param version of the program
   * @param settings everything that decides the result, by name
   * @param data the SHA-256 of every data file, in the order in which they were read
   * @param state where the run stands
   */
  public record SavedRun(
      String version, Map<String, String> settings, List<String> data, Checkpoint state) {
    /** Copies the lists and the settings, in their order. */
    public SavedRun {
      data = List.copyOf(data);
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
  }

  /** A run as the bytes of a file. */
  public static byte[] bytes(SavedRun run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(HEADER);
      write(run.version(), out);
      write(List.copyOf(run.settings().keySet()), out);
      write(List.copyOf(run.settings().values()), out);
      write(run.data(), out);
      write(run.state(), out);
      out.write(sha256(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a stream in memory does not fail
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a run.
   *
   * @throws CannotResume if the file cannot be read, is damaged, or is something else
   */
  public static SavedRun read(Path file) {
    try {
      return run(file, WholeFile.read(file));
    } catch (IOException e) {
      throw new CannotResume(
          "%s cannot be read%s; give a file that ⟦checkpoint⟧ wrote"
              .formatted(file, WholeFile.reason(e)),
          e);
    }
  }

  private static SavedRun run(Path file, byte[] bytes) throws IOException {
    String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
    if (!start.startsWith(FORMAT)) {
      throw new CannotResume("%s is not a gdtrain checkpoint".formatted(file));
    }
    if (!start.startsWith(new String(HEADER, StandardCharsets.UTF_8))) {
      String version = start.substring(FORMAT.length()).lines().findFirst().orElse("");
      throw new CannotResume(
          "%s has the format version %s, this program reads 2".formatted(file, version));
    }
    int end = bytes.length - 32;
    if (end < HEADER.length
        || !Arrays.equals(sha256(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
      throw damaged(file);
    }
    try {
      return fields(new ByteArrayInputStream(bytes, HEADER.length, end - HEADER.length));
    } catch (EOFException e) {
      throw damaged(file); // a checksum is no proof of who made it
    }
  }

  private static CannotResume damaged(Path file) {
    return new CannotResume(
        "%s is damaged or not whole; give another checkpoint, or start anew".formatted(file));
  }

  /**
   * How many things follow.
   *
   * @param size bytes of one at least
   * @throws EOFException if there are not so many bytes left
   */
  private static int count(DataInputStream in, int size) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available() / size) {
      throw new EOFException();
    }
    return count;
  }

  private static SavedRun fields(ByteArrayInputStream bytes) throws IOException {
    DataInputStream in = new DataInputStream(bytes);
    String version = readText(in);
    List<String> keys = readTexts(in);
    List<String> values = readTexts(in);
    if (values.size() != keys.size()) {
      throw new EOFException();
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      settings.put(keys.get(i), values.get(i));
    }
    List<String> data = readTexts(in);
    return new SavedRun(version, settings, data, readCheckpoint(in));
  }

  private static byte[] sha256(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static void write(Checkpoint state, DataOutputStream out) throws IOException {
    write(state.last(), out);
    write(state.kept(), out);
    out.writeDouble(state.ceiling());
    out.writeInt(state.evaluations());
    out.writeLong(state.trace());
    out.writeBoolean(state.exhausted());
    out.writeInt(state.memory().size());
    for (double[] numbers : state.memory()) {
      write(numbers, out);
    }
  }

  private static Checkpoint readCheckpoint(DataInputStream in) throws IOException {
    Epoch last = readEpoch(in);
    Epoch kept = readEpoch(in);
    double ceiling = in.readDouble();
    int evaluations = in.readInt();
    long trace = in.readLong();
    boolean exhausted = in.readBoolean();
    List<double[]> memory = new ArrayList<>();
    int arrays = count(in, Integer.BYTES);
    for (int i = 0; i < arrays; i++) {
      memory.add(readNumbers(in));
    }
    return new Checkpoint(last, kept, ceiling, evaluations, trace, exhausted, memory);
  }

  private static void write(Epoch epoch, DataOutputStream out) throws IOException {
    out.writeInt(epoch.number());
    out.writeDouble(epoch.loss());
    out.writeDouble(epoch.objective());
    write(epoch.validationLoss(), out);
    out.writeDouble(epoch.gradientNorm());
    write(epoch.learningRate(), out);
  }

  private static Epoch readEpoch(DataInputStream in) throws IOException {
    return new Epoch(
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        readOptional(in),
        in.readDouble(),
        readOptional(in));
  }

  private static void write(OptionalDouble number, DataOutputStream out) throws IOException {
    out.writeBoolean(number.isPresent());
    out.writeDouble(number.orElse(0));
  }

  private static OptionalDouble readOptional(DataInputStream in) throws IOException {
    boolean present = in.readBoolean();
    double number = in.readDouble();
    return present ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  private static void write(double[] numbers, DataOutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Double.BYTES));
    bytes.asDoubleBuffer().put(numbers);
    out.writeInt(numbers.length);
    out.write(bytes.array());
  }

  private static double[] readNumbers(DataInputStream in) throws IOException {
    double[] numbers = new double[count(in, Double.BYTES)];
    byte[] bytes = in.readNBytes(Math.multiplyExact(numbers.length, Double.BYTES));
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(numbers);
    return numbers;
  }

  /** Length, then bytes, since {@code writeUTF} takes no long texts. */
  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(count(in, 1)), StandardCharsets.UTF_8);
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(text, out);
    }
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    int count = count(in, Integer.BYTES);
    for (int i = 0; i < count; i++) {
      texts.add(readText(in));
    }
    return texts;
  }
}
