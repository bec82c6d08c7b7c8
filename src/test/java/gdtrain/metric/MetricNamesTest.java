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

    assertEquals(measured, MetricNames.ofRows(classes).names());
  }

  @Test
  void rowsKeptFromTrainingHaveTheSameFiguresBehindAPrefix() {
    List<String> plain = MetricNames.ofTraining(0, false, false).names();
    List<String> all = MetricNames.ofTraining(0, true, true).names();

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
    all.forEach(name -> check(MetricNames.ofTraining(0, true, true), name));
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
    "test_auc, 'there are no test rows, which fit has with test'",
  })
  void aNameThatIsNotMeasuredIsRefusedWithThoseThatAre(String name, String reason) {
    String sentence =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    MetricNames.ofTraining(0, false, false).check(Requirement.parse(name + " > 0")))
            .getMessage();

    assertEquals(
        "'%s>0': %s; this run measures rows, loss, mse, rmse, mae, r2, objective, grad_norm, epochs, baseline_loss, converged"
            .formatted(name, reason),
        sentence);
  }

  @Test
  void aFigureOfTheOtherTaskIsNoneOfTheValidationRows() {
    String sentence =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    MetricNames.ofTraining(3, true, false).check(Requirement.parse("val_auc>0.9")))
            .getMessage();

    assertEquals("'val_auc>0.9': it is not measured here", sentence.split(";", -1)[0]);
  }
}
