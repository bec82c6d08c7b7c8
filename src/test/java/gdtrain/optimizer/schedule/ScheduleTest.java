package gdtrain.optimizer.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.optimizer.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
  /** Rates of five epochs at a base of 8, computed by hand; the height stays where it is. */
  private static final List<String> BY_HAND =
      List.of(
          "constant | 8 8 8 8 8",
          "step:every=2,factor=0.5 | 8 8 4 4 2",
          "exponential:decay=0.5 | 8 4 2 1 0.5",
          "inverse:decay=1 | 8 4 2.6666666666666665 2 1.6",
          "polynomial | 8 6.4 4.8 3.2 1.6",
          "polynomial:power=2,end=0.5 | 8 6.56 5.44 4.64 4.16",
          // (1 + cos 36 degrees) / 2 = 0.90451
          "cosine | 8 7.23606797749979 5.23606797749979 2.76393202250021 0.76393202250021",
          "cosine:end=0.5 | 8 7.618033988749895 6.618033988749895 5.381966011250105 4.381966011250105",
          "one-cycle:rise=0.5,start=0.25,end=0 | 2 4.072949016875159 7.427050983124841 7.23606797749979 2.76393202250021",
          // one height to begin with, then two in a row that are not lower
          "plateau:factor=0.5,patience=1 | 8 8 4 4 2",
          "plateau:factor=0.5,patience=0 | 8 4 2 1 0.5",
          // quarters of the way to 8 in three epochs, then the first two of two
          "constant:warmup=3 | 2 4 6 8 8",
          "polynomial:warmup=3 | 2 4 6 8 4",
          "one-cycle:rise=0.5,start=0.25,end=0,warmup=2 | 2.6666666666666665 5.333333333333333 2 6.5 6",
          "plateau:factor=0.5,patience=0,warmup=3 | 2 4 6 8 4",
          "step:every=1,factor=0.5,warmup=9 | 0.8 1.6 2.4 3.2 4");

  static List<String> byHand() {
    return BY_HAND;
  }

  static List<String> names() {
    return Schedules.CATALOG.names();
  }

  private static double[] rates(String text, int epochs) {
    LearningRates rates = Schedules.CATALOG.choose(text).start(8, epochs);
    double[] all = new double[epochs];
    Arrays.setAll(all, i -> rates.at(i + 1, 3));
    return all;
  }

  @ParameterizedTest
  @MethodSource("byHand")
  void givesTheRatesComputedByHand(String row) {
    String[] parts = row.split(" \\| ");
    double[] expected =
        Arrays.stream(parts[1].split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertArrayEquals(expected, rates(parts[0], 5), 1e-14);
  }

  @Test
  void everyScheduleHasRatesComputedByHand() {
    Set<String> covered =
        BY_HAND.stream().map(row -> row.split("[ :]")[0]).collect(Collectors.toSet());
    assertEquals(Set.copyOf(names()), covered);
  }

  @ParameterizedTest
  @MethodSource("names")
  void startsAtTheBaseRateAndEndsNoHigher(String name) {
    double[] rates = rates(name, 1000);
    // the cycle starts low: its base is the highest rate
    assertEquals(name.equals("one-cycle") ? 0.32 : 8, rates[0], 1e-15);
    assertTrue(Arrays.stream(rates).allMatch(rate -> rate >= 0 && rate <= 8));
    assertTrue(rates[999] <= rates[0]);
  }

  @ParameterizedTest
  @MethodSource("names")
  void knowsARunOfOneEpoch(String name) {
    double[] one = rates(name, 1);
    assertEquals(rates(name, 7)[0], one[0]);
    assertEquals(4, rates(name + ":warmup=1", 1)[0], "a warm-up that is not over");
    assertEquals(one[0], rates(name + ":warmup=1", 2)[1], "one epoch after the warm-up");
  }

  @ParameterizedTest
  @MethodSource("names")
  void warmsUpInAStraightLineToItsFirstRate(String name) {
    double[] rates = rates(name + ":warmup=4", 30);
    assertArrayEquals(new double[] {1.6, 3.2, 4.8, 6.4}, Arrays.copyOf(rates, 4), 1e-15);
    assertArrayEquals(rates(name, 26), Arrays.copyOfRange(rates, 4, 30));
  }

  @Test
  void aPlateauEndsWithEveryLowerHeight() {
    LearningRates rates = Schedules.CATALOG.choose("plateau:factor=0.5,patience=2").start(1, 99);
    double[] heights = {9, 9, 9, 8, 8, 8, 8, 7, Double.NaN, 8, 7, 0, 0, -1, -1, -1, -1};
    double[] expected = {1, 1, 1, 1, 1, 1, .5, .5, .5, .5, .25, .25, .25, .25, .25, .25, .125};
    double[] found = new double[heights.length];
    Arrays.setAll(found, i -> rates.at(i + 1, heights[i]));
    assertArrayEquals(expected, found);
  }

  @Test
  void aPlateauTakesASmallGainForNone() {
    LearningRates rates =
        Schedules.CATALOG.choose("plateau:factor=0.5,patience=0,threshold=0.1").start(1, 99);
    assertEquals(1, rates.at(1, 10));
    assertEquals(0.5, rates.at(2, 9.01));
    assertEquals(0.5, rates.at(3, 8.99));
    assertEquals(0.25, rates.at(4, 8.5));
  }

  @ParameterizedTest
  @MethodSource("names")
  void goesOnBitByBitFromASavedMemory(String name) {
    Schedule schedule = Schedules.CATALOG.choose(name + ":warmup=2");
    double[] heights = new Random(4).doubles(60).toArray();
    LearningRates whole = schedule.start(0.1, 60);
    LearningRates second = schedule.start(0.1, 60);
    second.at(1, 0.5);
    for (int epoch = 1; epoch <= 60; epoch++) {
      if (epoch == 30) {
        Rules.overwrite(second.memory(), whole.memory());
      }
      double rate = whole.at(epoch, heights[epoch - 1]);
      if (epoch >= 30) {
        assertEquals(rate, second.at(epoch, heights[epoch - 1]));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "step:every=0 | every must be a whole number of 1 or more, not '0'",
        "step:factor=0 | factor must be above 0 and at most 1, not '0'",
        "exponential:decay=1.1 | decay must be above 0 and at most 1, not '1.1'",
        "inverse:decay=-1 | decay must be 0 or more, not '-1'",
        "polynomial:power=0 | power must be above 0, not '0'",
        "cosine:end=1 | end must be at least 0 and below 1, not '1'",
        "one-cycle:rise=1 | rise must be between 0 and 1, not '1'",
        "plateau:patience=0.5 | patience must be a whole number of 0 or more, not '0.5'",
        "constant:warmup=-1 | warmup must be a whole number of 0 or more, not '-1'",
        "constant:end=1 | has no setting 'end'; it has warmup=0",
      })
  void refusesSettingsOutsideTheirRange(String text, String part) {
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> Schedules.CATALOG.choose(text))
            .getMessage();
    assertTrue(sentence.contains(part), sentence);
  }
}
