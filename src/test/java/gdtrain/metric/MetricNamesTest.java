package gdtrain.metric;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricNamesTest {
  private static final List<NoWorse.Section> KEPT =
      List.of(NoWorse.Section.VALIDATION, NoWorse.Section.TEST);

  private static Metrics score(int classes) {
    List<Metric> quality =
        classes == 0
            ? new RegressionMetrics().metrics()
            : new ClassificationMetrics(classes, 0).metrics();
    return new Metrics(1, 0.5, quality);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 10})
  void areThoseOfTheFiguresThatAreMeasured(int classes) {
    List<String> measured = score(classes).metrics().stream().map(Metric::name).toList();

    assertEquals(measured, MetricNames.ofRows(classes, true).names());
  }

  @Test
  void rowsKeptFromTrainingHaveTheSameFiguresBehindAPrefix() {
    List<String> plain = MetricNames.ofTraining(0, true, List.of()).names();
    List<String> all = MetricNames.ofTraining(0, true, KEPT).names();

    assertEquals(plain, all.subList(0, plain.size()));
    assertEquals(
        List.of(
            "val_rows",
            "val_loss",
            "val_mse",
            "val_rmse",
            "val_mae",
            "val_r2", //
            "test_rows",
            "test_loss",
            "test_mse",
            "test_rmse",
            "test_mae",
            "test_r2"),
        all.subList(plain.size(), all.size()));
    all.forEach(name -> check(MetricNames.ofTraining(0, true, KEPT), name));
  }

  private static void check(MetricNames names, String name) {
    String requirement = name.equals("converged") ? name : name + ">=0";
    assertDoesNotThrow(() -> names.check(Requirement.parse(requirement)));
  }

  @ParameterizedTest
  @CsvSource({
    "los, there is no figure 'los' (did you mean 'loss'?)",
    "R2, there is no figure 'R2' (did you mean 'r2'?)",
    "Rmsee, there is no figure 'Rmsee' (did you mean 'rmse'?)",
    "gradient_norm, there is no figure 'gradient_norm' (did you mean 'grad_norm'?)",
    "base, there is no figure 'base' (did you mean 'baseline_loss'?)",
    "quality, there is no figure 'quality'",
    "accuracy, it is not measured here",
    "auc, it is not measured here",
    "val_r2, 'there are no validation rows, which fit has with validation'",
    "mcc, it is not measured here",
    "test_brier, 'there are no test rows, which fit has with test'",
    "r2_low, 'intervals are measured by evaluate with bootstrap'",
    "media_ae, there is no figure 'media_ae' (did you mean 'median_ae'?)",
    "test_auc, 'there are no test rows, which fit has with test'",
  })
  void aNameThatIsNotMeasuredIsRefusedWithThoseThatAre(String name, String reason) {
    String sentence =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    MetricNames.ofTraining(0, true, List.of())
                        .check(Requirement.parse(name + " > 0")))
            .getMessage();

    assertEquals(
        ("'%s>0': %s; this run measures rows, loss, mse, rmse, mae, r2, objective, grad_norm, epochs, baseline_loss, converged,"
                + " and where named median_ae, mape, explained_variance, d2")
            .formatted(name, reason),
        sentence);
  }

  @Test
  void aFigureOfTheOtherTaskIsNoneOfTheValidationRows() {
    String sentence =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    MetricNames.ofTraining(3, true, KEPT.subList(0, 1))
                        .check(Requirement.parse("val_auc>0.9")))
            .getMessage();

    assertEquals("'val_auc>0.9': it is not measured here", sentence.split(";", -1)[0]);
  }

  @Test
  void figuresAreThoseThatAreNamedInTheirOwnOrder() {
    MetricNames names = MetricNames.ofTraining(4, true, KEPT);

    assertEquals(
        List.of("brier", "top_3"), names.figures(List.of("test_top_3", "brier", "val_loss", "x")));
    assertEquals(List.of(), names.figures(List.of("top_10", "pr_auc", "brier_low")));
    assertEquals(List.of("brier"), names.withIntervals().figures(List.of("brier_low")));
  }

  @Test
  void endsOfIntervalsAreMeasuredWhereThereAreIntervals() {
    MetricNames names = MetricNames.ofRows(2, false).withIntervals();

    assertDoesNotThrow(() -> names.check(Requirement.parse("auc_low>=0.5")));
    assertDoesNotThrow(() -> names.check(Requirement.parse("mcc_high<1")));
    for (String none : List.of("rows_low>0", "brier_low>0", "log_loss<1")) {
      assertThrows(
          IllegalArgumentException.class, () -> names.check(Requirement.parse(none)), none);
    }
  }
}
