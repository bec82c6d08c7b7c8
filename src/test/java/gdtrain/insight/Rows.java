package gdtrain.insight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.Data;
import gdtrain.dataset.encoding.MissingPolicy;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.table.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The tasks of the public data sets, prepared for learning. */
record Rows(String file, String target, List<String> excluded, boolean classes, Scaling scaling) {
  @Override
  public String toString() {
    return "%s %s, %s".formatted(file, target, scaling);
  }

  /** Every task of reference.json of a kind: regression, binary or multiclass. */
  static List<Rows> tasks(String kind, Scaling... scalings) {
    List<Rows> tasks = new ArrayList<>();
    for (JsonNode set : json("/reference.json").get("sets")) {
      for (JsonNode task : set.get("tasks")) {
        if (task.get("task").asText().equals(kind)) {
          for (Scaling scaling : scalings) {
            tasks.add(
                new Rows(
                    set.get("file").asText(),
                    task.get("target").asText(),
                    texts(task.get("dropped_columns")),
                    !kind.equals("regression"),
                    scaling));
          }
        }
      }
    }
    return tasks;
  }

  /** What reference.json says of the task. */
  JsonNode reference() {
    for (JsonNode set : json("/reference.json").get("sets")) {
      for (JsonNode task : set.get("tasks")) {
        if (set.get("file").asText().equals(file)
            && task.get("target").asText().equals(target)
            && task.get("task").asText().equals("regression") != classes) {
          return task;
        }
      }
    }
    throw new AssertionError(this);
  }

  static JsonNode json(String resource) {
    try (InputStream in = Rows.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  Rows with(Scaling other) {
    return new Rows(file, target, excluded, classes, other);
  }

  Prepared prepared() {
    return prepared(true);
  }

  Prepared prepared(boolean intercept) {
    Preparation usual = Preparation.defaults();
    Preparation wishes =
        new Preparation(
            Optional.of(target),
            Optional.of(classes ? Task.CLASSIFICATION : Task.REGRESSION),
            usual.weight(),
            usual.include(),
            new Selection(excluded),
            scaling,
            usual.coding(),
            MissingPolicy.IMPUTE,
            usual.expansion());
    return Prepared.of(Data.file(file), wishes, intercept, new Holdout.None(), note -> {});
  }

  static double[] doubles(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static double[] doubles(JsonNode array) {
    double[] numbers = new double[array.size()];
    Arrays.setAll(numbers, i -> array.get(i).asDouble());
    return numbers;
  }
}
