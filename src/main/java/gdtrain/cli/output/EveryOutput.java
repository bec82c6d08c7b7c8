package gdtrain.cli.output;

import gdtrain.report.BrokenPipe;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes every output though another cannot be written, and tells of failures at the end. */
final class EveryOutput {
  private final List<UncheckedIOException> failures = new ArrayList<>();
  private Optional<BrokenPipe> gone = Optional.empty();

  /** Writes an output; a failure waits. */
  void attempt(Runnable write) {
    try {
      write.run();
    } catch (UncheckedIOException e) {
      failed(e);
    } catch (BrokenPipe e) {
      gone = Optional.of(e);
    }
  }

  /** Takes a failure that was met elsewhere. */
  void failed(UncheckedIOException failure) {
    failures.add(failure);
  }

  /**
   * Tells what has failed.
   *
   * @param readerNeeded whether standard output matters
   * @throws UncheckedIOException if an output could not be written
   * @throws BrokenPipe if only the reader of standard output was missing
   */
  void end(boolean readerNeeded) {
    if (!failures.isEmpty()) {
      String all =
          failures.stream()
              .map(UncheckedIOException::getMessage)
              .distinct()
              .collect(Collectors.joining("; "));
      throw new UncheckedIOException(all, failures.get(0).getCause());
    }
    if (readerNeeded && gone.isPresent()) {
      throw gone.get();
    }
  }
}
