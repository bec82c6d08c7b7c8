package gdtrain.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several backends on a class path ND4J sees one. */
class ProvidersTest {
  private static final String FILE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  @TempDir Path folder;

  private URL folderWith(String provider) throws IOException {
    Path root = folder.resolve(provider);
    Files.createDirectories(root.resolve("META-INF/services"));
    Files.writeString(root.resolve(FILE), "# a licence\n\n" + provider);
    Files.writeString(root.resolve("other.txt"), provider);
    return root.toUri().toURL();
  }

  @Test
  void hidesTheFilesOfTheOtherBackends() throws Exception {
    URL[] path = {folderWith("a.CpuBackend"), folderWith("b.JCublasBackend")};
    try (URLClassLoader all = new URLClassLoader(path, null)) {
      for (URL shown : path) {
        String name = Path.of(shown.toURI()).getFileName().toString();
        Providers one = new Providers(all, name);

        assertEquals(2, Collections.list(all.getResources(FILE)).size());
        assertEquals(
            List.of(shown + FILE),
            Collections.list(one.getResources(FILE)).stream().map(URL::toString).toList());
        assertEquals(2, Collections.list(one.getResources("other.txt")).size());
      }
      assertTrue(Collections.list(new Providers(all, "none").getResources(FILE)).isEmpty());
    }
  }
}
