package gdtrain.compute.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Backend.Kind;
import gdtrain.compute.backend.BackendSelection.Selected;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for, and what comes of it with and without a card. */
class BackendSelectionTest {
  private static final Card CARD = new Card("NVIDIA T4", 16_000_000_000L, 7, 5);

  private static final CudaRuntime CUDA =
      new CudaRuntime() {
        @Override
        public int countDevices(int[] count) {
          count[0] = 1;
          return SUCCESS;
        }

        @Override
        public String message(int status) {
          return "";
        }

        @Override
        public Card firstCard() {
          return CARD;
        }

        @Override
        public void loadLibraries() {}
      };

  private static final CudaProbe WITH_CARD = new CudaProbe(true, () -> true, () -> CUDA);
  private static final CudaProbe WITHOUT_CARD = new CudaProbe(true, () -> false, () -> lacking());
  private static final CudaProbe NOT_INSTALLED = new CudaProbe(false, () -> true, () -> CUDA);

  private static final CardTrial NO_TRIAL =
      (card, rows, columns) -> {
        throw new AssertionError("nothing is left to a trial");
      };

  private static CudaRuntime lacking() {
    throw new UnsatisfiedLinkError(
        "x.so: libcuda.so.1: cannot open shared object file: No such file or directory");
  }

  private static BackendRequest request(String setting, String variable) {
    return BackendRequest.of(Optional.ofNullable(setting), Optional.ofNullable(variable));
  }

  private static BackendSelection selection(String setting, CudaProbe probe) {
    return new BackendSelection(request(setting, null), probe, NO_TRIAL);
  }

  private static Optional<String> note(BackendSelection selection) {
    return selection.beforeReading(Optional.empty()).map(Selected::note);
  }

  @ParameterizedTest
  @CsvSource({
    ",     ,     AUTO, ⟦backend⟧",
    "auto, cuda, AUTO, ⟦backend⟧",
    "cpu,  cuda, CPU,  ⟦backend⟧",
    "cuda, cpu,  CUDA, ⟦backend⟧",
    ",     cpu,  CPU,  GDTRAIN_BACKEND",
    ",     cuda, CUDA, GDTRAIN_BACKEND",
    ",     auto, AUTO, GDTRAIN_BACKEND",
    ",     '',   AUTO, ⟦backend⟧"
  })
  void theSettingBeatsTheVariable(
      String setting, String variable, BackendRequest.Wish wish, String origin) {
    assertEquals(new BackendRequest(wish, origin), request(setting, variable));
  }

  @ParameterizedTest
  @CsvSource({"gpu,,⟦backend⟧", "CUDA,cpu,⟦backend⟧", ",gpu,GDTRAIN_BACKEND", "'',cpu,⟦backend⟧"})
  void otherWordsAreRefusedAtTheirOrigin(String setting, String variable, String origin) {
    InvalidSetting fault = assertThrows(InvalidSetting.class, () -> request(setting, variable));

    String word = setting == null ? variable : setting;
    assertEquals("%s takes auto, cpu, cuda, not '%s'".formatted(origin, word), fault.sentence());
  }

  @Test
  void theProcessorIsTakenWithoutALookForACard() {
    CudaProbe never = new CudaProbe(true, () -> lacking() == null, () -> lacking());

    assertEquals(Optional.of("backend: cpu, as ⟦backend⟧ says"), note(selection("cpu", never)));
  }

  @Test
  void whereThereIsNoCardAutoTakesTheProcessorAndSaysWhy() {
    assertEquals(
        Optional.of("backend: cpu, cuda is off: the folder lib-cuda is not there"),
        note(selection("auto", NOT_INSTALLED)));
    assertEquals(
        Optional.of("backend: cpu, cuda is off: no driver for an Nvidia card is at work"),
        note(selection("auto", WITHOUT_CARD)));
  }

  @Test
  void whereThereIsNoCardCudaIsRefusedWithTheReason() {
    BackendUnavailable asked =
        assertThrows(BackendUnavailable.class, () -> note(selection("cuda", WITHOUT_CARD)));
    assertEquals(
        "⟦backend⟧ cuda cannot be used: no driver for an Nvidia card is installed: there is no"
            + " libcuda.so.1; install the driver, or take ⟦backend⟧ cpu",
        asked.sentence());

    BackendSelection byVariable =
        new BackendSelection(request(null, "cuda"), NOT_INSTALLED, NO_TRIAL);
    BackendUnavailable set = assertThrows(BackendUnavailable.class, () -> note(byVariable));
    assertEquals(
        "GDTRAIN_BACKEND=cuda cannot be used: the folder lib-cuda is not there; bring it by"
            + " 'mvn -Pcuda package' in the sources of gdtrain (600 MB)",
        set.sentence());
  }

  @Test
  void cudaTakesTheCard() {
    assertEquals(
        Optional.of("backend: cuda, NVIDIA T4, 16.0 GB, compute capability 7.5"),
        note(selection("cuda", WITH_CARD)));
  }

  @ParameterizedTest
  @CsvSource({
    "true,  'backend: cuda, NVIDIA T4, 16.0 GB, compute capability 7.5: 7 times as fast'",
    "false, 'backend: cpu, NVIDIA T4: 7 times as fast'"
  })
  void aTrialForTheTableDecidesWhatAutoTakes(boolean faster, String note) {
    BackendSelection selection =
        new BackendSelection(
            request("auto", null),
            WITH_CARD,
            (card, rows, columns) -> {
              assertEquals(CARD, card);
              assertEquals(1_000_000, rows);
              assertEquals(20, columns);
              return new CardTrial.Outcome(faster, "7 times as fast");
            });

    assertEquals(Optional.empty(), note(selection));
    assertEquals(note, selection.forTable(1_000_000, 20).note());
  }

  @ParameterizedTest
  @CsvSource({
    "0.002, 0.0005, true, 'a pass takes 0.500 ms on the card, 2.00 on the processor'",
    "1e-6, 0.25, false, 'a pass takes 250 ms on the card, 0.00100 on the processor'"
  })
  void theFasterPassWins(double here, double there, boolean faster, String reason) {
    assertEquals(new CardTrial.Outcome(faster, reason), CardTrial.Outcome.of(here, there));
  }

  /** ND4J starts once in a process. */
  @ParameterizedTest
  @CsvSource({
    "auto, CPU, true",
    "auto, CUDA, true",
    "cpu, CPU, true",
    "cuda, CUDA, true",
    "cpu, CUDA, false",
    "cuda, CPU, false"
  })
  void nd4jStaysWhereItRuns(String setting, Kind running, boolean possible) {
    BackendSelection selection = selection(setting, WITH_CARD);
    if (possible) {
      assertEquals(running, selection.beforeReading(Optional.of(running)).orElseThrow().kind());
    } else {
      BackendUnavailable fault =
          assertThrows(
              BackendUnavailable.class, () -> selection.beforeReading(Optional.of(running)));
      assertEquals(
          "⟦backend⟧ %s cannot be used: ND4J already runs elsewhere, and cannot move; start another"
                  .formatted(setting)
              + " process",
          fault.sentence());
    }
  }

  /** On the class path of the tests there is no CUDA backend, so ND4J cannot start on a card. */
  @Test
  void aCardThatNd4jDoesNotStartOnIsOneSentence() {
    selection("cpu", NOT_INSTALLED).start(new Selected(Kind.CPU, ""));

    BackendUnavailable fault =
        assertThrows(
            BackendUnavailable.class,
            () -> selection("cuda", WITH_CARD).startAhead(new Selected(Kind.CUDA, "")));
    assertEquals(
        "⟦backend⟧ cuda cannot be used: ND4J does not start on the card: ND4J runs on the"
            + " processor in this process, for good; take ⟦backend⟧ cpu",
        fault.sentence());
  }
}
