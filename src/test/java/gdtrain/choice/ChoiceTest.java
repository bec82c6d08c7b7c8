package gdtrain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  @Test
  void tellsWhatIsGiven() {
    Choice choice = Choice.parse("layer", "3: activation = relu ,l2=0.5");
    assertEquals("3", choice.name());
    assertEquals(Optional.of("relu"), choice.text("activation"));
    assertEquals(Optional.empty(), choice.text("init"));
    assertTrue(choice.has("l2"));
    assertFalse(choice.has("l1"));
    choice.checkAllUsed();
  }

  @Test
  void aSettingThatNobodyAskedForIsNamedBesideThoseThereAre() {
    Choice choice = Choice.parse("layer", "3:size=4");
    assertFalse(choice.has("l2"));
    assertEquals(Optional.empty(), choice.text("activation"));
    assertEquals(0.5, choice.number("dropout", 0.5, Range.BELOW_ONE));
    String sentence =
        assertThrows(IllegalArgumentException.class, choice::checkAllUsed).getMessage();
    assertEquals("layer 3 has no setting 'size'; it has l2,activation,dropout=0.5", sentence);
  }
}
