package gdtrain;

import static gdtrain.Program.bash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Program.Outcome;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code terrain} prints, in the hands of the programs that draw and read it. */
class TerrainIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "datasets/iris.csv,terrain",
    "datasets/xor.csv --hidden 16,terrain",
    "'datasets/mtcars.csv --target mpg --params wt,hp --lr 0.1',terrain",
    "datasets/norris.csv,terrain",
    "datasets/mtcars.csv --target mpg --slice --lr 0.1,slice",
    "datasets/xor.csv --hidden 16 --slice,slice"
  })
  void gnuplotDrawsItWithoutAWarning(String options, String recipe) throws Exception {
    Program.assumeInstalled("gnuplot");
    Path picture = folder.resolve("picture.png");
    Outcome drawn =
        bash(
            "gdtrain terrain "
                + options
                + " -q > \"$1/data.csv\" && gnuplot -e"
                + " \"data='$1/data.csv'; picture='$2'\" examples/"
                + recipe
                + ".gp",
            folder.toString(),
            picture.toString());

    assertEquals(new Outcome(0, "", ""), drawn);
    assertTrue(colours(picture) > (recipe.equals("slice") ? 30 : 1000));
  }

  @ParameterizedTest
  @CsvSource({"terrain,''", "slice,''", "terrain,'path,0,0,1,0'", "slice,'slice,0,,NaN,'"})
  void gnuplotSaysThatThereIsNothingToDraw(String recipe, String row) throws Exception {
    Program.assumeInstalled("gnuplot");
    String file = folder.resolve("t.csv").toString();
    Outcome drawn =
        bash(
            "printf 'kind,x,y,loss,epoch\\n%s\\n' \"$2\" > \"$1\" && gnuplot -e \"data='$1';"
                + " picture='$1.png'\" examples/$3.gp",
            file, row, recipe);

    assertTrue(drawn.code() != 0 && drawn.err().contains("has a finite number; "), drawn.err());
  }

  /** How many different colours a picture has, every third dot each way looked at. */
  private static int colours(Path picture) throws Exception {
    BufferedImage image = ImageIO.read(picture.toFile());
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours.size();
  }

  @Test
  void gnuplotTakesTheRowsOfTheSurfaceForAGrid() throws Exception {
    Program.assumeInstalled("gnuplot");
    String grid =
        "set datafile separator ','; set dgrid3d 5,5 qnorm 4; set table; splot '$1' skip 1 using"
            + " 2:3:(strcol(1) eq 'surface' ? \\$4 : NaN)";
    String file = folder.resolve("t.csv").toString();
    Outcome table =
        bash(
            "gdtrain terrain datasets/iris.csv --grid 5 -q > \"$1\" && gnuplot -e \""
                + grid
                + "\""
                + " | awk '$4 == \"i\" {print $3}' | sort -g | cut -c1-6 && grep surface \"$1\" |"
                + " cut -d, -f4 | sort -g | cut -c1-6",
            file);

    assertEquals("", table.err());
    double[] numbers = Transcript.numbers(table.out());
    assertEquals(50, numbers.length);
    for (int i = 0; i < 25; i++) {
      assertEquals(numbers[25 + i], numbers[i], 1e-3 * numbers[i]);
    }
  }

  @Test
  void readersOfCsvTakeIt() throws Exception {
    String python = Program.python("pandas");
    String program =
        "import pandas, sys; t = pandas.read_csv(sys.stdin); s = t[t.kind == 'surface'];"
            + " p = s.pivot(index='x', columns='y', values='loss');"
            + " print(p.shape, t[t.kind == 'path'].epoch.astype(int).tolist(), p.isna().any().any())";
    Outcome pandas =
        bash(
            "gdtrain terrain datasets/iris.csv --epochs 3 --grid 9 -q | \"$1\" -c \"$2\"",
            python,
            program);
    assertEquals(new Outcome(0, "(9, 9) [0, 1, 2, 3] False\n", ""), pandas);
  }

  @Test
  void otherReadersTakeIt() throws Exception {
    Program.assumeInstalled("Rscript", "mlr");
    Outcome read =
        bash(
            "gdtrain terrain datasets/iris.csv --epochs 3 --grid 9 -q > \"$1\" && Rscript -e"
                + " \"t <- read.csv('$1'); cat(table(t\\$kind), class(t\\$loss), '\\n')\" && mlr"
                + " --icsv --onidx count-distinct -f kind \"$1\"",
            folder.resolve("t.csv").toString());
    assertEquals(new Outcome(0, "4 81 numeric \nsurface 81\npath 4\n", ""), read);
  }
}
