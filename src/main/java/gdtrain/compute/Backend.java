package gdtrain.compute;

import java.net.URL;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.Nd4jBlas;

/** The one place where ND4J is started; nothing that only parses arguments comes here. */
public final class Backend {
  private static final String OPERATIONS = "org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu";
  private static Optional<Kind> started = Optional.empty();
  private static volatile Device device = Processor.INSTANCE;

  private Backend() {}

  /** Where arrays are computed. */
  public enum Kind {
    /** On the processor. */
    CPU(ExecutionerType.NATIVE_CPU, "org.nd4j.linalg.cpu.nativecpu.CpuBackend"),
    /** On a card of Nvidia. */
    CUDA(ExecutionerType.CUDA, "org.nd4j.linalg.jcublas.JCublasBackend");

    private final ExecutionerType executioner;
    private final String provider;

    Kind(ExecutionerType executioner, String provider) {
      this.executioner = executioner;
      this.provider = provider;
    }
  }

  /** Whether the distribution has the folder {@code lib-cuda}; its launcher says so. */
  public static boolean isCudaInstalled() {
    return System.getProperty("gdtrain.cuda") != null;
  }

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
    if (started.isPresent()) {
      if (started.get() == Kind.CUDA) {
        device = Processor.INSTANCE; // which works on the host's side of ND4J's arrays
      }
      return;
    }
    openJars();
    Natives.load();
    start(Kind.CPU);
    ((Nd4jBlas) Nd4j.factory().blas()).setMaxThreads(1);
  }

  /**
   * Starts ND4J on a card, which must have been found before: ND4J prints a stack trace where there
   * is none.
   *
   * @throws IllegalStateException if another backend than CUDA answers
   */
  public static synchronized void startCuda() {
    if (started.equals(Optional.of(Kind.CPU))) {
      throw new IllegalStateException("ND4J runs on the processor in this process, for good");
    }
    if (started.isEmpty()) {
      Natives.offer();
      start(Kind.CUDA);
    }
    device = new CudaDevice();
  }

  /** Where products run, once ND4J has been started: for the rest of the process. */
  public static synchronized Optional<Kind> running() {
    return started.map(kind -> device instanceof CudaDevice ? Kind.CUDA : Kind.CPU);
  }

  /** The vendor of the matrix library, such as OPENBLAS; ND4J runs on the processor. */
  public static String blas() {
    return ((Nd4jBlas) Nd4j.factory().blas()).getBlasVendor().name();
  }

  /**
   * The seconds that one pass over a table's numbers takes, as a linear model with one output needs
   * it, found out by some passes in at most half a second.
   *
   * @param kind where; ND4J has been started there, or on a card
   */
  public static double secondsOfAPass(Kind kind, long rows, int columns) {
    Device tried = kind == Kind.CPU ? Processor.INSTANCE : new CudaDevice();
    return DeviceTrial.secondsOfAPass(tried, rows, columns, 0.4);
  }

  private static void start(Kind kind) {
    System.setProperty("org.nd4j.log.initialization", "false");
    if (isCudaInstalled()) {
      Providers.showOnly(kind.provider);
    }
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    if (Nd4j.getExecutioner().type() != kind.executioner) {
      throw new IllegalStateException("ND4J started " + Nd4j.getExecutioner().type());
    }
    started = Optional.of(kind);
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
