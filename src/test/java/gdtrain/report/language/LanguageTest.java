package gdtrain.report.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.choice.InvalidSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "zh_TW.UTF-8, ZH_TW",
    "zh_HK, ZH_TW",
    "zh_MO.UTF-8, ZH_TW",
    "zh_Hant, ZH_TW",
    "zh_Hant_TW.UTF-8, ZH_TW",
    "zh-TW, ZH_TW",
    "zh_TW@radical, ZH_TW",
    "zh_CN.UTF-8, EN",
    "zh_Hans_TW, EN",
    "zh, EN",
    "de_DE.UTF-8, EN",
    "C, EN",
    "C.UTF-8, EN",
    "POSIX, EN"
  })
  void readsTheLocaleAsATerminalProgramDoes(String locale, Language language) {
    assertEquals(language, Language.of("auto", "x", Map.of("LANG", locale)));
  }

  @Test
  void aMoreSpecificVariableWins() {
    Map<String, String> english =
        Map.of("LC_ALL", "en_GB.UTF-8", "LC_MESSAGES", "zh_TW.UTF-8", "LANG", "zh_TW.UTF-8");
    assertEquals(Language.EN, Language.of("auto", "x", english));
    Map<String, String> messages = Map.of("LC_ALL", "", "LC_MESSAGES", "zh_TW", "LANG", "en_US");
    assertEquals(Language.ZH_TW, Language.of("auto", "x", messages));
    assertEquals(Language.EN, Language.of("auto", "x", Map.of()));
  }

  @Test
  void aWordWinsOverTheLocale() {
    Map<String, String> taiwan = Map.of("LANG", "zh_TW.UTF-8");
    assertEquals(Language.EN, Language.of("en", "x", taiwan));
    assertEquals(Language.ZH_TW, Language.of("zh-tw", "x", Map.of()));
  }

  @Test
  void namesTheLanguagesThereAre() {
    InvalidSetting e =
        assertThrows(InvalidSetting.class, () -> Language.of("de", "⟦lang⟧", Map.of()));
    assertEquals("lang takes auto, en, zh-TW, not 'de'", e.getMessage());
  }
}
