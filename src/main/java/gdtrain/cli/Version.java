package gdtrain.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it into a resource. */
final class Version implements IVersionProvider {
  /** The version of gdtrain. */
  static String gdtrain() {
    return property("gdtrain");
  }

  /** The version of ND4J. */
  static String nd4j() {
    return property("nd4j");
  }

  private static String property(String name) {
    Properties versions = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/gdtrain/versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return versions.getProperty(name);
  }

  @Override
  public String[] getVersion() {
    return new String[] {"gdtrain " + gdtrain()};
  }
}
