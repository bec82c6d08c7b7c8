package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {
  @TempDir Path folder;
  private String log;

  @BeforeEach
  void writeALog() throws IOException {
    log = file("loss.csv", "epoch,loss,val_loss,lr\n0,3,4,\n1,2,3,0.1\n2,1.5,3.5,0.1\n");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void drawsOnStandardOutput() {
    Outcome outcome = run("plot", log, "--size", "40x10", "--characters", "ascii").ok();

    assertEquals("* loss 1.5  o val_loss 3.5", outcome.header());
    assertEquals(10, outcome.out().lines().count());
    assertEquals("", outcome.err());
    assertFalse(outcome.out().contains("\u001b"));
  }

  /** In each format of the log the curve is the same, to the character. */
  @Test
  void everyFormatOfTheLogIsTheSamePicture() throws IOException {
    String csv = picture("csv");

    assertEquals(23, csv.lines().count());
    assertTrue(csv.startsWith("loss: 10.4375 at epoch 0, 0.31868"), csv);
    for (String format : List.of("tsv", "jsonl", "vnl")) {
      assertEquals(csv, picture(format), format);
    }
  }

  private String picture(String format) throws IOException {
    String file = path("log." + format);
    run("fit", Cli.data("mtcars"), "--log", file, "--log-format", format, "-q").ok();
    return run("plot", file, "--characters", "braille").ok().out();
  }

  @Test
  void readsStandardInputAndWhatIsPacked() throws IOException {
    byte[] bytes = Cli.bytes(log);
    String plain = run("plot", log).ok().out();

    assertEquals(plain, runOn(bytes, "plot", "-").ok().out());
    assertEquals(plain, runOn(Cli.gzipped(bytes), "plot", "-").ok().out());
    Files.write(folder.resolve("loss.csv.gz"), Cli.gzipped(bytes));
    assertEquals(plain, run("plot", path("loss.csv.gz")).ok().out());
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("loss.csv"));
      out.write(bytes);
    }
    assertEquals(plain, runOn(zip.toByteArray(), "plot", "-").ok().out());
    byte[] damaged = Arrays.copyOf(Cli.gzipped(bytes), 40);
    assertTrue(runOn(damaged, "plot", "-").fault(3).contains("standard input is damaged gzip"));
    assertTrue(runOn(new byte[0], "plot", "-").fault(3).startsWith("standard input is empty; "));
  }

  @Test
  void writesSvgHtmlAndPngByTheEnding() throws IOException {
    for (String name : List.of("a.svg", "a.html", "a.png", "b.SVG")) {
      Outcome outcome = run("plot", log, "-o", path(name)).ok();
      assertEquals("", outcome.out() + outcome.err());
    }

    String svg = Files.readString(folder.resolve("a.svg"));
    assertTrue(svg.startsWith("<svg ") && svg.contains(">loss.csv</text>"), svg);
    assertEquals(svg, Files.readString(folder.resolve("b.SVG")));
    assertTrue(Files.readString(folder.resolve("a.html")).startsWith("<!DOCTYPE html>"));
    assertEquals(800, ImageIO.read(folder.resolve("a.png").toFile()).getWidth());
  }

  @Test
  void theOptionsOfAFileAreKeptTo() throws IOException {
    String out = path("a.svg");
    run("plot", log, "-o", out, "--size", "400x300", "--theme", "dark", "--title", "A & b").ok();
    String svg = Files.readString(Path.of(out));
    assertTrue(svg.contains("width=\"400\" height=\"300\"") && svg.contains("A &amp; b"), svg);
    assertFalse(svg.contains("@media"), svg);

    run("plot", log, "-o", out, "--force", "--columns", "lr,2", "--x", "1").ok();
    svg = Files.readString(Path.of(out));
    assertTrue(svg.contains("<title>lr: 0.1 at epoch 1") && svg.contains("<title>loss: "), svg);

    byte[] before = Files.readAllBytes(Path.of(out));
    assertTrue(run("plot", log, "-o", out).fault(2).contains("exists; --force overwrites it"));
    assertArrayEquals(before, Files.readAllBytes(Path.of(out)));
  }

  @Test
  void neverWritesOverALog() throws IOException {
    String svg = file("log.svg", "epoch,loss\n0,1\n");
    String sentence = run("plot", svg, "-o", svg, "--force").fault(2);

    assertTrue(sentence.contains("would overwrite LOG " + svg), sentence);
    assertEquals("epoch,loss\n0,1\n", Files.readString(Path.of(svg)));
  }

  @Test
  void saysWithVerboseThatAnAxisIsLinear() throws IOException {
    String negative = file("negative.csv", "epoch,loss\n0,5\n1,-5\n");

    assertEquals("", run("plot", negative).ok().err());
    assertEquals("", run("plot", log, "-v").ok().err());
    assertEquals(
        "the y axis is linear: there are values that are not above 0\n",
        run("plot", negative, "-v").ok().err());
  }

  @Test
  void saysThatALineIsCutShortUnlessQuiet() throws IOException {
    String cut = file("cut.csv", "epoch,loss,lr\n0,5,1\n1,4");

    assertTrue(run("plot", cut).ok().err().contains("line 3, the last, is cut short"));
    assertEquals("", run("plot", cut, "-q").ok().err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "--size 80 % --size takes a width and a height, such as 800x480, not '80'",
        "--size 80x % --size takes a width and a height",
        "--size 2x2 % --size: width and height must be from 6 to 1000, not 2x2",
        "-o a.svg --size 5000x300 % --size: width and height must be from 100 to 4000, not 5000x300",
        "-o a.gif % --output a.gif: a picture ends with .svg, .html or .png",
        "-o a % --output a: a picture ends with .svg, .html or .png",
        "-o no/a.svg % --output no/a.svg: there is no directory",
        "-o - % --output takes the name of a file, not '-'",
        "--force % --force has no effect without --output",
        "--theme dark % --theme has no effect without --output",
        "-o a.svg --characters ascii % --characters has no effect with --output",
        "-o a.svg --theme blue % --theme takes auto, light, dark, not 'blue'",
        "--characters x % --characters takes auto, braille, ascii, not 'x'",
        "--log-axes z % --log-axes takes auto, none, x, y, xy, not 'z'",
        "--columns nope % --columns: there is no column 'nope'",
        "--columns 9 % --columns: there is no column 9",
        "--x nope % --x: there is no column 'nope'",
        "--memory 1g % unexpected option '--memory'",
        "- - % LOG - is given twice; standard input can be read once",
      })
  void refusesWrongUsage(String options, String sentence) {
    String[] words = ("plot LOG " + options).split(" ");
    words[1] = log;
    String fault = run(words).fault(2);

    assertTrue(fault.startsWith(sentence), fault);
  }

  @Test
  void refusesALogarithmicAxisForWhatIsNotAboveZero() throws IOException {
    String zero = file("zero.csv", "epoch,loss\n0,5\n1,0\n");
    String sentence = run("plot", zero, "--log-axes", "y").fault(2);

    assertTrue(sentence.startsWith("--log-axes y: there are values that are not above 0"));
    run("plot", zero, "--log-axes", "x").ok();
  }

  @Test
  void refusesWhatIsNoLog() throws IOException {
    assertTrue(run("plot", path("none.csv")).fault(3).contains("does not exist"));
    assertTrue(run("plot", folder.toString()).fault(3).contains("is a directory"));
    String bad = file("bad.csv", "epoch,loss\n0,5\n1,abc\n");
    assertEquals(
        bad
            + ", line 3, column loss: 'abc' is no number; mend it, or choose others by --columns and --x",
        run("plot", bad).fault(3));
    run("plot", bad, "-o", path("a.svg")).fault(3);
    assertFalse(Files.exists(folder.resolve("a.svg")));
  }

  @Test
  void logsOfOneNameAreToldApartByTheirFolders() throws IOException {
    Files.createDirectory(folder.resolve("other"));
    String other = file("other/loss.csv", "epoch,loss\n0,2\n1,1\n");
    String out = run("plot", log, other, "--columns", "loss", "--size", "200x10").ok().out();

    assertTrue(out.startsWith("a " + log + " 1.5  b " + other) || out.startsWith("* " + log), out);
    String named =
        run("plot", log, file("b.csv", "epoch,loss\n0,2\n"), "--columns", "2").ok().out();
    assertTrue(named.contains(" loss.csv 1.5") && named.contains(" b.csv 2"), named);
  }

  @Test
  void aColumnThatWouldSteerATerminalIsSpelledOut() {
    byte[] evil = "epoch,\u001b[31mloss</script>\n0,1\n1,2\n".getBytes(StandardCharsets.UTF_8);
    String out = runOn(evil, "plot", "-").ok().out();

    assertTrue(out.startsWith("\\u001b[31mloss</script>: 1 at epoch 0, 2 at epoch 1"), out);
  }

  @Test
  void drawsASweepAndFolds() {
    String sweep =
        run("sweep", Cli.data("mtcars"), "--lr", "0.01,0.1", "--epochs", "50", "-q").ok().out();
    String curves = runOn(sweep.getBytes(StandardCharsets.UTF_8), "plot", "-").ok().out();
    assertTrue(curves.contains(" lr=0.01 ") && curves.contains(" lr=0.1 "), curves);

    String folds = run("cv", Cli.data("mtcars"), "-q").ok().out();
    byte[] bytes = folds.getBytes(StandardCharsets.UTF_8);
    String picture = runOn(bytes, "plot", "-", "--columns", "r2").ok().out();
    assertTrue(picture.matches("(?s)r2: \\S+ at fold 1, .*at fold 5.*"), picture);
  }
}
