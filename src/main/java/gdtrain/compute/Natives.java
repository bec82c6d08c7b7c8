package gdtrain.compute;

import java.io.File;
import java.util.List;

/** The native libraries of ND4J as plain files, where the distribution has them. */
final class Natives {
  /** Those that Java calls; the system's linker finds beside them what they need themselves. */
  private static final List<String> CALLED_FROM_JAVA =
      List.of("jnijavacpp", "jniopenblas_nolapack", "jniopenblas", "jnind4jcpu");

  private Natives() {}

  /**
   * Loads them from the folder that the property {@code gdtrain.natives} names. Without the
   * property JavaCPP searches the jars and copies what it finds, 400 MB, to the user's home: it
   * would do so for files in a folder, too, as far as it wants to rename them, and it takes 0.15 s
   * to search.
   *
   * @throws UnsatisfiedLinkError if one is missing or not for this machine
   */
  static void load() {
    String folder = System.getProperty("gdtrain.natives");
    if (folder == null) {
      return;
    }
    System.setProperty("org.bytedeco.javacpp.loadlibraries", "false");
    for (String name : CALLED_FROM_JAVA) {
      System.load(folder + File.separator + System.mapLibraryName(name));
    }
  }

  /**
   * Tells JavaCPP, which loads what the CUDA backend calls, where those are that it has not itself.
   */
  static void offer() {
    String folder = System.getProperty("gdtrain.natives");
    if (folder != null) {
      System.setProperty(
          "java.library.path",
          folder + File.pathSeparator + System.getProperty("java.library.path", ""));
    }
  }
}
