package gdtrain.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {
  static List<Theme> themes() {
    return List.of(Theme.LIGHT, Theme.DARK);
  }

  /** WCAG 2.1, 1.4.3 and 1.4.11. */
  @ParameterizedTest
  @MethodSource("themes")
  void everythingStandsOutFromThePaper(Theme theme) {
    assertTrue(contrast(theme.ink(), theme.paper()) >= 7);
    assertTrue(contrast(theme.axis(), theme.paper()) >= 3);
    for (int curve : theme.curves()) {
      assertTrue(contrast(curve, theme.paper()) >= 3, Theme.css(curve));
    }
  }

  private static double contrast(int one, int other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  @Test
  void neighboursDifferWithoutColourAndManyByBoth() {
    Set<String> looks = new HashSet<>();
    for (int i = 0; i < 28; i++) {
      looks.add(Theme.LIGHT.curve(i) + " " + Theme.dashes(i));
      assertTrue(!Theme.dashes(i).equals(Theme.dashes(i + 1)), "" + i);
    }

    assertEquals(28, looks.size());
  }
}
