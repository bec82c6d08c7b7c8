package gdtrain.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.Data;
import gdtrain.dataset.encoding.Task;
import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.Selection;
import gdtrain.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Public tables have few oddities, and no error. */
class PublicSetsTest {
  /** All that is told, by file and target, as findings without their advice. */
  private static final Map<String, List<String>> TOLD =
      Map.of(
          "longley.csv TOTEMP",
          List.of("hint: column 'YEAR' counts rows, from 1947 to 1962 and each number once"),
          "penguins_raw.csv Body Mass (g)",
          List.of(
              "warning: column 'Comments' is missing in 290 of 342 rows and is a category there"),
          "penguins_raw.csv Sex",
          List.of(
              "warning: column 'Comments' is missing in 290 of 333 rows and is a category there"));

  @Test
  void publicTablesHaveFewOddities() throws IOException {
    Map<String, List<String>> told = new TreeMap<>();
    Map<String, Table> tables = new HashMap<>();
    int tasks = 0;
    for (JsonNode set : sets()) {
      String file = set.get("file").asText();
      for (JsonNode task : set.get("tasks")) {
        tasks++;
        Findings findings = findings(tables.computeIfAbsent(file, Data::file), task);
        assertTrue(
            findings.all().stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR), file);
        if (!findings.all().isEmpty()) {
          told.put(file + " " + task.get("target").asText(), facts(findings));
        }
      }
    }
    assertTrue(tables.size() >= 14 && tasks > tables.size(), tasks + " tasks");
    assertEquals(new TreeMap<>(TOLD), told);
  }

  private static JsonNode sets() throws IOException {
    try (InputStream json = PublicSetsTest.class.getResourceAsStream("/reference.json")) {
      return new ObjectMapper().readTree(json).get("sets");
    }
  }

  private static Findings findings(Table table, JsonNode task) {
    Preparation d = Preparation.defaults();
    boolean regression = task.get("task").asText().equals("regression");
    Preparation wishes =
        new Preparation(
            Optional.of(task.get("target").asText()),
            Optional.of(regression ? Task.REGRESSION : Task.CLASSIFICATION),
            Optional.empty(),
            Selection.none(),
            Selection.none(),
            d.scaling(),
            d.coding(),
            d.missing(),
            d.expansion());
    Prepared rows = Prepared.of(table, wishes, true, new Holdout.None(), note -> {});
    return Lint.of(rows.tables().training(), rows.schema(), wishes, ClassWeights.parse(null));
  }

  private static List<String> facts(Findings findings) {
    return findings.lines().stream().map(line -> line.replaceAll("; .*", "")).toList();
  }
}
