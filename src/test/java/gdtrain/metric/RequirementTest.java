package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {
  private static boolean met(String requirement, double value) {
    return Requirement.parse(requirement).metBy(Map.of("r2", value));
  }

  @ParameterizedTest
  @CsvSource({
    "r2<=0.5, true, true, false",
    "r2>=0.5, false, true, true",
    "r2<0.5, true, false, false",
    "r2>0.5, false, false, true",
    "r2==0.5, false, true, false"
  })
  void comparesTheFigureWithItsBound(String text, boolean below, boolean at, boolean above) {
    assertEquals(below, met(text, Math.nextDown(0.5)));
    assertEquals(at, met(text, 0.5));
    assertEquals(above, met(text, Math.nextUp(0.5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"r2<=1", "r2>=1", "r2<1", "r2>1", "r2==1"})
  void noFigureThatIsMissingOrNotFiniteMeetsAnything(String text) {
    assertFalse(met(text, Double.NaN));
    assertFalse(met(text, Double.POSITIVE_INFINITY));
    assertFalse(met(text, Double.NEGATIVE_INFINITY));
    assertFalse(Requirement.parse(text).metBy(Map.of("loss", 1.0)));
  }

  @ParameterizedTest
  @CsvSource({
    "' val_loss  <=\t0.30 ', val_loss<=0.30, 0.3",
    "loss<1e-3, loss<1e-3, 0.001",
    "r2 > -.5, r2>-.5, -0.5",
    "epochs==+12., epochs==+12., 12"
  })
  void passesOverBlanks(String written, String text, double bound) {
    Requirement requirement = Requirement.parse(written);

    assertEquals(text, requirement.text());
    assertEquals(bound, requirement.bound());
    assertEquals(text.replaceFirst("[<>=].*", ""), requirement.name());
  }

  @Test
  void convergedIsAWordOfItsOwn() {
    Requirement requirement = Requirement.parse(" converged ");

    assertTrue(requirement.metBy(Map.of("converged", 1.0)));
    assertFalse(requirement.metBy(Map.of("converged", 0.0)));
    assertFalse(requirement.metBy(Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | it compares nothing",
        "\" \" | it compares nothing",
        "r2 | it compares nothing; quote it, since a shell keeps < and > to itself",
        "not converged | it compares nothing",
        "r2 0.9 | it compares nothing",
        "r2≥0.9 | it compares nothing",
        ">=0.9 | it has no name on the left",
        "converged==1 | converged stands alone",
        "r2=0.9 | = is no comparison",
        "r2!=0.9 | != is no comparison",
        "r2=>0.9 | => is no comparison",
        "r2<>0.9 | <> is no comparison",
        "r2===0.9 | === is no comparison",
        "r2>= | '' on the right is no number",
        "r2>=abc | 'abc' on the right is no number",
        "r2>=0,9 | '0,9' on the right is no number",
        "r2>=90% | '90%' on the right is no number",
        "r2>=NaN | 'NaN' on the right is no number",
        "r2<=Infinity | 'Infinity' on the right is no number",
        "r2<=1e999 | '1e999' on the right is no number",
        "r2>=0x1p-1 | '0x1p-1' on the right is no number",
        "r2>=0.9d | '0.9d' on the right is no number",
        "r2>=. | '.' on the right is no number",
        "r2>=0.9 0.95 | '0.9 0.95' on the right is no number",
        "0.5<=r2<=0.9 | 'r2<=0.9' on the right is no number",
        "0.9<=r2 | 'r2' on the right is no number",
      })
  void whatIsNoRequirementIsRefusedWithTheGrammar(String written, String reason) {
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> Requirement.parse(written)).getMessage();

    assertTrue(sentence.startsWith("'" + written + "': " + reason), sentence);
    assertTrue(
        sentence.endsWith(
            "; write a name, one of <=, >=, <, >, ==, and a number, such as 'r2>=0.9', or converged"),
        sentence);
  }
}
