package gdtrain.cli;

import gdtrain.checkpoint.CheckpointFile;
import gdtrain.checkpoint.CheckpointFile.SavedRun;
import gdtrain.table.Table;
import gdtrain.train.Checkpoint;
import gdtrain.train.Epoch;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a run saves its checkpoints.
 *
 * @param file always whole: either the old checkpoint or the new one
 * @param every epochs from one to the next
 * @param settings that the run has
 * @param tables that it learns from
 */
record Checkpoints(OutputFile file, int every, Map<String, String> settings, List<Table> tables) {
  /** Saves where a run stands, if it is time to. */
  void accept(Epoch epoch, boolean over, Supplier<Checkpoint> state) {
    if (over || (epoch.number() > 0 && epoch.number() % every == 0)) {
      List<String> data = tables.stream().map(Table::sha256).toList();
      SavedRun run = new SavedRun(Version.gdtrain(), settings, data, state.get());
      file.overwriting().write(CheckpointFile.bytes(run));
    }
  }
}
