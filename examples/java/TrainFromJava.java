import gdtrain.model.Model;
import gdtrain.model.ModelFile;
import gdtrain.model.Parameter;
import gdtrain.run.setting.RunSettings;
import gdtrain.run.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Trains on a file, follows the loss, saves the model, and predicts new rows: gdtrain from Java. */
public final class TrainFromJava {
  private TrainFromJava() {}

  /** The arguments: a CSV file with the columns of datasets/mtcars.csv, and the model to write. */
  public static void main(String[] args) throws Exception {
    RunSettings settings =
        RunSettings.of(Map.of("target", "mpg", "exclude", "model", "l2", 0.01, "tolerance", 1e-12));

    Training training =
        Training.of(
            settings,
            Path.of(args[0]),
            epoch -> {
              if (epoch.number() % 20 == 0) {
                print("epoch %d: loss %.4f", epoch.number(), epoch.loss());
              }
            });

    print("%s, loss %.4f", training.fit().ending(), training.fit().kept().loss());
    Model model = training.model().orElseThrow();
    for (Parameter parameter : model.parameters()) {
      print("%-12s %9.4f", parameter.input(), parameter.value());
    }

    Path file = Path.of(args[1]);
    Files.write(file, ModelFile.bytes(model));
    double[][] predictions =
        Training.predict(
            ModelFile.read(file),
            "cyl,disp,hp,drat,wt,qsec,vs,am,gear,carb\n" + "6,160,110,3.9,2.62,16.46,0,1,4,4\n");
    print("a car of 110 hp: %.2f miles per gallon", predictions[0][0]);

    RunSettings shorter = settings.with("epochs", 3);
    String rows = "x,y\n1,3\n2,5\n3,7\n4,9\n";
    double[][] line =
        Training.ofRows(RunSettings.of(Map.of("l2", 0)), rows, epoch -> {}).predict("x\n10\n");
    print("y = 2 x + 1 at 10: %.3f; settings that differ: %s", line[0][0], differing(settings, shorter));
  }

  private static String differing(RunSettings one, RunSettings other) {
    return RunSettings.diff(one.toTexts(), other.toTexts()).toString();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
