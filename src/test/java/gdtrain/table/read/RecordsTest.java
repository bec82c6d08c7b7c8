package gdtrain.table.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.table.Table;
import gdtrain.table.TextColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records, lines and quotes, seen through the reader. */
class RecordsTest {
  @Test
  void stripsOuterBlanksAlsoInsideQuotesAndNoBreakSpaces() {
    Table table = Csv.read(" a ,b\n 1 , x \n2,\"  y\u00a0\"\n\u00a03\u00a0, \"z, w\" \n");
    assertEquals(
        List.of("a NumericColumn [1.0, 2.0, 3.0]", "b TextColumn [x, y, z, w]"),
        Csv.content(table));
  }

  @Test
  void skipsBlankLinesAndStillCountsThem() {
    Table table = Csv.read("\n  \na,b\n\n1,2\n\n\n3,4\n \n5,6\n\n\n");
    assertEquals(List.of(5L, 8L, 10L), Csv.lines(table));
  }

  @Test
  void countsTheLinesInsideQuotedCells() {
    Table table = Csv.read("a,b\n\"x\ny\r\nz\",1\n\"u\",2\n\"v\rw\",3\nq,4");
    assertEquals(List.of(2L, 5L, 6L, 8L), Csv.lines(table));
    assertEquals("x\ny\r\nz", ((TextColumn) table.columns().get(0)).text(0));
  }

  @Test
  void readsALastLineWithoutItsEnd() {
    assertEquals(List.of(2L, 3L), Csv.lines(Csv.read("a,b\n1,2\n3,")));
  }

  @Test
  void tellsAQuotedEmptyCellFromABlankLine() {
    Table table = Csv.read("a\n1\n\n\"\"\n2\n");
    assertEquals(List.of("1.0", "NA", "2.0"), Csv.cells(table.columns().get(0)));
    assertEquals(List.of(2L, 4L, 5L), Csv.lines(table));
  }

  @Test
  void keepsARowWhoseCellsAreAllMissing() {
    assertEquals(2, Csv.read("a,b\n1,2\n,\n").rows());
  }

  @Test
  void takesAQuoteInsideAnUnquotedCellAsItIs() {
    Table table = Csv.read("name,x\n5' 10\",1\n\"say \"\"hi\"\"\",2\n");
    assertEquals(List.of("5' 10\"", "say \"hi\""), Csv.cells(table.columns().get(0)));
  }

  @Test
  void namesTheLineOfARaggedRow() {
    assertEquals(
        "line 4: 3 cells, not 2 as before; put quotes around a cell that holds the delimiter"
            + " (comma) or a line end, or give delimiter",
        Csv.fault("a,b\n1,2\n\n1,2,3\n1,2\n"));
    assertEquals("line 3: 1 cell, not 2", Csv.fault("a,b\n1,2\n1\n").substring(0, 21));
  }

  @Test
  void namesTheLineWhereAQuoteIsNeverClosed() {
    String sentence =
        ": a quoted cell starts here and its quote is never closed; close it, or write a quote"
            + " inside a cell twice";
    assertEquals("line 3" + sentence, Csv.fault("a,b\n1,2\n3,\"4\n5,6\n7,8\n"));
    assertEquals("line 3" + sentence, Csv.fault("a,b\n1,2\n3,\"4\n5,6\n7,8"));
    assertEquals("line 5" + sentence, Csv.fault("a,b\n1,2\n\"x\r\ny\nz\",\"4\n5,6\n"));
    assertEquals("line 1" + sentence, Csv.fault("\"a,b\n1,2\n"));
    assertEquals("line 2001" + sentence, Csv.fault("a,b\n" + "1,2\n".repeat(1999) + "3,\""));
  }

  @Test
  void namesTheLinesWhereTextFollowsAClosingQuote() {
    assertEquals(
        "line 4: text follows the closing quote of a cell in the record that starts on line 3;"
            + " write a quote inside a quoted cell twice",
        Csv.fault("a,b\n1,2\n3,\"x\ny\" z\n"));
    assertEquals("line 2: text", Csv.fault("a,b\n1,\"he said \\\"no\\\"\"\n").substring(0, 12));
  }

  @Test
  void refusesAFileWithoutRecords() {
    assertEquals("is empty; give a file with a header and rows", Csv.fault(""));
    assertEquals("is empty; give a file with a header and rows", Csv.fault("\n \r\n\n"));
    assertEquals("has a header but no rows; add at least one", Csv.fault("a,b\n\n"));
  }
}
