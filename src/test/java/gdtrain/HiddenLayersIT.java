package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings for hidden layers are worth, beside another program on the same folds. */
class HiddenLayersIT {
  @TempDir Path folder;

  /** The stored figures are the output of mlp_folds.py, which lies beside them. */
  @Test
  void readsDigitsAsWellAsScikitLearnOnTheSameFolds() throws Exception {
    JsonNode stored;
    try (InputStream in = HiddenLayersIT.class.getResourceAsStream("/mlp_folds.json")) {
      stored = new ObjectMapper().readTree(in);
    }
    Path digits = folder.resolve("digits.csv");
    Files.write(digits, withFolds(stored.get("fold_of_row").asText()));
    Program.Outcome cv =
        Program.run(
            Map.of(),
            Program.GDTRAIN,
            "cv",
            digits.toString(),
            "--target",
            "digit",
            "--task",
            "classification",
            "--hidden",
            "32",
            "--fold-column",
            "fold",
            "-q");
    assertEquals(0, cv.code(), cv.err());
    double accuracy =
        cv.out()
            .lines()
            .filter(line -> line.startsWith("mean,accuracy,"))
            .mapToDouble(line -> Double.parseDouble(line.split(",")[2]))
            .findFirst()
            .orElseThrow();
    double theirs = stored.get("mean").asDouble();
    assertTrue(theirs > 0.96, "a figure worth a comparison");
    assertTrue(accuracy >= theirs - 0.005, accuracy + " against " + theirs);
  }

  private static List<String> withFolds(String folds) throws Exception {
    List<String> rows = Files.readAllLines(Path.of("datasets", "digits.csv"));
    assertEquals(rows.size() - 1, folds.length());
    List<String> lines = new ArrayList<>(List.of(rows.get(0) + ",fold"));
    for (int row = 1; row < rows.size(); row++) {
      lines.add(rows.get(row) + "," + folds.charAt(row - 1));
    }
    return lines;
  }
}
