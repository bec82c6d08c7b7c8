package gdtrain.checkpoint;

import gdtrain.train.Checkpoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as it is saved.
 *
 * @param version of the program
 * @param settings everything that decides the result, by name; another run has others
 * @param data the SHA-256 of every file of data, in the order they were read
 * @param state where the run stands
 */
public record SavedRun(
    String version, Map<String, String> settings, List<String> data, Checkpoint state) {
  /** Copies the settings, in their order, and the rest. */
  public SavedRun {
    data = List.copyOf(data);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
