package gdtrain.table.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Files of a few columns of numbers that are odd in every way a file may be, by a seed. */
final class RandomCsv {
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "+7",
    "007",
    ".5",
    "5.",
    "-12.25",
    "1e3",
    "1E-3",
    "-2.5e+10",
    "1e22",
    "1e-22",
    "1e23",
    "9007199254740993",
    "0.1",
    "3.141592653589793238462643383279",
    "123456789012345678901234567890",
    "4.9e-324",
    "2.2250738585072011e-308",
    "1.7976931348623157e308",
    "0e999",
    "0.000000000000000000001",
    "999",
    "999.0",
    "9.99e2"
  };
  private static final String[] MISSING = {"", "", "NA", "NaN", "?", "n/a", "-", " ", "\t", "null"};
  private static final String[] ODD = {
    "x",
    "1 2",
    "1d",
    "0x1p3",
    "1e",
    "1e+",
    "e5",
    ".",
    "+",
    "--1",
    "1.2.3",
    "1_000",
    "inf",
    "-Infinity",
    "1e999",
    "-1e400",
    "\"5\"",
    "\"a\nb\"",
    "\"a\r\nb,c\"",
    "\"6\" ",
    "\"it\"\"s\"",
    "5' 10\"",
    "\"open",
    "\"x\" y",
    "\u00a05\u00a0",
    "\u20035",
    "\u2003\"q\n\"",
    "\u00e9",
    "\u0001",
    "7\u000b",
    "\ufeff8",
    "1,2",
    "1;2"
  };
  private static final String[] ENDS = {"\n", "\n", "\r\n", "\r"};
  private static final byte[] BYTES = {
    '"', ',', '\n', '\r', ' ', 0, -1, (byte) 0xc3, (byte) 0x89, '9', 3
  };

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final int columns;
  private final String end;
  private final String delimiter;
  private final boolean tame;

  private RandomCsv(long seed) {
    this.random = new Random(seed);
    this.columns = 1 + random.nextInt(4);
    this.end = pick(ENDS);
    this.tame = random.nextInt(3) > 0;
    this.delimiter = String.valueOf(",,,,;\t| ".charAt(random.nextInt(8)));
  }

  static byte[] of(long seed) {
    return new RandomCsv(seed).bytes();
  }

  private byte[] bytes() {
    text.append(random.nextInt(8) == 0 ? "\ufeff" : "");
    if (random.nextInt(4) > 0) {
      line(column -> random.nextInt(9) == 0 ? "\"h\n" + column + '"' : "h" + column);
    }
    // A text behind the first 1,000 records contradicts the guess that its column holds numbers.
    int plain = random.nextInt(3) == 0 ? 1000 + random.nextInt(50) : random.nextInt(30);
    for (int i = 0; i < plain; i++) {
      line(column -> pick(NUMBERS));
    }
    for (int rows = random.nextInt(30); rows > 0; rows--) {
      odd();
    }
    if (random.nextInt(3) == 0) {
      text.setLength(text.length() - random.nextInt(Math.min(text.length(), 4) + 1));
    }
    byte[] whole = text.toString().getBytes(UTF_8);
    return tame ? whole : damaged(whole);
  }

  private void odd() {
    switch (random.nextInt(tame ? 14 : 20)) {
      case 0, 1 -> text.append(end);
      case 2 -> text.append("  ").append(end);
      case 3, 4, 5 -> line(column -> pick(random.nextBoolean() ? MISSING : NUMBERS));
      case 6 -> line(column -> " " + pick(NUMBERS) + " ");
      case 7 -> line(column -> '"' + pick(NUMBERS) + '"');
      case 8 -> line(column -> column == 0 ? "\"\n,\"\"\"" : pick(NUMBERS));
      case 14 -> text.append(pick(NUMBERS)).append(pick(ENDS));
      case 15 -> text.append("1".repeat(random.nextInt(400))).append(end);
      case 16 -> line(column -> "h" + column);
      case 17, 18, 19 -> line(column -> random.nextInt(4) == 0 ? pick(ODD) : pick(NUMBERS));
      default -> line(column -> pick(NUMBERS));
    }
  }

  private interface Cell {
    String of(int column);
  }

  private void line(Cell cell) {
    for (int column = 0; column < columns; column++) {
      text.append(column == 0 ? "" : delimiter).append(cell.of(column));
    }
    text.append(random.nextInt(50) == 0 ? pick(ENDS) : end);
  }

  /** Mostly none, as one fault hides all that follow it. */
  private byte[] damaged(byte[] whole) {
    int faults = Math.max(0, random.nextInt(5) - 2);
    ByteArrayOutputStream damaged = new ByteArrayOutputStream();
    damaged.writeBytes(whole);
    for (; faults > 0 && damaged.size() > 0; faults--) {
      byte[] before = damaged.toByteArray();
      int at = random.nextInt(before.length);
      damaged.reset();
      damaged.write(before, 0, at);
      damaged.write(BYTES[random.nextInt(BYTES.length)]);
      int kept = Math.min(at + random.nextInt(2), before.length);
      damaged.write(before, kept, before.length - kept);
    }
    return damaged.toByteArray();
  }

  private String pick(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
