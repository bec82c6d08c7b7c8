package gdtrain.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.Data;
import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.lint.Finding.Severity;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which sums of inputs give the target away, and which were made to try a model out. */
class LeakingSumTest {
  private static final int[] A = IntStream.range(0, 40).map(i -> i * 37 % 101).toArray();
  private static final int[] B = IntStream.range(0, 40).map(i -> i * i * 13 % 97).toArray();
  private static final int[] C = IntStream.range(0, 40).map(i -> i * i * i * 7 % 89).toArray();
  private static final String WEEKDAY = "mo,tu,we,th,fr";

  static Stream<Arguments> leaks() {
    return Stream.of(
        leak(
            "'cnt' is 'a' + 'b' in every row; ⟦exclude⟧ a,b",
            "a,b,c,cnt",
            i -> row(i, A[i] + B[i])),
        leak(
            "'y' is 3 'a' - 0.25 'c' + 7 in every row; ⟦exclude⟧ a,c",
            "a,b,c,y",
            i -> row(i, 3 * A[i] - 0.25 * C[i] + 7)),
        leak(
            "'y' is 'a' + 'b' in every row; ⟦exclude⟧ a,b",
            "a,day,b,y",
            i -> A[i] + "," + WEEKDAY.split(",")[i % 5] + "," + B[i] + "," + (A[i] + B[i])),
        leak(
            "'total' is 'a' + 'b' + 'c' in every row; a model is not needed",
            "a,b,c,total",
            i -> row(i, A[i] + B[i] + C[i])),
        leak(
            "'profit' is 'a' - 'b' in every row; a model is not needed",
            "a,b,profit",
            i -> "%d,%d,%d".formatted(A[i], B[i], A[i] - B[i])));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        fine("made of all inputs", "a,b,c,y", i -> row(i, 3 * A[i] - 2 * B[i] + C[i] + 1)),
        fine("made of all inputs", "a,b,y", i -> A[i] + "," + B[i] + "," + (2 * A[i] - 3 * B[i])),
        fine("one row differs", "a,b,c,y", i -> row(i, A[i] + B[i] + (i == 20 ? 1 : 0))),
        fine(
            "another input follows from those",
            "a,b,c,y",
            i -> "%d,%d,%d,%d".formatted(A[i], B[i], A[i] + B[i], 5 * A[i] + 2 * B[i] + 9)),
        fine("classes", "a,b,c,y", i -> row(i, A[i] + B[i]).replaceFirst("[0-9.]+$", "k" + i % 3)),
        fine("fewer than nine rows", "a,b,c,y", i -> i < 9 ? row(i, A[i] + B[i]) : ""));
  }

  private static Arguments leak(String sentence, String header, IntFunction<String> row) {
    return Arguments.of(sentence, header + "\n" + rows(row));
  }

  private static Arguments fine(String why, String header, IntFunction<String> row) {
    return Arguments.of(why, header + "\n" + rows(row));
  }

  private static String rows(IntFunction<String> row) {
    return IntStream.range(0, 40)
        .mapToObj(row)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(int i, double target) {
    return "%d,%d,%d,%s".formatted(A[i], B[i], C[i], target);
  }

  private static List<Finding> grave(String csv) {
    Preparation preparation = Preparation.defaults();
    Prepared rows = Prepared.of(Data.table(csv), preparation, true, new Holdout.None(), n -> {});
    return Lint.of(rows.tables().training(), rows.schema(), preparation, ClassWeights.parse(null))
        .all()
        .stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("leaks")
  void namesTheInputsWhoseSumTheTargetIs(String sentence, String csv) {
    List<String> found = grave(csv).stream().map(Finding::sentence).toList();
    assertEquals(1, found.size());
    assertEquals(
        sentence,
        found
            .get(0)
            .replaceFirst("^.* give the target away: ", "")
            .replaceFirst(" leaves them out$|; ⟦target⟧.*", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void aModelMayBeTriedOutOnASumOfAllInputs(String why, String csv) {
    assertEquals(List.of(), grave(csv), why);
  }
}
