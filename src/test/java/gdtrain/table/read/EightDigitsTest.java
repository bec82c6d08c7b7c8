package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EightDigitsTest {
  private static long at(String text, int place) {
    return EightDigits.at(EightDigits.in(text.getBytes(ISO_8859_1)), place);
  }

  @Test
  void readsUpToTheFirstByteThatIsNoDigit() {
    Random random = new Random(1);
    for (int other = 0; other < 256; other++) {
      boolean digit = other >= '0' && other <= '9';
      for (int length = 0; length <= 8; length++) {
        String digits = "" + (100_000_000 + random.nextInt(100_000_000));
        String read = digits.substring(9 - length);
        // what follows the other byte does not count, whatever it is
        String behind = (char) random.nextInt(256) + digits.substring(0, 8);
        long eight = at("x" + read + (char) other + behind, 1);
        if (!digit || length == 8) {
          assertEquals(length, EightDigits.count(eight), read + " and byte " + other);
          assertEquals(
              read.isEmpty() ? 0 : Long.parseLong(read), EightDigits.value(eight, length), read);
          assertEquals(
              Long.parseLong("73" + read), EightDigits.append(73, eight, length), "73" + read);
        }
      }
    }
  }

  @Test
  void partsOfItAreNumbersToo() {
    long eight = at("98765432", 0);

    assertEquals(8, EightDigits.count(eight));
    assertEquals(98765432, EightDigits.value(eight, 8));
    assertEquals(987, EightDigits.value(eight, 3));
    assertEquals(0, EightDigits.value(eight, 0));
  }
}
