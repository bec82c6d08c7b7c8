package gdtrain.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * Shows ND4J one of the backends on the class path. Where it sees both it asks CUDA first and, if
 * there is no card, prints a stack trace and takes the other.
 */
final class Providers extends ClassLoader {
  private static final String FILE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  private final String backend;

  Providers(ClassLoader parent, String backend) {
    super(parent);
    this.backend = backend;
  }

  /** Hides all backends but one; before ND4J starts. */
  static void showOnly(String backend) {
    ND4JClassLoading.setNd4jClassloader(new Providers(Providers.class.getClassLoader(), backend));
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> all = super.getResources(name);
    if (!name.equals(FILE)) {
      return all;
    }
    return Collections.enumeration(
        Collections.list(all).stream().filter(this::namesTheBackend).toList());
  }

  private boolean namesTheBackend(URL file) {
    try (InputStream in = file.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(backend);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
