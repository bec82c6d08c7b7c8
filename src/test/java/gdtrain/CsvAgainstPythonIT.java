package gdtrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import gdtrain.run.setting.ReadingSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.run.setting.Settings;
import gdtrain.table.CellFormat;
import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import gdtrain.table.TextFormat;
import gdtrain.table.format.MissingCells;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.Source;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cell by cell, a CSV file is to this program what it is to Python's module csv. */
class CsvAgainstPythonIT {
  private static final int FILES = 300;
  private static final List<String> PIECES =
      List.of(
          "a", "Zeile", "0", "1.5", " ", "\"", "\n", "\r\n", ",", ";", "|", "\t", "é", "數", "𝄞",
          "#", "'", "\\", "=");

  /** Reads each file as it was written and compares; prints the files that differ. */
  private static final String COMPARE =
      """
      import csv, json, sys
      for line in open(sys.argv[1], encoding="utf-8"):
          case = json.loads(line)
          with open(case["file"], newline="", encoding="utf-8") as file:
              rows = [[cell.strip() for cell in row] for row in csv.reader(file, delimiter=case["delimiter"])]
          if rows[1:] != case["cells"]:
              print(case["file"])
      """;

  @TempDir private Path folder;

  @Test
  void everyCellIsThatOfPythonsReader() throws Exception {
    String python = Program.python("csv");
    Random random = new Random(5);
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      cases.add(written(folder.resolve(i + ".csv"), random));
    }
    Path script = Files.writeString(folder.resolve("compare.py"), COMPARE);
    Path list = Files.write(folder.resolve("cases.json"), cases);

    assertEquals("", Program.run(Map.of(), python, script.toString(), list.toString()).ok().out());
  }

  private static String written(Path file, Random random) throws Exception {
    char delimiter = ",;|\t".charAt(random.nextInt(4));
    String end = random.nextBoolean() ? "\n" : "\r\n";
    int columns = 2 + random.nextInt(4);
    String header =
        IntStream.range(0, columns)
            .mapToObj(i -> "c" + i)
            .collect(Collectors.joining(String.valueOf(delimiter)));
    StringBuilder text = new StringBuilder(header).append(end);
    for (int row = 1 + random.nextInt(30); row > 0; row--) {
      for (int column = 0; column < columns; column++) {
        text.append(column > 0 ? String.valueOf(delimiter) : "").append(cell(delimiter, random));
      }
      text.append(row == 1 && random.nextBoolean() ? "" : end);
    }
    Files.writeString(file, text);
    return new ObjectMapper()
        .writeValueAsString(
            Map.of(
                "file", file.toString(),
                "delimiter", String.valueOf(delimiter),
                "cells", cells(file, delimiter, columns)));
  }

  /** In quotes where it must be, and sometimes where it need not. */
  private static String cell(char delimiter, Random random) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      cell.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    String text = cell.toString();
    boolean quoted = text.matches("(?s).*[\"\r\n" + delimiter + "].*") || random.nextInt(4) == 0;
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static List<List<String>> cells(Path file, char delimiter, int columns) {
    Map<String, CellFormat> texts = new HashMap<>();
    IntStream.range(0, columns).forEach(i -> texts.put("c" + i, TextFormat.TEXT));
    SettingValues values =
        SettingValues.none()
            .with(Settings.HEADER, "yes")
            .with(Settings.COMMENT, "none")
            .with(Settings.SKIP, "0,0")
            .with(Settings.DELIMITER, delimiter == '\t' ? "tab" : String.valueOf(delimiter));
    Table table =
        CsvReader.read(
            Source.of(file.toString(), InputStream.nullInputStream()),
            new ReadingSettings(values).csv(texts, Optional.empty()).with(MissingCells.NONE));
    return IntStream.range(0, table.rows())
        .mapToObj(
            row -> table.columns().stream().map(column -> text((TextColumn) column, row)).toList())
        .toList();
  }

  private static String text(TextColumn column, int row) {
    return column.isMissing(row) ? "" : column.levels().get(column.code(row));
  }
}
