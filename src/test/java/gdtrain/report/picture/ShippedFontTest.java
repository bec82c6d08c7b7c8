package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedFontTest {
  @TempDir Path home;

  /** There are fonts where fontconfig is set up and has a file of one. */
  @Test
  void fontsAreFoundWhereFontconfigLooks() throws IOException {
    Path configuration = Files.writeString(home.resolve("my.conf"), "<fontconfig/>");
    Map<String, String> setUp = Map.of("FONTCONFIG_FILE", configuration.toString());
    Path own = Files.createDirectories(home.resolve(".local/share/fonts/deep"));
    Files.writeString(own.resolve("a.TTF"), "");

    assertTrue(ShippedFont.areFonts(setUp, home.toString()));
    assertFalse(ShippedFont.areFonts(Map.of("FONTCONFIG_FILE", "/none"), home.toString()));
    assertFalse(ShippedFont.areFonts(Map.of("FONTCONFIG_PATH", "/none"), home.toString()));
  }

  @Test
  void theFontAndItsLicenceAreInTheProgram() throws IOException {
    try (InputStream font =
            ShippedFont.class.getResourceAsStream(
                "/gdtrain/font/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
        InputStream licence =
            ShippedFont.class.getResourceAsStream("/gdtrain/font/META-INF/LICENSE")) {
      assertNotNull(font);
      assertEquals(0x00010000, ByteBuffer.wrap(font.readNBytes(4)).getInt());
      assertTrue(
          new String(licence.readAllBytes(), StandardCharsets.UTF_8)
              .contains("SIL OPEN FONT LICENSE Version 1.1"));
    }
  }
}
