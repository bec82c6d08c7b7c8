package gdtrain.report.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.insight.StepForecast.Component.Direction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextStyleTest {
  /** What a column may be called, to move the cursor, to colour, or to hide what follows. */
  @ParameterizedTest
  @ValueSource(strings = {"\u001b[2J", "\u001b[36m", "a\rb", "\u202eevil", "\u009b31m"})
  void ownColoursStayAndNamesAreSpelledOut(String name) {
    String line = new TextStyle(80, true).coloured(name + "  lower  1.5", Direction.LOWER, "lower");
    String visible = TextStyle.visible(line);

    assertEquals("\u001b[33m lower \u001b[0m 1.5", visible.substring(visible.indexOf('\u001b')));
    assertEquals("\\", visible.replaceAll("^[ab]?(.).*", "$1"));
  }
}
