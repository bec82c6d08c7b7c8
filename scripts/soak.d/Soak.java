import gdtrain.run.Training;
import gdtrain.run.setting.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trains again and again in one process, by different settings, for some seconds. */
public final class Soak {
  private Soak() {}

  /** The arguments: seconds, and penguins.csv. */
  public static void main(String[] args) {
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000;
    List<RunSettings> all =
        List.of(
            RunSettings.of(Map.of("target", "body_mass_g")),
            RunSettings.of(Map.of("target", "species", "l2", 0.01)),
            RunSettings.of(Map.of("target", "sex", "hidden", "8", "epochs", 20)),
            RunSettings.of(Map.of("target", "body_mass_g", "loss", "mae", "epochs", 100)),
            RunSettings.of(Map.of("target", "body_mass_g", "interactions", true, "l2", 0.1)));
    int runs = 0;
    while (System.nanoTime() < end) {
      Training training =
          Training.of(all.get(runs++ % all.size()), Path.of(args[1]), epoch -> {});
      training.predict("species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,sex,year,body_mass_g\n"
          + "Adelie,Biscoe,39,18,181,male,2007,3700\n");
    }
    System.out.println(runs + " runs");
  }
}
