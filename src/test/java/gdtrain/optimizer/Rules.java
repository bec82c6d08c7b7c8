package gdtrain.optimizer;

import gdtrain.compute.Vectors;
import java.util.List;

/** The update rules of the catalog. */
public final class Rules {
  private Rules() {}

  /** The names of the optimizers that are update rules. */
  static List<String> names() {
    return Optimizers.CATALOG.names().stream()
        .filter(name -> Optimizers.CATALOG.choose(name) instanceof UpdateRule)
        .toList();
  }

  /** The rule of a text. */
  static UpdateRule rule(String text) {
    return (UpdateRule) Optimizers.CATALOG.choose(text);
  }

  /** All that a state remembers, overwritten by what another one does. */
  public static void overwrite(List<double[]> memory, List<double[]> by) {
    for (int i = 0; i < memory.size(); i++) {
      Vectors.copy(by.get(i), memory.get(i));
    }
  }

  /** Copies of what is remembered. */
  public static List<double[]> saved(List<double[]> memory) {
    return memory.stream().map(double[]::clone).toList();
  }
}
