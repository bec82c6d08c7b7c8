package gdtrain.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.choice.InvalidSetting;
import gdtrain.report.LogLayout.LogColumns;
import gdtrain.report.LogLayout.LogFormat;
import gdtrain.train.Epoch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Loss logs: their lines in every format, continuing one, and many in one file. */
class LogsTest {
  private static final LogColumns LOSS = new LogColumns(false, false);
  private static final LogColumns ALL = new LogColumns(true, true);

  @TempDir private Path folder;

  private static Epoch epoch(int number) {
    OptionalDouble rate = number == 0 ? OptionalDouble.empty() : OptionalDouble.of(0.5);
    return new Epoch(number, 1.0 / (number + 1), 2, OptionalDouble.of(Double.NaN), 1e-7, rate);
  }

  private static PrintStream print(OutputStream bytes) {
    return new PrintStream(bytes, false, UTF_8);
  }

  private static String log(LogLayout layout, int epochs) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LossLog log = new LossLog(layout, print(bytes)).begin();
    for (int i = 0; i <= epochs; i++) {
      log.accept(epoch(i));
    }
    log.finish();
    return bytes.toString(UTF_8);
  }

  @Test
  void csvLeavesCellsEmptyThatWereNotMeasured() {
    assertEquals(
        """
        epoch,loss,grad_norm,lr
        0,1.0,1.0E-7,
        1,0.5,1.0E-7,0.5
        """,
        log(new LogLayout(LogFormat.CSV, LOSS, 1), 1));
  }

  @Test
  void allColumnsStandInTheirOrder() {
    assertEquals(
        """
        epoch,loss,objective,val_loss,grad_norm,lr
        0,1.0,2.0,NaN,1.0E-7,
        """,
        log(new LogLayout(LogFormat.CSV, ALL, 1), 0));
  }

  @Test
  void formatsSeparatedByBlanksHaveNoEmptyCells() {
    assertEquals(
        "epoch\tloss\tgrad_norm\tlr\n0\t1.0\t1.0E-7\tNaN\n",
        log(new LogLayout(LogFormat.TSV, LOSS, 1), 0));
    assertEquals(
        "# epoch loss grad_norm lr\n0 1.0 1.0E-7 NaN\n",
        log(new LogLayout(LogFormat.VNL, LOSS, 1), 0));
  }

  @Test
  void jsonHasAnEventOnEveryLineAndNullForWhatWasNotMeasured() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LossLog log = new LossLog(new LogLayout(LogFormat.JSONL, ALL, 1), print(bytes)).begin();
    log.accept(epoch(0));
    log.event("summary", () -> Map.of("rows", 3));
    assertEquals(
        """
        {"event":"epoch","epoch":0,"loss":1.0,"objective":2.0,"val_loss":null,"grad_norm":1.0E-7,"lr":null}
        {"event":"summary","rows":3}
        """,
        bytes.toString(UTF_8));
  }

  @ParameterizedTest
  @EnumSource(
      value = LogFormat.class,
      names = {"CSV", "TSV", "VNL", "NONE"})
  void otherFormatsHaveNoEventsButEpochs(LogFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new LossLog(new LogLayout(format, LOSS, 1), print(bytes)).event("summary", Map::of);
    assertEquals("", bytes.toString(UTF_8));
  }

  @Test
  void noLogIsEmpty() {
    assertEquals("", log(new LogLayout(LogFormat.NONE, LOSS, 1), 3));
  }

  @ParameterizedTest
  @CsvSource({"1,0 1 2 3 4 5", "2,0 2 4 5", "5,0 5", "7,0 5"})
  void theFirstAndTheLastEpochAlwaysHaveARow(int every, String numbers) {
    String log = log(new LogLayout(LogFormat.VNL, LOSS, every), 5);
    List<String> rows = log.lines().skip(1).map(line -> line.split(" ")[0]).toList();
    assertEquals(numbers, String.join(" ", rows));
  }

  @Test
  void theNumberOfEpochsBetweenRowsIsPositive() {
    var mistake = assertThrows(InvalidSetting.class, () -> new LogLayout(LogFormat.CSV, LOSS, 0));
    assertEquals("⟦log-every⟧ must be 1 or more, not 0", mistake.sentence());
  }

  @Test
  void aClosedStreamEndsTheLog() {
    PrintStream closed =
        print(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }
            });
    LossLog log = new LossLog(new LogLayout(LogFormat.CSV, LOSS, 1), closed);
    assertThrows(BrokenPipe.class, () -> log.accept(epoch(0)));
    assertThrows(BrokenPipe.class, log::begin);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("log"), text);
  }

  @ParameterizedTest
  @CsvSource({"CSV,1,3", "TSV,2,4", "VNL,2,5", "JSONL,1,2", "JSONL,3,4"})
  void aLogIsContinuedBehindTheRowsOfTheRun(LogFormat format, int every, int last)
      throws IOException {
    LogLayout layout = new LogLayout(format, LOSS, every);
    String rows = log(layout, last - last % every); // without a row of the end
    String whole = log(layout, 9);

    long length = PreviousLog.lengthUntil(epoch(last), file(whole), layout);

    assertEquals(rows, whole.substring(0, (int) length));
  }

  @Test
  void anEpochWithoutRowIsWrittenIfItIsTheLast() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LogLayout layout = new LogLayout(LogFormat.CSV, LOSS, 2);
    new LossLog(layout, print(bytes)).goOn(epoch(3)).finish();
    new LossLog(layout, print(bytes)).goOn(epoch(4)).finish();
    assertEquals("3,0.25,1.0E-7,0.5\n", bytes.toString(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'epoch,loss\n0,1.0\n' | it does not begin with 'epoch,loss,grad_norm,lr', the header of this run",
        "'' | it does not begin with 'epoch,loss,grad_norm,lr', the header of this run",
        "'epoch,loss,grad_norm,lr\n0,1.0,1.0E-7,\n' | it does not hold the rows of the run up to epoch 1",
        "'epoch,loss,grad_norm,lr\n0,1.0,1.0E-7,\n1,0.5,1.0E-7,0.5' | it does not hold the rows of the run up to epoch 1",
        "'epoch,loss,grad_norm,lr\n0,1.0,1.0E-7,\n1,0.4,1.0E-7,0.5\n' | it does not hold the rows of the run up to epoch 1",
      })
  void theLogOfAnotherRunIsRefused(String text, String sentence) throws IOException {
    Path file = file(text);
    LogLayout layout = new LogLayout(LogFormat.CSV, LOSS, 1);
    var mistake =
        assertThrows(
            IllegalArgumentException.class, () -> PreviousLog.lengthUntil(epoch(1), file, layout));
    assertEquals(sentence, mistake.getMessage());
  }

  @Test
  void aSweepHasEveryLogBehindItsNumberAndSettings() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SweepLog sweep = new SweepLog(List.of("lr", "batch-size"), LOSS, 2, print(bytes));
    SweepLog.RunLog first = sweep.open();
    SweepLog.RunLog second = sweep.open();
    first.epoch(epoch(0));
    second.epoch(epoch(0));
    first.epoch(epoch(1));
    sweep.write(1, List.of("0.1", "adam:beta1=0.8,beta2=0.9"), first);
    sweep.write(2, List.of("1", "full"), second);
    assertEquals(
        """
        run,set_lr,set_batch_size,epoch,loss,grad_norm,lr
        1,0.1,"adam:beta1=0.8,beta2=0.9",0,1.0,1.0E-7,
        1,0.1,"adam:beta1=0.8,beta2=0.9",1,0.5,1.0E-7,0.5
        2,1,full,0,1.0,1.0E-7,
        """,
        bytes.toString(UTF_8));
  }
}
