package gdtrain.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
  private record Pair(double first, double second) {}

  private static final Catalog<Pair> PAIRS =
      new Catalog<Pair>("pair")
          .add("none", choice -> new Pair(0, 0))
          .add(
              "both",
              choice ->
                  new Pair(
                      choice.number("first", 0.5, Range.BELOW_ONE),
                      choice.number("second-one", 1e-8, Range.POSITIVE)));

  @Test
  void aNameAloneHasItsDefaults() {
    assertEquals(new Pair(0.5, 1e-8), PAIRS.choose("both"));
  }

  @Test
  void settingsAreSetInAnyOrder() {
    assertEquals(new Pair(0, 3), PAIRS.choose("both:second-one=3,first=0"));
  }

  @Test
  void theCompleteTextChoosesTheSame() {
    String complete = PAIRS.complete("both:first=0.25");
    assertEquals("both:first=0.25,second-one=1e-8", complete);
    assertEquals(PAIRS.choose("both:first=0.25"), PAIRS.choose(complete));
    assertEquals(List.of("none", "both:first=0.5,second-one=1e-8"), PAIRS.complete());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bth | there is no 'bth'; did you mean 'both'? The names are none, both",
        "xyzxyz | there is no 'xyzxyz'. The names are none, both",
        "both:third=1 | pair both has no setting 'third'; it has first=0.5,second-one=1e-8",
        "none:first=1 | pair none has no setting 'first'; it has none",
        "both:first=1 | first must be at least 0 and below 1, not '1'",
        "both:first=x | first must be at least 0 and below 1, not 'x'",
        "both:second-one=NaN | second-one must be above 0, not 'NaN'",
        "both:second-one=Infinity | second-one must be above 0, not 'Infinity'",
        "both:0.5 | '0.5' is not a setting; write both:key=value,key=value",
        "both: | '' is not a setting",
        "both:first=0.1,first=0.2 | 'first' is set twice",
      })
  void aMistakeIsExplained(String text, String explanation) {
    var mistake = assertThrows(IllegalArgumentException.class, () -> PAIRS.choose(text));
    assertTrue(mistake.getMessage().contains(explanation), mistake.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "POSITIVE,0,false",
    "POSITIVE,1e-300,true",
    "NOT_NEGATIVE,0,true",
    "NOT_NEGATIVE,-1,false",
    "BELOW_ONE,0,true",
    "BELOW_ONE,1,false",
    "INSIDE,0,false",
    "INSIDE,0.5,true",
    "INSIDE,1,false",
    "SHARE,0,false",
    "SHARE,1,true",
    "COUNT,0,false",
    "COUNT,1.5,false",
    "COUNT,3,true",
    "COUNT_OR_NONE,0,true",
    "COUNT_OR_NONE,-1,false",
    "POSITIVE,Infinity,false"
  })
  void rangesHoldTheirNumbers(Range range, double number, boolean holds) {
    assertEquals(holds, range.holds(number));
  }
}
