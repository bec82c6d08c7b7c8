package gdtrain.report.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The font that comes with the program, Liberation Sans, for a Linux that has none: Java takes it
 * from a file that names it for all its own fonts. It has no Chinese characters, which are boxes
 * then.
 */
final class ShippedFont implements AutoCloseable {
  private static final String FONT = "LiberationSans-Regular.ttf";

  /** Where the build puts it, beside its licence. */
  private static final String RESOURCE = "/gdtrain/font/org/apache/pdfbox/resources/ttf/" + FONT;

  private static final String CONFIGURATION = "sun.awt.fontconfig";

  private final Optional<Path> folder;

  private ShippedFont(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Makes Java use it until it is closed, unless there are fonts or a user has named some. */
  static ShippedFont unlessThereAreOthers() throws IOException {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    boolean named = System.getProperty(CONFIGURATION) != null;
    return !linux || named || areFonts(System.getenv(), System.getProperty("user.home"))
        ? new ShippedFont(Optional.empty())
        : new ShippedFont(Optional.of(unpacked()));
  }

  /** Whether fontconfig is set up and a file of a font lies where it looks. */
  static boolean areFonts(Map<String, String> environment, String home) {
    Path path = Path.of(environment.getOrDefault("FONTCONFIG_PATH", "/etc/fonts"));
    Path file = Path.of(environment.getOrDefault("FONTCONFIG_FILE", "fonts.conf"));
    return Files.exists(path.resolve(file))
        && Stream.of(
                "/usr/share/fonts",
                "/usr/local/share/fonts",
                home + "/.fonts",
                home + "/.local/share/fonts")
            .anyMatch(folder -> hasFont(Path.of(folder)));
  }

  private static boolean hasFont(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().matches("(?i).*\\.(ttf|ttc|otf|pfb)"));
    } catch (IOException | RuntimeException e) {
      return false; // it is not there, or nobody may read it
    }
  }

  private static Path unpacked() throws IOException {
    Path folder = Files.createTempDirectory("gdtrain-font");
    try (InputStream in = ShippedFont.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        Files.copy(in, folder.resolve(FONT));
      }
    }
    Path file = folder.resolve("fontconfig.properties");
    Files.writeString(file, configuration(folder.resolve(FONT)));
    System.setProperty(CONFIGURATION, file.toString());
    return folder;
  }

  /** As https://docs.oracle.com/javase/8/docs/technotes/guides/intl/fontconfig.html has it. */
  private static String configuration(Path font) {
    StringBuilder text = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
    text.append("filename.Shipped=").append(font).append('\n');
    for (String name : List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")) {
      for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
        text.append(name).append('.').append(style).append(".latin-1=Shipped\n");
      }
    }
    return text.toString();
  }

  /** Takes its files away, which Java has read by then. */
  @Override
  public void close() throws IOException {
    if (folder.isPresent()) {
      Files.deleteIfExists(folder.get().resolve(FONT));
      Files.deleteIfExists(folder.get().resolve("fontconfig.properties"));
      Files.deleteIfExists(folder.get());
    }
  }
}
