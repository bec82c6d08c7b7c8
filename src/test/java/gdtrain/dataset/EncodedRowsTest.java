package gdtrain.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.compute.Workers;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.Holdout;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Prepared;
import gdtrain.table.BadTable;
import gdtrain.table.Table;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.Source;
import gdtrain.table.store.Storage;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are made anew for every pass against the same rows in memory: the same bits. */
class EncodedRowsTest {
  private static final List<String> TABLES =
      List.of("letter_recognition.csv", "randhie.csv", "titanic.csv", "penguins.csv", "iris.csv");

  /** Numbers, texts and classes, missing cells among them. */
  private static Dataset encoded(String file) {
    return encoded(file, Dtype.DOUBLE);
  }

  private static Dataset encoded(String file, Dtype dtype) {
    Preparation wishes = Preparation.defaults().withDtype(dtype);
    return Prepared.of(Data.file(file), wishes, true, new Holdout.None(), note -> {}).training();
  }

  private static void assertSameBlocks(Dataset expected, Dataset data) {
    assertEquals(expected.blocks(), data.blocks());
    List<double[]> numbers = new ArrayList<>();
    data.forEach(block -> numbers.addAll(numbers(block)));
    List<double[]> wanted = new ArrayList<>();
    expected.forEach(block -> wanted.addAll(numbers(block)));
    assertEquals(wanted.size(), numbers.size());
    for (int i = 0; i < wanted.size(); i++) {
      assertArrayEquals(wanted.get(i), numbers.get(i));
    }
    assertEquals(expected.totalWeight(), data.totalWeight());
  }

  private static List<double[]> numbers(Block block) {
    return List.of(Data.numbers(block.inputs()), block.targets().clone(), block.weights().clone());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void areTheSameInMemory(int threads) {
    for (String file : TABLES) {
      Dataset encoded = encoded(file);
      try (Workers workers = new Workers(threads)) {
        Dataset kept = encoded.inMemory(workers);
        assertNotSame(encoded, kept);
        assertSame(kept, kept.inMemory(workers));
        assertSame(kept, encoded.inMemory(workers), "all runs share them");
        assertSameBlocks(kept, encoded);
      }
    }
  }

  @Test
  void floatsAreDoublesThatWereRoundedInHalfTheMemory() {
    for (String file : TABLES) {
      Dataset doubles = encoded(file, Dtype.DOUBLE);
      Dataset floats = encoded(file, Dtype.FLOAT);
      List<double[]> rounded = new ArrayList<>();
      doubles.forEachPlain(
          rows ->
              rounded.add(Arrays.stream(rows.inputs()).map(number -> (float) number).toArray()));

      List<double[]> inputs = new ArrayList<>();
      floats.forEachPlain(rows -> inputs.add(rows.inputs().clone()));

      for (int i = 0; i < rounded.size(); i++) {
        assertArrayEquals(rounded.get(i), inputs.get(i));
      }
      Dataset kept = Data.inMemory(floats);
      assertSameBlocks(floats, kept);
      assertArrayEquals(rounded.get(0), Data.numbers(kept.block(0).inputs()));
      List<double[]> plain = new ArrayList<>();
      kept.forEachPlain(rows -> plain.add(rows.inputs().clone()));
      assertArrayEquals(inputs.toArray(), plain.toArray());
      assertArrayEquals(numbers(floats.row(5)).toArray(), numbers(kept.row(5)).toArray());
    }
  }

  @Test
  void memoryIsTakenOnceAndGivenBack() {
    Storage storage = new Storage(1_000_000, Storage.temporaryFolder());
    Source source = Source.of("datasets/iris.csv", InputStream.nullInputStream(), storage);
    Table table = CsvReader.read(source, CsvOptions.defaults());
    Prepared rows =
        Prepared.of(table, Preparation.defaults(), true, new Holdout.Share(0.2, 1), note -> {});
    long before = storage.left();

    Data.inMemory(rows.training());
    Data.inMemory(rows.training());
    Data.inMemory(rows.validation().orElseThrow());
    assertEquals(before - 150 * (5 + 3 + 1) * Double.BYTES, storage.left());
    rows.release();
    assertEquals(before, storage.left());
    rows.release();
    assertEquals(before, storage.left());
  }

  @Test
  void rowsForWhichThereIsNoMemoryAreMadeAnew() {
    Storage storage = new Storage(1, Storage.temporaryFolder());
    Source source = Source.of("datasets/iris.csv", InputStream.nullInputStream(), storage);
    Table table = CsvReader.read(source, CsvOptions.defaults());
    Dataset rows =
        Prepared.of(table, Preparation.defaults(), true, new Holdout.None(), note -> {}).training();
    assertSame(rows, Data.inMemory(rows));
    Dataset kept = Data.inMemory(encoded("iris.csv"));
    assertSameBlocks(kept, rows);
    int[] order = new Random(2).ints(40, 0, rows.rows()).toArray();
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(picked(kept, order).get(0), picked(rows, order).get(0));
      rows.release(); // another file is made when they are picked again
    }
  }

  @Test
  void someBlocksHaveTheirOwnSizeAndAreReadInAnyOrder() {
    Dataset encoded = encoded("letter_recognition.csv");
    assertTrue(encoded.blocks() > 3);
    try (BlockReader reader = encoded.open()) {
      for (int index : new int[] {encoded.blocks() - 1, 0, 2, encoded.blocks() - 1, 1}) {
        List<double[]> read = numbers(reader.read(index));
        List<double[]> alone = numbers(encoded.block(index));
        for (int i = 0; i < read.size(); i++) {
          assertArrayEquals(alone.get(i), read.get(i));
        }
        assertEquals(
            encoded.firstRow(index + 1) - encoded.firstRow(index),
            reader.readTargets(index).count());
      }
    }
  }

  @Test
  void targetsCanBeReadWithoutInputs() {
    Dataset encoded = encoded("iris.csv");
    Block whole = encoded.block(0);
    try (BlockReader reader = encoded.open()) {
      Block read = reader.readWithoutInputs(0);
      assertArrayEquals(whole.targets(), read.targets());
      assertArrayEquals(whole.weights(), read.weights());
      assertArrayEquals(whole.targets(), reader.readTargets(0).targets());
      assertArrayEquals(Data.numbers(whole.inputs()), reader.readPlain(0).inputs());
    }
  }

  @Test
  void aReaderThatIsClosedIsUsedAgain() {
    Dataset encoded = encoded("iris.csv");
    Block first;
    try (BlockReader reader = encoded.open()) {
      first = reader.read(0);
    }
    try (BlockReader reader = encoded.open();
        BlockReader another = encoded.open()) {
      assertSame(first, reader.read(0));
      assertNotSame(first, another.read(0));
    }
  }

  @Test
  void singleRowsAreThoseOfTheBlocks() {
    for (String file : TABLES) {
      Dataset encoded = encoded(file);
      int[] rows = new Random(5).ints(40, 0, encoded.rows()).toArray();
      List<double[]> expected = picked(Data.inMemory(encoded), rows);
      List<double[]> found = picked(encoded, rows);
      for (int i = 0; i < expected.size(); i++) {
        assertArrayEquals(expected.get(i), found.get(i), file);
      }
    }
  }

  @Test
  void aRowAloneIsThatOfTheBlocks() {
    Dataset encoded = encoded("titanic.csv");
    Dataset kept = Data.inMemory(encoded);
    for (int row : new int[] {0, 3, encoded.rows() - 1}) {
      for (int part = 0; part < 3; part++) {
        assertArrayEquals(numbers(kept.row(row)).get(part), numbers(encoded.row(row)).get(part));
      }
    }
  }

  private static List<double[]> picked(Dataset data, int[] rows) {
    Block into = Block.empty(30, data);
    data.picker(into).copy(rows, 7);
    return numbers(into);
  }

  @Test
  void weightsByClassAreTheSameInMemory() {
    for (String file : List.of("iris.csv", "breast_cancer.csv")) {
      Dataset encoded = encoded(file);
      double[] factors = {0.3, 2.5, 1.1};
      Dataset weighed = encoded.weighedByClass(factors);
      assertSameBlocks(Data.inMemory(encoded).weighedByClass(factors), weighed);
      double[] before = Data.weights(encoded);
      assertTrue(Arrays.stream(before).allMatch(w -> w == 1), "the rows keep theirs");
    }
  }

  @Test
  void theFirstRowAtFaultIsMetWhateverTheOrderOfColumns() {
    Table training = Data.table("a,b,y\nx,u,1\nz,v,2\nx,v,4\n");
    Schema schema =
        Prepared.of(training, Preparation.defaults(), true, new Holdout.None(), note -> {})
            .schema();
    Table other = Data.table("a,b,y\nx,u,1\nx,new,2\nodd,v,4\n");
    String fault = assertThrows(BadTable.class, () -> schema.encode(other)).getMessage();
    assertTrue(fault.contains("line 3, column 'b': 'new'"), fault);
  }
}
