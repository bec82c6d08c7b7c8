package gdtrain.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Training;
import gdtrain.dataset.encoding.Coding;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Expansion;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {
  private static Training train(String target, Scaling scaling, Coding coding) {
    return train(target, scaling, coding, Expansion.NONE);
  }

  private static Training train(
      String target, Scaling scaling, Coding coding, Expansion expansion) {
    Preparation d = Preparation.defaults();
    Preparation wishes =
        new Preparation(
            Optional.of(target),
            d.task(),
            d.weight(),
            d.include(),
            d.exclude(),
            scaling,
            coding,
            MissingPolicy.DROP,
            expansion);
    return new Training(Data.file("penguins.csv"), wishes, 0.001);
  }

  @ParameterizedTest
  @CsvSource({"STANDARD,TREATMENT", "STANDARD,FULL", "MINMAX,TREATMENT", "NONE,TREATMENT"})
  void inOriginalUnitsReproduceThePredictionsFromRawCells(Scaling scaling, Coding coding) {
    assertReproduced(train("body_mass_g", scaling, coding), 10);
  }

  @ParameterizedTest
  @CsvSource({"STANDARD,TREATMENT", "STANDARD,FULL", "MINMAX,TREATMENT"})
  void ofPowersAndProductsActOnPowersAndProductsOfRawCells(Scaling scaling, Coding coding) {
    assertReproduced(train("body_mass_g", scaling, coding, new Expansion(3, true)), 35);
  }

  private static void assertReproduced(Training training, int leastParameters) {
    List<Parameter> parameters = training.model().parameters();
    assertTrue(parameters.size() >= leastParameters, () -> parameters.size() + " parameters");
    Table table = Data.file("penguins.csv");
    double[] predictions = training.predictions();
    int at = 0;
    for (int row = 0; row < table.rows(); row++) {
      if (complete(table, row)) {
        double sum = 0;
        for (Parameter parameter : parameters) {
          sum += parameter.value() * raw(table, row, parameter.input());
        }
        assertEquals(predictions[at], sum, 1e-12 * sum, "row " + row);
        at++;
      }
    }
    assertEquals(333, at);
    assertEquals(at, predictions.length);
  }

  private static boolean complete(Table table, int row) {
    return table.columns().stream().noneMatch(column -> column.isMissing(row));
  }

  /** What a raw row holds for an input, as its name says. */
  private static double raw(Table table, int row, String input) {
    if (input.equals(Schema.INTERCEPT)) {
      return 1;
    }
    double product = 1;
    for (String factor : input.split(":")) {
      String[] power = factor.split("\\^");
      double value = cell(table, row, power[0]);
      product *= power.length == 1 ? value : Math.pow(value, Integer.parseInt(power[1]));
    }
    return product;
  }

  /** The cell's number, or whether it is the level. */
  private static double cell(Table table, int row, String input) {
    String[] parts = input.split("=", 2);
    Column column = table.columns().get(table.columnNames().indexOf(parts[0]));
    return parts.length == 1
        ? ((NumericColumn) column).value(row)
        : ((TextColumn) column).text(row).equals(parts[1]) ? 1 : 0;
  }

  @Test
  void comeOutputAfterOutputTheInterceptLast() {
    Training training = train("species", Scaling.STANDARD, Coding.TREATMENT);
    List<Parameter> parameters = training.model().parameters();
    List<String> inputs = training.schema().inputNames();
    List<String> outputs = List.of("Adelie", "Chinstrap", "Gentoo");
    assertEquals(3 * inputs.size(), parameters.size());
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      assertEquals(1, parameter.layer());
      assertEquals(outputs.get(i / inputs.size()), parameter.output());
      assertEquals(inputs.get(i % inputs.size()), parameter.input());
      assertEquals(training.fit().parameters().get(i), parameter.scaledValue());
    }
    assertEquals(Schema.INTERCEPT, parameters.get(inputs.size() - 1).input());
  }

  @Test
  void areAsManyAsTheSchemaAsksFor() {
    Model model = train("species", Scaling.STANDARD, Coding.TREATMENT).model();
    List<Double> fewer = model.scaled().subList(1, model.scaled().size());
    String sentence =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Model(model.schema(), List.of(), model.loss(), fewer, Map.of()))
            .getMessage();
    assertEquals("26 parameters, where 9 inputs and 3 outputs need 27", sentence);
  }
}
