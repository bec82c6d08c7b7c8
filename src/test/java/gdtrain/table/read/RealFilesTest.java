package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.table.Column;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The public data sets against what another parser found in them (reference.json). */
class RealFilesTest {
  static Stream<Arguments> sets() throws IOException {
    try (InputStream json = RealFilesTest.class.getResourceAsStream("/reference.json")) {
      JsonNode sets = new ObjectMapper().readTree(json).get("sets");
      return sets.properties().stream().map(set -> Arguments.of(set.getKey(), set.getValue()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets")
  void haveTheRowsColumnsAndMissingCellsOfTheReference(String name, JsonNode set) {
    Table table = table(set);
    assertEquals(set.get("rows").asInt(), table.rows());
    assertEquals(texts(set.get("column_names")), table.columnNames());
    Map<String, Integer> expected = new TreeMap<>();
    set.get("missing").properties().forEach(m -> expected.put(m.getKey(), m.getValue().asInt()));
    assertEquals(expected, missing(table));
    assertEquals(1, table.notes().size(), table.notes()::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets")
  void haveTheKindsOfTheReference(String name, JsonNode set) {
    Table table = table(set);
    for (JsonNode task : set.get("tasks")) {
      for (String numeric : texts(task.get("numeric"))) {
        assertEquals(NumericColumn.class, column(table, numeric).getClass(), numeric);
      }
      task.get("categorical")
          .fieldNames()
          .forEachRemaining(
              text -> assertEquals(TextColumn.class, column(table, text).getClass(), text));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets")
  void haveTheLevelsOfTheReference(String name, JsonNode set) {
    Table table = table(set);
    for (JsonNode task : set.get("tasks")) {
      task.get("categorical")
          .properties()
          .forEach(
              feature -> {
                TextColumn text = (TextColumn) column(table, feature.getKey());
                assertEquals(feature.getValue().get("levels").asInt(), text.levels().size());
                assertEquals(feature.getValue().get("base").asText(), text.levels().get(0));
              });
    }
  }

  private static Table table(JsonNode set) {
    String file = "datasets/" + set.get("file").asText();
    return CsvReader.read(Source.of(file, InputStream.nullInputStream()), CsvOptions.defaults());
  }

  private static Column column(Table table, String name) {
    return table.columns().get(table.columnNames().indexOf(name));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Map<String, Integer> missing(Table table) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Column column : table.columns()) {
      for (int row = 0; row < column.rows(); row++) {
        if (column.isMissing(row)) {
          counts.merge(column.name(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
