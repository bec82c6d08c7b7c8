package gdtrain.table.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gdtrain.table.BadTable;
import gdtrain.table.NumericColumn;
import gdtrain.table.Table;
import gdtrain.table.read.Csv;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFileTest {
  private static final String ROWS = "1.25,2,3\n".repeat(20_000);
  private static final int LITTLE = 1;

  @TempDir Path folder;

  private Storage storage(long room) {
    return new Storage(LITTLE, folder, f -> room);
  }

  private static Table read(Path file, Storage storage) {
    Source source = Source.of(file.toString(), InputStream.nullInputStream(), storage);
    return CsvReader.read(source, CsvOptions.defaults(), 2);
  }

  private static String fault(Path file, Storage storage) {
    return assertThrows(UncheckedIOException.class, () -> read(file, storage)).getMessage();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("a.csv"), content);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void nothingIsLeftBehindWhileTheTableIsStillRead() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self")), "elsewhere it has a name until it is closed");
    Table table = read(file(ROWS.getBytes(UTF_8)), storage(Long.MAX_VALUE));

    assertEquals(List.of("a.csv"), files());
    assertEquals(1.25, ((NumericColumn) table.columns().get(0)).value(9000));
  }

  @Test
  void nothingIsLeftBehindByAFaultOfTheFile() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self")), "elsewhere it has a name until it is closed");
    Path file = file((ROWS + "1,2\n").getBytes(UTF_8));

    assertThrows(BadTable.class, () -> read(file, storage(Long.MAX_VALUE)));
    assertEquals(List.of("a.csv"), files());
  }

  @Test
  void whatAKilledProcessLeftBehindGoesAndNothingElse() throws IOException {
    List<String> others = List.of("a.csv", "gdtrain-1.rows", "gdtrain-x.csv", "x.rows");
    for (String name : others) {
      Files.writeString(folder.resolve(name), "1\n");
    }
    Files.writeString(folder.resolve("gdtrain-0123456789abcdef.rows"), "1");

    storage(99).scratchFile();

    assumeTrue(Files.exists(Path.of("/proc/self")), "elsewhere it has a name until it is closed");
    assertEquals(others, files());
  }

  @Test
  void givesBackBytesFromAnyPlace() {
    ScratchFile file = storage(99).scratchFile();
    file.append(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    file.append(ByteBuffer.wrap(new byte[] {4, 5}));
    ByteBuffer two = ByteBuffer.allocate(2);

    file.read(2, two);

    assertEquals(ByteBuffer.wrap(new byte[] {3, 4}), two.flip());
    String fault =
        assertThrows(UncheckedIOException.class, () -> file.read(4, ByteBuffer.allocate(2)))
            .getMessage();
    assertTrue(fault.contains("in the folder " + folder + " cannot be read"), fault);
  }

  /** 20,000 rows of 3 numbers of 8 bytes are 469 KiB. */
  @Test
  void aFolderWithTooLittleRoomIsRefusedAtOnce() throws IOException {
    String fault = fault(file(ROWS.getBytes(UTF_8)), storage(300_000));

    String needed =
        "the folder %s has room for 293.0 KiB, but what does not fit into the memory allowed takes 4[5-8][0-9][.][0-9] KiB more; give another folder with ⟦temp⟧, or more memory with ⟦memory⟧";
    assertTrue(fault.matches(needed.formatted(folder)), fault);
    assertEquals(20_000, read(folder.resolve("a.csv"), storage(500_000)).rows());
  }

  @Test
  void whereTheSizeIsNotKnownRoomIsLookedAtAgain() throws IOException {
    Path packed = file(Csv.gzip(ROWS.getBytes(UTF_8)));

    String fault = fault(packed, storage(100_000));

    assertTrue(fault.startsWith("the folder " + folder + " has room for 97.7 KiB, but"), fault);
    assertEquals(20_000, read(packed, storage(500_000)).rows());
  }

  @Test
  void aFolderThatIsNotThereIsSaid() throws IOException {
    Path file = file(ROWS.getBytes(UTF_8));
    Path missing = folder.resolve("missing");

    assertEquals(
        "the table does not fit into the memory allowed, and no file can be made in the folder "
            + missing
            + "; give another folder with ⟦temp⟧, or more memory with ⟦memory⟧",
        fault(file, new Storage(LITTLE, missing)));
    assertEquals(20_000, read(file, new Storage(10_000_000, missing)).rows());
  }
}
