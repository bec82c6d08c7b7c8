package gdtrain.compute;

import java.net.URL;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.Nd4jBlas;

/** The one place where ND4J is started; nothing that only parses arguments comes here. */
public final class Backend {
  private static final String OPERATIONS = "org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu";
  private static boolean started;
  private static volatile Device device = Processor.INSTANCE;

  private Backend() {}

  /**
   * Reads what {@link #start} will need and starts nothing: the contents of all jars, and the
   * classes of ND4J's operations, several hundred.
   *
   * @throws ClassNotFoundException if they are not there
   */
  public static void readAhead() throws ClassNotFoundException {
    openJars();
    Class<?>[] unused =
        Class.forName(OPERATIONS, false, Backend.class.getClassLoader()).getDeclaredClasses();
  }

  /**
   * Java loads native libraries under a lock, and JavaCPP searches the jars from within. Another
   * thread that meanwhile opened its first jar would hold the jars and wait for that lock, to load
   * the library that inflates.
   */
  private static void openJars() {
    URL unused = Backend.class.getResource("/gdtrain/no-such-resource"); // looked for in each
  }

  /**
   * Starts ND4J on a thread of its own, so that reading the data need not wait for it; a failure is
   * met again by {@link #start}.
   */
  public static void startAhead() {
    Thread thread = new Thread(Backend::tryStart, "gdtrain-backend");
    thread.setDaemon(true);
    thread.start();
  }

  private static void tryStart() {
    try {
      start();
    } catch (RuntimeException | LinkageError e) {
      // start(), which whoever needs the backend calls, fails in the same way and is heard
    }
  }

  /**
   * Starts ND4J on the CPU with double arrays and single-threaded native calls: gdtrain does its
   * own threading over row blocks, so that results do not depend on the number of threads.
   *
   * @throws IllegalStateException if another backend than the CPU answers
   */
  public static synchronized void start() {
    if (started) {
      return;
    }
    System.setProperty("org.nd4j.log.initialization", "false");
    openJars();
    Natives.load();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    if (Nd4j.getExecutioner().type() != OpExecutioner.ExecutionerType.NATIVE_CPU) {
      throw new IllegalStateException("ND4J started " + Nd4j.getExecutioner().type());
    }
    ((Nd4jBlas) Nd4j.factory().blas()).setMaxThreads(1);
    started = true;
  }

  /** Where new matrices lie. */
  static Device device() {
    return device;
  }

  /** Lets new matrices lie elsewhere; those that there are stay where they are. */
  static void use(Device other) {
    device = other;
  }
}
