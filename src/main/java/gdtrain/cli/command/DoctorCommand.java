package gdtrain.cli.command;

import gdtrain.cli.option.Invocation;
import gdtrain.cli.output.Console;
import gdtrain.cli.output.ExitCode;
import gdtrain.compute.Backend;
import gdtrain.compute.backend.CudaProbe;
import gdtrain.compute.backend.CudaStatus;
import gdtrain.compute.backend.CudaStatus.Unusable;
import gdtrain.compute.backend.CudaStatus.Usable;
import gdtrain.run.FreeMemory;
import gdtrain.run.Version;
import gdtrain.run.setting.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code gdtrain doctor}: what the program runs on. */
public final class DoctorCommand implements CommandAction {
  @Override
  public Command command() {
    return Command.DOCTOR;
  }

  @Override
  public List<String> description() {
    return List.of(
        "Tells what gdtrain runs on: versions, memory, and whether a card can be used, and why not.",
        "stdout has a line for each: its name, and what there is. cpu, cuda: on, or off and why; below it"
            + " what to do about it.",
        EXAMPLES,
        "gdtrain doctor",
        "gdtrain doctor | grep -A1 ^cuda",
        "gdtrain doctor > machine.txt");
  }

  @Override
  public int run(Invocation invocation, Console console) {
    CudaStatus cuda =
        CudaProbe.ofThisProcess().status(); // first: ND4J on the processor loads no more libraries
    String cpu = cpu();
    line(console, "gdtrain", Version.gdtrain());
    line(console, "Java", property("java.version") + ", " + property("java.home"));
    line(console, "ND4J", Version.nd4j());
    line(console, "BLAS", blas());
    int processors = Runtime.getRuntime().availableProcessors();
    line(console, "threads", processors + ", one for each processor (--threads)");
    line(console, "memory", memory());
    line(console, "classes", classArchive());
    line(console, "cpu", cpu);
    cuda(console, cuda);
    return ExitCode.OK;
  }

  private static void line(Console console, String name, String text) {
    console.print("%-8s %s".formatted(name, text));
  }

  private static String property(String name) {
    return System.getProperty(name);
  }

  private static String cpu() {
    try {
      Backend.start();
      return "on";
    } catch (LinkageError | RuntimeException e) {
      return "off: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
  }

  /** That of the distribution, unless JavaCPP was told to load another. */
  private static String blas() {
    if (Backend.running().isEmpty()) {
      return "OpenBLAS " + Version.openblas();
    }
    String vendor = Backend.blas();
    return vendor.equals("OPENBLAS") ? "OpenBLAS " + Version.openblas() : vendor;
  }

  private static String memory() {
    return String.format(
        Locale.ROOT,
        "%,.1f GB free; Java may take %,.1f GB",
        FreeMemory.bytes() / 1e9,
        Runtime.getRuntime().maxMemory() / 1e9);
  }

  /** Where the launcher keeps classes from which later runs start sooner. */
  private static String classArchive() {
    String folder = property("gdtrain.classes");
    if (folder == null) {
      return "no archive: the launcher has no folder for it";
    }
    try {
      return String.format(
          Locale.ROOT,
          "%s, archive of %.1f MB",
          folder,
          Files.size(Path.of(folder, "classes")) / 1e6);
    } catch (IOException e) {
      return folder + ", to be made after the first run";
    }
  }

  private static void cuda(Console console, CudaStatus status) {
    if (status instanceof Unusable off) {
      line(console, "cuda", "off: " + off.reason());
      line(console, "", off.remedy());
    } else {
      line(console, "cuda", "on: " + ((Usable) status).card());
    }
  }
}
