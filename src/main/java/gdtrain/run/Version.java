package gdtrain.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The program's version, as the build wrote it into a resource. */
public final class Version {
  /** The version of gdtrain. */
  public static String gdtrain() {
    return property("gdtrain");
  }

  /** The version of ND4J. */
  public static String nd4j() {
    return property("nd4j");
  }

  /** The version of OpenBLAS. */
  public static String openblas() {
    return property("openblas").replaceFirst("-.*", ""); // behind it is JavaCPP's
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
}
