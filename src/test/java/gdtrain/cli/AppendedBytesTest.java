package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static gdtrain.cli.Cli.runOn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code predict --append} leaves the bytes of the rows as they are. */
class AppendedBytesTest {
  @TempDir Path folder;
  private String model;

  @BeforeEach
  void fit() throws Exception {
    Path data = Files.writeString(folder.resolve("x.csv"), "x,y\n1,2\n2,4\n3,6\n4,8\n");
    model = folder.resolve("m.json").toString();
    run("fit", data.toString(), "--log-format", "none", "-o", model).ok();
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t").replace("·", " ");
  }

  /** P stands for a prediction, · for a blank. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "x,t\\n1,a\\n2,b\\n ! x,t,prediction\\n1,a,P\\n2,b,P\\n",
        "x,t\\r\\n·1·,··a\\r\\n2,b·\\r\\n ! x,t,prediction\\r\\n·1·,··a,P\\r\\n2,b·,P\\r\\n",
        "x,t\\n1,\"a\\r\\nb\"\\n2,\"c\\nd\"\\n ! x,t,prediction\\n1,\"a\\r\\nb\",P\\n2,\"c\\nd\",P\\n",
        "x;t\\n1.50;'a'\\n2;\"\"\"q\"\"\"\\n ! x;t;prediction\\n1.50;'a';P\\n2;\"\"\"q\"\"\";P\\n",
        "x\\tt\\n1\\ta\\n\\n2\\tb ! x\\tt\\tprediction\\n1\\ta\\tP\\n2\\tb\\tP\\n",
        "\"x\",\"t\"\\n\"1\",\"\"\\n\"2\",a\"\"b\\n ! \"x\",\"t\",prediction\\n\"1\",\"\",P\\n\"2\",a\"\"b,P\\n",
        "x,t\\n# note \"\\n1,NA\\n2,é\\n ! x,t,prediction\\n1,NA,P\\n2,é,P\\n",
      })
  void keepsBlanksQuotesAndLineEnds(String in, String out) throws Exception {
    byte[] bytes = unescaped(in).getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("new.csv"), bytes);
    for (String found :
        List.of(
            run("predict", model, file.toString(), "--append").ok().out(),
            runOn(bytes, "predict", model, "-", "--append").ok().out())) {
      assertEquals(unescaped(out), found.replaceAll("[0-9.]{3,}(?=\r?\n)", "P"));
    }
  }

  @Test
  void rowsOfOtherShapesAreWrittenAsCsv() throws Exception {
    Path file = Files.writeString(folder.resolve("new.json"), "{\"x\": 1}\n{\"x\": 2}\n");
    String found = run("predict", model, file.toString(), "--append").ok().out();
    assertEquals("x,prediction", found.lines().findFirst().orElse(""));
    assertEquals(3, found.lines().count());
  }
}
