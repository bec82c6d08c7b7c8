package gdtrain;

import static gdtrain.Program.bash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures in a pipe and on a terminal, and which classes they take. */
class PlotIT {
  private static final Map<String, String> UTF_8 = Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm");

  /** Runs a line of bash on a terminal of 70 columns and 20 lines, and prints what came there. */
  private static final String TERMINAL =
      """
      import fcntl, os, pty, struct, subprocess, sys, termios
      master, slave = pty.openpty()
      fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 20, 70, 0, 0))
      run = subprocess.Popen(sys.argv[1:], stdin=slave, stdout=slave, stderr=slave)
      os.close(slave)
      seen = b""
      while True:
          try:
              piece = os.read(master, 4096)
          except OSError:
              break
          if not piece:
              break
          seen += piece
      run.wait()
      sys.stdout.buffer.write(seen.replace(b"\\r\\n", b"\\n"))
      """;

  @TempDir Path folder;

  private static Outcome onTerminal(Map<String, String> environment, String line) throws Exception {
    List<String> command = new ArrayList<>(List.of(Program.python("pty"), "-c", TERMINAL));
    String function = "gdtrain() { \"" + Program.GDTRAIN + "\" \"$@\"; }\n";
    command.addAll(List.of("bash", "-c", function + line));
    return Program.run(environment, command.toArray(String[]::new)).ok();
  }

  @Test
  void aPipeGetsOnePictureWithoutEscapeCodes() throws Exception {
    Program.assumeInstalled("bash");
    String fit = "gdtrain fit datasets/iris.csv -q --epochs 50 | gdtrain plot -";
    Outcome outcome = bash(fit + " --characters ascii | cat").ok();

    assertEquals(23, outcome.out().lines().count(), outcome.out());
    assertTrue(outcome.out().startsWith("loss"), outcome.out());
    assertTrue(outcome.out().chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)));
    assertEquals("", outcome.err());
  }

  @Test
  void aTerminalGetsPicturesWhileRowsCome() throws Exception {
    String rows =
        "(echo epoch,loss; for i in 9 8 7 6 5 4 3 2; do echo $((10-i)),$i; sleep 0.8; done)";
    String out = onTerminal(UTF_8, rows + " | gdtrain plot -").out();

    assertTrue(
        out.contains("\r\u001b[19A"), out); // over the picture before, which has as many lines
    String last = out.substring(out.lastIndexOf("loss: 9 at epoch 1"));
    assertTrue(last.startsWith("loss: 9 at epoch 1, 2 at epoch 8"), out);
    assertEquals(19, last.lines().count(), out);
    for (String line : out.lines().toList()) {
      assertTrue(line.replaceAll("\r|\u001b\\[[0-9]*[A-Zm]", "").length() <= 70, line);
    }
  }

  @Test
  void aTerminalGetsColoursUnlessItHasNone() throws Exception {
    Path log = Files.writeString(folder.resolve("l.csv"), "epoch,loss,val_loss\n0,1,2\n1,2,1\n");
    String plot = "gdtrain plot " + log;

    assertTrue(onTerminal(UTF_8, plot).out().contains("\u001b[34m"));
    Map<String, String> none = Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm", "NO_COLOR", "1");
    String plain = onTerminal(none, plot).out();
    assertFalse(plain.contains("\u001b"), plain);
    assertTrue(plain.contains("\u2524"), plain);
    String ascii = onTerminal(Map.of("LC_ALL", "C", "TERM", "dumb"), plot).out();
    assertTrue(ascii.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)), ascii);
  }

  /** Drawing is loaded by what draws only: it takes time to load. */
  @Test
  void otherCommandsLoadNoGraphics() throws Exception {
    Path log = Files.writeString(folder.resolve("l.csv"), "epoch,loss\n0,1\n1,2\n");
    String fit = classes("fit", "datasets/xor.csv", "--epochs", "2", "-q");
    assertFalse(fit.contains("java.awt.") || fit.contains("gdtrain.report.picture."));
    String plot = classes("plot", log.toString());
    assertTrue(plot.contains("gdtrain.report.picture."));
    assertFalse(plot.contains("java.awt.") || plot.contains("org.nd4j."));
    String png = folder.resolve("l.png").toString();
    assertTrue(classes("plot", log.toString(), "-o", png).contains("java.awt."));
  }

  private String classes(String... arguments) throws Exception {
    Path list = folder.resolve("classes.txt");
    List<String> command = new ArrayList<>(List.of(Program.GDTRAIN));
    command.addAll(List.of(arguments));
    String options = "-Xlog:class+load:file=" + list;
    Program.run(Map.of("GDTRAIN_JAVA_OPTS", options), command.toArray(String[]::new)).ok();
    String loaded = Files.readString(list);
    assertTrue(loaded.contains("gdtrain.cli.Main"), loaded);
    return loaded;
  }

  /** What a system without fonts and a display, and a home that takes no file, is for Java. */
  private Outcome plotOnABareSystem(String name) throws Exception {
    Path log = Files.writeString(folder.resolve("l.csv"), "epoch,loss\n0,1\n1,2\n");
    String home = "/proc"; // in which even root can make nothing
    Map<String, String> bare =
        Map.of(
            "HOME",
            home,
            "XDG_CACHE_HOME",
            "",
            "DISPLAY",
            "",
            "GDTRAIN_JAVA_OPTS",
            "-Dsun.awt.fontconfig=/none -Duser.home=" + home);
    String picture = folder.resolve(name).toString();
    return Program.run(bare, Program.GDTRAIN, "plot", log.toString(), "-o", picture);
  }

  /** The program brings a font; of its files nothing stays. */
  @Test
  void drawsTextInPixelsWithoutFonts() throws Exception {
    Path log = Files.writeString(folder.resolve("l.csv"), "epoch,loss\n0,1\n1,2\n");
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Map<String, String> bare =
        Map.of(
            "HOME",
            "/proc",
            "DISPLAY",
            "",
            "FONTCONFIG_FILE",
            "/none",
            "GDTRAIN_JAVA_OPTS",
            "-Djava.io.tmpdir=" + temporary);
    for (String title : List.of("", "MMMMMMMM")) {
      Path picture = folder.resolve("t" + title + ".png");
      Outcome drawn =
          Program.run(
              bare,
              Program.GDTRAIN,
              "plot",
              log.toString(),
              "-o",
              picture.toString(),
              "--title",
              title);
      assertEquals(0, drawn.code(), drawn.err());
    }
    BufferedImage with = ImageIO.read(folder.resolve("tMMMMMMMM.png").toFile());
    long ink = IntStream.range(16, 100).filter(x -> (with.getRGB(x, 17) & 0xff) < 0x80).count();
    assertTrue(ink > 10, "dark pixels in a line of the title: " + ink);
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(0, left.filter(f -> f.toString().contains("font")).count());
    }
  }

  @Test
  void saysThatThereAreNoFonts() throws Exception {
    Outcome outcome = plotOnABareSystem("l.png");

    assertEquals(1, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("could not be written: Java finds no fonts"), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertFalse(Files.exists(folder.resolve("l.png")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"l.svg", "l.html"})
  void drawsTextWithoutFonts(String name) throws Exception {
    assertEquals(new Outcome(0, "", ""), plotOnABareSystem(name));
    assertTrue(Files.readString(folder.resolve(name)).contains(">epoch</text>"));
  }
}
