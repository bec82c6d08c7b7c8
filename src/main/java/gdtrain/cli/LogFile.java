package gdtrain.cli;

import gdtrain.checkpoint.CannotResume;
import gdtrain.report.LogLayout;
import gdtrain.report.LossLog;
import gdtrain.report.PreviousLog;
import gdtrain.train.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The file of {@code --log}.
 *
 * @param file the file
 * @param shape of the log
 */
record LogFile(OutputFile file, LogLayout shape) {
  /**
   * Opens the log.
   *
   * @param passed the last epoch of the run that is taken up, if one is: the rows up to it stay,
   *     those behind it, which the run had logged before it was cut off, are written again
   */
  LossLog open(Optional<Epoch> passed) {
    if (passed.isEmpty()) {
      return new LossLog(shape, file.open()).begin();
    }
    Epoch last = passed.get();
    if (!Files.isRegularFile(file.path())) {
      return new LossLog(shape, file.open()).begin().goOn(last);
    }
    try {
      long length = PreviousLog.lengthUntil(last, file.path(), shape);
      return new LossLog(shape, file.openAt(length)).goOn(last);
    } catch (IOException e) {
      throw file.failure(e);
    } catch (IllegalArgumentException e) {
      throw new CannotResume(
          "--log %s cannot be gone on with: %s; name a new file"
              .formatted(file.path(), SettingWords.sentence(e)),
          e);
    }
  }
}
