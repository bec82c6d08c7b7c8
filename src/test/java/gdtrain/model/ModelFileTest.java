package gdtrain.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.Data;
import gdtrain.Training;
import gdtrain.compute.Workers;
import gdtrain.dataset.encoding.ProductTerm;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Unit;
import gdtrain.dataset.preparation.Expansion;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.dataset.preparation.Scaling;
import gdtrain.table.Table;
import gdtrain.train.DataObjective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
  private static final byte[] PENGUINS =
      ModelFile.bytes(train("penguins.csv", "body_mass_g").model());

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("model.json");
  }

  private static Training train(String set, String target) {
    return train(set, target, Expansion.NONE);
  }

  private static Training train(String set, String target, Expansion expansion) {
    Preparation d = Preparation.defaults();
    Preparation wishes =
        new Preparation(
            Optional.of(target),
            d.task(),
            d.weight(),
            d.include(),
            d.exclude(),
            d.scaling(),
            d.coding(),
            d.missing(),
            expansion);
    return new Training(Data.file(set), wishes, 0.01);
  }

  private Model read(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return ModelFile.read(file);
  }

  private String fault(String content) throws IOException {
    Files.writeString(file, content);
    String sentence =
        assertThrows(BadModel.class, () -> ModelFile.read(file), content).getMessage();
    assertTrue(sentence.startsWith(file + " "), sentence);
    return sentence.substring(file.toString().length() + 1);
  }

  private static double[] predictions(Model model, Table table) {
    try (Workers workers = new Workers(1)) {
      return Training.predictions(
          new DataObjective(
              model.network(), model.loss(), model.schema().encodeInputs(table), workers),
          model.scaled().stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "penguins.csv,body_mass_g,1,false",
    "penguins.csv,species,1,false",
    "titanic.csv,survived,1,false",
    "house_votes_84.csv,party,1,false",
    "longley.csv,TOTEMP,1,false",
    "penguins.csv,body_mass_g,3,true",
    "titanic.csv,survived,1,true",
    "iris.csv,species,2,false"
  })
  void writtenAndReadAModelHasTheSameBytesAndPredictions(
      String set, String target, int degree, boolean interactions) throws IOException {
    Training training = train(set, target, new Expansion(degree, interactions));
    byte[] bytes = ModelFile.bytes(training.model());
    Model model = read(bytes);
    assertArrayEquals(bytes, ModelFile.bytes(model));
    assertEquals(training.model().schema(), model.schema());
    assertEquals(training.model().scaled(), model.scaled());
    assertEquals(training.model().record(), model.record());
    Table table = Data.file(set);
    double[] expected = predictions(training.model(), table);
    assertTrue(Arrays.stream(expected).distinct().count() > 5);
    assertArrayEquals(expected, predictions(model, table));
  }

  @Test
  void keepsEveryBitOfAwkwardNumbers() throws IOException {
    Model model = read(PENGUINS);
    List<Double> numbers =
        new Random(3)
            .longs()
            .mapToDouble(Double::longBitsToDouble)
            .filter(Double::isFinite)
            .limit(model.scaled().size() - 3)
            .boxed()
            .collect(Collectors.toList());
    numbers.addAll(List.of(Double.MIN_VALUE, Double.MAX_VALUE, -0.0));
    Model awkward = new Model(model.schema(), List.of(), model.loss(), numbers, model.record());
    assertEquals(numbers, read(ModelFile.bytes(awkward)).scaled());
  }

  @Test
  void keepsNamesWithQuotesAndOtherAlphabets() throws IOException {
    Table table = Data.table("\"a \"\"b\"\", \u00e9\",y\n\"<q>\",1\n\ud83d\ude00,2\n\"<q>\",3.5\n");
    Model model = new Training(table, Preparation.defaults(), 0).model();
    Model again = read(ModelFile.bytes(model));
    assertEquals(model.schema(), again.schema());
    assertEquals("a \"b\", \u00e9=\ud83d\ude00", again.schema().inputNames().get(0));
  }

  @Test
  void writesAProductAsItsFactorsAndItsUnit() throws IOException {
    Table table = Data.table("a:b,\u00e9^2,y\n-1,4,1\n1,5,2\n3,6,3.5\n5,7,4\n");
    Preparation d = Preparation.defaults();
    Preparation wishes =
        new Preparation(
            d.target(),
            d.task(),
            d.weight(),
            d.include(),
            d.exclude(),
            Scaling.MINMAX,
            d.coding(),
            d.missing(),
            new Expansion(2, true));
    Model model = new Training(table, wishes, 1).model();
    byte[] bytes = ModelFile.bytes(model);
    List<ProductTerm> products =
        List.of(
            new ProductTerm(List.of("a:b", "a:b"), new Unit(1, 24)),
            new ProductTerm(List.of("\u00e9^2", "\u00e9^2"), new Unit(16, 33)),
            new ProductTerm(List.of("a:b", "\u00e9^2"), new Unit(-4, 39)));
    assertEquals(products, read(bytes).schema().products());
    String text = new String(bytes, UTF_8).replaceAll("\\s", "");
    String second = "{\"factors\":[\"\u00e9^2\",\"\u00e9^2\"],\"center\":16.0,\"scale\":33.0}";
    assertTrue(text.contains("\"products\":[{") && text.contains("," + second + ","), text);
    assertEquals("\u00e9^2^2", model.schema().inputNames().get(3));
  }

  @Test
  void aDamagedProductIsNamed() throws IOException {
    byte[] bytes = ModelFile.bytes(train("iris.csv", "species", new Expansion(2, true)).model());
    String whole = new String(bytes, UTF_8);
    int products = whole.indexOf("\"products\"");
    String before = whole.substring(0, products);
    String after = whole.substring(products);
    assertEquals(
        "is not a gdtrain model: 'factors' is missing",
        fault(before + after.replaceFirst("\"factors\"", "\"of\"")));
    assertEquals(
        "is not a gdtrain model: 'scale' must be above 0, not 0.0",
        fault(before + after.replaceFirst("\"scale\" : [0-9.E]+", "\"scale\" : 0")));
    for (String stranger : List.of("length", Schema.INTERCEPT)) {
      String replacement = "\"%1$s\",\"%1$s\"".formatted(stranger);
      assertEquals(
          "is not a gdtrain model: '%s^2' is a product of what is no input".formatted(stranger),
          fault(before + after.replaceFirst("\"sepal_length\",\\s+\"sepal_length\"", replacement)));
    }
    assertEquals(
        "is not a gdtrain model: a product of [sepal_length] needs two factors",
        fault(
            before
                + after.replaceFirst("\"sepal_length\",\\s+\"sepal_length\"", "\"sepal_length\"")));
    assertTrue(
        fault(before + after.replaceFirst("sepal_length\"(?=\\s+])", "sepal_width\""))
            .contains("two inputs would have the name"));
    assertTrue(
        fault(before + after.replaceFirst("\"products\"", "\"other\""))
            .contains("45 parameters, where 5 inputs and 3 outputs need 15"));
  }

  @Test
  void aTruncatedFileIsNamedWithTheLineAtWhichItEnds() throws IOException {
    String whole = new String(PENGUINS, UTF_8);
    String sentence = fault(whole.substring(0, whole.length() / 2));
    assertTrue(sentence.matches("is not a whole JSON file: line [1-9]\\d+"), sentence);
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    String whole = new String(PENGUINS, UTF_8).strip();
    for (int length = 0; length < whole.length(); length += 13) {
      fault(whole.substring(0, length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "a,b\n1,2\n",
        "{}",
        "[]",
        "42",
        "null",
        "\"gdtrain model\"",
        "{\"a\":"
      })
  void aForeignFileIsRefused(String content) throws IOException {
    fault(content);
  }

  @Test
  void anotherFormatOrVersionIsNamed() throws IOException {
    assertEquals(
        "is not a gdtrain model: it does not say \"format\": \"gdtrain model\"", fault("{}"));
    String other = new String(PENGUINS, UTF_8);
    assertEquals(
        "is not a gdtrain model: its format version is 2, this program reads 1",
        fault(other.replace("\"format_version\" : 1", "\"format_version\" : 2")));
  }

  @Test
  void aMissingFileIsRefused() {
    String sentence =
        assertThrows(BadModel.class, () -> ModelFile.read(folder.resolve("none"))).getMessage();
    assertEquals(folder.resolve("none") + " cannot be read; give a model that fit wrote", sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target",
        "column",
        "task",
        "inputs",
        "kind",
        "levels",
        "missing_reads_as",
        "coding",
        "center",
        "scale",
        "intercept",
        "loss",
        "parameters",
        "scaled_value",
        "run"
      })
  void aMissingEntryIsNamed(String entry) throws IOException {
    String whole = new String(PENGUINS, UTF_8);
    String renamed = whole.replaceFirst("\"" + entry + "\" :", "\"other\" :");
    assertTrue(!renamed.equals(whole));
    assertEquals("is not a gdtrain model: '" + entry + "' is missing", fault(renamed));
  }

  @Test
  void anEntryOfTheWrongKindIsRefused() throws IOException {
    String whole = new String(PENGUINS, UTF_8);
    assertTrue(
        fault(whole.replaceFirst("\"mse\"", "\"hinge\"")).contains("loss 'hinge' does not fit"));
    fault(whole.replaceFirst("\"mse\"", "7"));
    fault(whole.replaceFirst("\"kind\" : \"numeric\"", "\"kind\" : \"round\""));
    fault(whole.replaceFirst("\"kind\" : \"numeric\"", "\"kind\" : 3"));
    fault(whole.replaceFirst("\"coding\" : \"treatment\"", "\"coding\" : \"odd\""));
    fault(whole.replaceFirst("\"task\" : \"regression\"", "\"task\" : \"odd\""));
    fault(whole.replaceFirst("\"scale\" : [0-9.E]+", "\"scale\" : \"wide\""));
    fault(whole.replaceFirst("\"scale\" : [0-9.E]+", "\"scale\" : 0"));
    fault(whole.replaceFirst("\"scaled_value\" : [-0-9.E]+", "\"scaled_value\" : \"NaN\""));
    fault(whole.replaceFirst("\"scaled_value\" : [-0-9.E]+", "\"scaled_value\" : 1e999"));
    fault(whole.replaceFirst("\"intercept\" : true", "\"intercept\" : false"));
    fault(whole.replaceFirst("\"intercept\" : true", "\"intercept\" : \"yes\""));
  }
}
