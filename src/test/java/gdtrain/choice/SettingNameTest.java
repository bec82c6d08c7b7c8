package gdtrain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingNameTest {
  private static String option(String key) {
    return "--" + key;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "⟦lr⟧ must be above 0 | --lr must be above 0 | lr must be above 0",
        "the limit (⟦epochs⟧); ⟦time-limit⟧ | the limit (--epochs); --time-limit | the limit (epochs); time-limit",
        "⟦l2⟧=0 | --l2=0 | l2=0",
        "no setting | no setting | no setting",
      })
  void everySettingIsNamedAsItsReaderCallsIt(String text, String option, String plain) {
    assertEquals(option, SettingName.worded(text, SettingNameTest::option));
    assertEquals(plain, SettingName.plain(text));
  }

  @ParameterizedTest
  @CsvSource({"'⟦LR⟧'", "'⟦ lr⟧'", "'⟦⟧'", "'⟦-lr⟧'", "'⟦lr'", "'[lr] {l1} %s $1 \\'", "'--lr'"})
  void whatIsNoKeyStaysAsItIs(String text) {
    assertEquals(text, SettingName.worded(text, SettingNameTest::option));
  }

  @Test
  void anErrorHasPlainKeysForJavaAndMarkedOnesForItsTranslation() {
    Exception cause = new IllegalStateException();
    UserError error = new InvalidSetting("⟦lr⟧ 0: must be above 0", cause);

    assertEquals("lr 0: must be above 0", error.getMessage());
    assertEquals("⟦lr⟧ 0: must be above 0", error.sentence());
    assertSame(cause, error.getCause());
  }
}
