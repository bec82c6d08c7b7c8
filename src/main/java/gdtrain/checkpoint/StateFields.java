package gdtrain.checkpoint;

import gdtrain.train.Checkpoint;
import gdtrain.train.Epoch;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The parts of a saved run, each written and read field by field. */
final class StateFields {
  private StateFields() {}

  static void write(Checkpoint state, DataOutputStream out) throws IOException {
    write(state.last(), out);
    write(state.kept(), out);
    out.writeDouble(state.ceiling());
    out.writeInt(state.evaluations());
    out.writeBoolean(state.exhausted());
    out.writeInt(state.memory().size());
    for (double[] numbers : state.memory()) {
      write(numbers, out);
    }
  }

  static Checkpoint readCheckpoint(DataInputStream in) throws IOException {
    Epoch last = readEpoch(in);
    Epoch kept = readEpoch(in);
    double ceiling = in.readDouble();
    int evaluations = in.readInt();
    boolean exhausted = in.readBoolean();
    List<double[]> memory = new ArrayList<>();
    int arrays = in.readInt();
    for (int i = 0; i < arrays; i++) {
      memory.add(readNumbers(in));
    }
    return new Checkpoint(last, kept, ceiling, evaluations, exhausted, memory);
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
    double[] numbers = new double[in.readInt()];
    byte[] bytes = in.readNBytes(Math.multiplyExact(numbers.length, Double.BYTES));
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(numbers);
    return numbers;
  }

  /** As bytes behind their number, since {@code writeUTF} takes no long texts. */
  static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(text, out);
    }
  }

  static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      texts.add(readText(in));
    }
    return texts;
  }
}
