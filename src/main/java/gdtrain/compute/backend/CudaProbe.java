package gdtrain.compute.backend;

import gdtrain.compute.Backend;
import gdtrain.compute.backend.CudaStatus.Unusable;
import gdtrain.compute.backend.CudaStatus.Usable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether there is a card that ND4J can run on. ND4J itself, asked for CUDA where there
 * is none, prints a stack trace and takes the processor.
 */
public final class CudaProbe {
  /** The command that brings ND4J's CUDA backend. */
  public static final String INSTALL = "mvn -Pcuda package";

  /** How the linker calls a library that it does not find. */
  private static final Pattern NOT_FOUND =
      Pattern.compile("(lib[^ :/]+[.]so[^ :/]*): cannot open shared object file");

  /** One of these is there where a driver is at work: on Linux, and on Linux inside of Windows. */
  private static final List<String> TRACES_OF_A_DRIVER =
      List.of("/proc/driver/nvidia/version", "/dev/nvidiactl", "/dev/dxg");

  private static final String TAKE_THE_CPU = "take ⟦backend⟧ cpu";

  private static final CudaProbe THIS_PROCESS =
      new CudaProbe(Backend.isCudaInstalled(), CudaProbe::hasDriver, JavaCppCuda::new);

  private final boolean installed;
  private final Supplier<Boolean> driver;
  private final Supplier<CudaRuntime> runtime;
  private Optional<CudaStatus> known = Optional.empty();

  /**
   * A probe.
   *
   * @param installed whether there are ND4J's jars for CUDA
   * @param driver whether there are traces of a driver, which are quickly found
   * @param runtime CUDA, which takes longer to ask
   */
  CudaProbe(boolean installed, Supplier<Boolean> driver, Supplier<CudaRuntime> runtime) {
    this.installed = installed;
    this.driver = driver;
    this.runtime = runtime;
  }

  /** The probe of this process, which looks once. */
  public static CudaProbe ofThisProcess() {
    return THIS_PROCESS;
  }

  /** Whether there are ND4J's jars for CUDA. */
  boolean isInstalled() {
    return installed;
  }

  private static boolean hasDriver() {
    return TRACES_OF_A_DRIVER.stream().anyMatch(file -> Files.exists(Path.of(file)));
  }

  /** Whether CUDA can be used, found out in no time where there is no card. */
  CudaStatus quickStatus() {
    return !installed || known.isPresent() || driver.get() ? status() : noDriver("is at work");
  }

  /** Whether CUDA can be used; the first answer takes some tenths of a second. */
  public synchronized CudaStatus status() {
    if (known.isEmpty()) {
      known = Optional.of(installed ? look() : notInstalled());
    }
    return known.get();
  }

  private CudaStatus look() {
    try {
      CudaRuntime cuda = runtime.get();
      int[] count = {0};
      int status = cuda.countDevices(count);
      if (status != CudaRuntime.SUCCESS || count[0] == 0) {
        return noCard(cuda, status);
      }
      Card card = cuda.firstCard();
      if (!card.isSupported()) {
        return unsupported(card);
      }
      cuda.loadLibraries();
      return new Usable(card);
    } catch (LinkageError | RuntimeException e) {
      return missing(e);
    }
  }

  private static Unusable notInstalled() {
    return new Unusable(
        "the folder lib-cuda is not there",
        "bring it by '%s' in the sources of gdtrain (600 MB)".formatted(INSTALL));
  }

  private static Unusable noDriver(String what) {
    return new Unusable(
        "no driver for an Nvidia card " + what, "install the driver, or " + TAKE_THE_CPU);
  }

  private static Unusable noCard(CudaRuntime cuda, int status) {
    return switch (status) {
      case CudaRuntime.SUCCESS, CudaRuntime.NO_DEVICE ->
          new Unusable(
              "the driver finds no card",
              "look at nvidia-smi and CUDA_VISIBLE_DEVICES, or " + TAKE_THE_CPU);
      case CudaRuntime.INSUFFICIENT_DRIVER ->
          new Unusable(
              "the driver is too old for CUDA 11", "install a newer one, or " + TAKE_THE_CPU);
      default ->
          new Unusable(
              "CUDA says: %s (%d)".formatted(cuda.message(status), status),
              "look at nvidia-smi, or " + TAKE_THE_CPU);
    };
  }

  private static Unusable unsupported(Card card) {
    return new Unusable(
        "%s has compute capability %s, and ND4J has code for 3.7 to 8.9 only"
            .formatted(card.name(), card.capability()),
        TAKE_THE_CPU);
  }

  /** What is missing, as the innermost cause names it. */
  private static Unusable missing(Throwable e) {
    String reason = reason(e);
    if (isOfClasses(e)) {
      return new Unusable(
          "lib-cuda has no " + reason.replace('/', '.'),
          "bring it anew by '%s'".formatted(INSTALL));
    }
    Matcher library = NOT_FOUND.matcher(reason);
    if (!library.find()) {
      return new Unusable("CUDA fails: " + reason, TAKE_THE_CPU);
    }
    String name = library.group(1);
    return name.startsWith("libcuda.so")
        ? noDriver("is installed: there is no " + name)
        : new Unusable(
            "there is no %s of CUDA 11".formatted(name),
            "install the CUDA toolkit 11, or put the redist jar of CUDA 11.6 into lib-cuda");
  }

  private static boolean isOfClasses(Throwable e) {
    Throwable cause = innermost(e);
    return cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException;
  }

  /** What the innermost cause says, in one line without a full stop. */
  static String reason(Throwable e) {
    Throwable cause = innermost(e);
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse("").replaceFirst("[.]$", "");
  }

  private static Throwable innermost(Throwable e) {
    return e.getCause() == null ? e : innermost(e.getCause());
  }
}
