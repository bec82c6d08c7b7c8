package gdtrain.table.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineNumbersTest {
  @Test
  void givesBackEveryLineThatWasAdded() {
    Random random = new Random(1);
    LineNumbers lines = new LineNumbers();
    List<Long> expected = new ArrayList<>();
    long line = 5_000_000_000L;
    for (int i = 0; i < 5000; i++) {
      line += random.nextInt(20) == 0 ? 1 + random.nextInt(5) : 1;
      lines.add(line);
      expected.add(line);
    }
    assertSame(expected, lines);
  }

  @Test
  void addsThePartsOfAFileBehindEachOther() {
    LineNumbers lines = new LineNumbers();
    LineNumbers part = new LineNumbers();
    part.add(2);
    part.add(3);
    lines.append(part, 0);
    part.clear();
    part.add(1);
    part.add(4);
    lines.append(part, 3);
    part.clear();
    lines.append(part, 9);
    assertSame(List.of(2L, 3L, 4L, 7L), lines);
    assertThrows(IndexOutOfBoundsException.class, () -> lines.get(4));
  }

  private static void assertSame(List<Long> expected, LineNumbers lines) {
    assertEquals(expected.size(), lines.size());
    for (int row = 0; row < lines.size(); row++) {
      assertEquals(expected.get(row), lines.get(row));
    }
  }
}
