package gdtrain.compute.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gdtrain.compute.backend.CudaStatus.Unusable;
import gdtrain.compute.backend.CudaStatus.Usable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which there can be no card, on a made CUDA, and the real one without a card. */
class CudaProbeTest {
  private static final Card ADA = new Card("NVIDIA L4", 24_000_000_000L, 8, 9);

  /** CUDA as it answers on some machine. */
  private static class FakeCuda implements CudaRuntime {
    private final int status;
    private final int count;
    private final Card card;

    FakeCuda(int status, int count, Card card) {
      this.status = status;
      this.count = count;
      this.card = card;
    }

    @Override
    public int countDevices(int[] found) {
      found[0] = count;
      return status;
    }

    @Override
    public String message(int code) {
      return "unknown error";
    }

    @Override
    public Card firstCard() {
      return card;
    }

    @Override
    public void loadLibraries() {}
  }

  private static CudaProbe probe(Supplier<CudaRuntime> runtime) {
    return new CudaProbe(true, () -> true, runtime);
  }

  private static Unusable off(Supplier<CudaRuntime> runtime) {
    return assertInstanceOf(Unusable.class, probe(runtime).status());
  }

  private static Unusable offBy(Throwable failure) {
    return off(
        () -> {
          if (failure instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) failure;
        });
  }

  private static void assertOff(String reason, String remedy, Unusable off) {
    assertEquals(reason, off.reason());
    assertTrue(off.remedy().contains(remedy), off.remedy());
  }

  @Test
  void aCardThatNd4jRunsOnIsUsable() {
    CudaStatus status = probe(() -> new FakeCuda(0, 2, ADA)).status();

    assertEquals(new Usable(ADA), status);
    assertEquals("NVIDIA L4, 24.0 GB, compute capability 8.9", ADA.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, false", "3, 0, false", "3, 5, false", "3, 7, true", "5, 0, true", "6, 1, true",
    "7, 5, true", "8, 0, true", "8, 6, true", "8, 9, true", "9, 0, false", "10, 0, false",
    "12, 0, false"
  })
  void nd4jHasCodeForTheCapabilitiesFrom37To89(int major, int minor, boolean supported) {
    Card card = new Card("Card", 1, major, minor);

    CudaStatus status = probe(() -> new FakeCuda(0, 1, card)).status();

    assertEquals(supported, status instanceof Usable, card::capability);
    if (status instanceof Unusable off) {
      assertOff(
          "Card has compute capability %d.%d, and ND4J has code for 3.7 to 8.9 only"
              .formatted(major, minor),
          "⟦backend⟧ cpu",
          off);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0   | 0 | the driver finds no card              | CUDA_VISIBLE_DEVICES",
        "100 | 0 | the driver finds no card              | nvidia-smi",
        "35  | 0 | the driver is too old for CUDA 11     | install a newer one",
        "999 | 1 | CUDA says: unknown error (999)        | nvidia-smi",
        "3   | 1 | CUDA says: unknown error (3)          | nvidia-smi"
      })
  void aDriverWithoutACardThatWorksIsToldApart(
      int status, int count, String reason, String remedy) {
    assertOff(reason, remedy, off(() -> new FakeCuda(status, count, ADA)));
  }

  /** The sentences of the linker and of JavaCPP, which names the library in an inner cause. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/c/libjnicudart.so: libcuda.so.1: cannot open shared object file: No such file or directory"
            + " | no driver for an Nvidia card is installed: there is no libcuda.so.1"
            + " | install the driver",
        "/c/libjnicudart.so: libcudart.so.11.0: cannot open shared object file: No such file or directory"
            + " | there is no libcudart.so.11.0 of CUDA 11 | toolkit 11",
        "/c/libjnicublas.so: libcublasLt.so.11: cannot open shared object file: No such file or directory"
            + " | there is no libcublasLt.so.11 of CUDA 11 | redist jar",
        "Could not find jnicudart in class, module, and library paths."
            + " | CUDA fails: Could not find jnicudart in class, module, and library paths | cpu"
      })
  void theLibraryThatIsMissingIsNamed(String message, String reason, String remedy) {
    UnsatisfiedLinkError outer = new UnsatisfiedLinkError("no jnicudart in java.library.path");
    outer.initCause(new UnsatisfiedLinkError(message));

    assertOff(reason, remedy, offBy(outer));
  }

  @Test
  void aFolderThatLacksAJarIsTold() {
    assertOff(
        "lib-cuda has no org.bytedeco.cuda.global.cudart",
        "mvn -Pcuda package",
        offBy(new NoClassDefFoundError("org/bytedeco/cuda/global/cudart")));
  }

  @Test
  void whateverElseFailsIsOneLine() {
    assertOff("CUDA fails: busy", "cpu", offBy(new IllegalStateException("busy.\nsecond line")));
    assertOff(
        "CUDA fails: java.lang.IllegalStateException", "cpu", offBy(new IllegalStateException()));
  }

  /** ND4J needs more of CUDA than what counts the cards. */
  @Test
  void aCardWithoutTheOtherLibrariesIsNotUsable() {
    CudaRuntime lacking =
        new FakeCuda(0, 1, ADA) {
          @Override
          public void loadLibraries() {
            throw new UnsatisfiedLinkError(
                "/c/x.so: libcusolver.so.11: cannot open shared object file: No such file");
          }
        };

    assertOff("there is no libcusolver.so.11 of CUDA 11", "toolkit 11", off(() -> lacking));
  }

  @Test
  void withoutTheFolderNothingIsLookedFor() {
    CudaProbe probe = new CudaProbe(false, () -> fail("looked"), () -> fail("asked"));

    assertOff(
        "the folder lib-cuda is not there",
        "'mvn -Pcuda package'",
        assertInstanceOf(Unusable.class, probe.quickStatus()));
    assertEquals(probe.quickStatus(), probe.status());
  }

  @Test
  void withoutADriverCudaIsNotAskedUnlessItMustBe() {
    CudaProbe probe = new CudaProbe(true, () -> false, () -> new FakeCuda(0, 1, ADA));

    assertOff(
        "no driver for an Nvidia card is at work",
        "install the driver",
        assertInstanceOf(Unusable.class, probe.quickStatus()));
    assertEquals(new Usable(ADA), probe.status());
    assertEquals(new Usable(ADA), probe.quickStatus());
  }

  @Test
  void looksOnce() {
    AtomicInteger looks = new AtomicInteger();
    CudaProbe probe =
        probe(
            () -> {
              looks.incrementAndGet();
              return new FakeCuda(0, 1, ADA);
            });

    assertEquals(probe.status(), probe.status());
    assertEquals(1, looks.get());
  }

  /** Without its native code, which no test has, CUDA cannot even be asked. */
  @Test
  void theRealCudaFailsQuietlyWithoutItsNativeCode() {
    assertOff(
        "CUDA fails: Could not find jnicudart in class, module, and library paths",
        "cpu",
        off(JavaCppCuda::new));
  }
}
