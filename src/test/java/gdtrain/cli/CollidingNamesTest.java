package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns whose inputs would have one name: a sentence before training. */
class CollidingNamesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(intercept),x,y;1,2,3;2,1,5;3,5,4;4,4,6 | | 2 | two inputs would have the name '(intercept)'",
        "s,s=b,y;a,2,3;b,1,5;a,5,4;b,4,6 | | 2 | two inputs would have the name 's=b'",
        "s,s=a,y;a,2,3;b,1,5;a,5,4;b,4,6 | --encode full | 2 | the name 's=a'",
        "x,x=(missing),y;1,2,3;,1,5;3,5,4;4,4,6 | --missing indicator | 2 | the name 'x=(missing)'",
        "a,b,a:b,y;1,2,9,3;2,1,8,5;3,5,6,4;4,4,1,6 | --interactions | 2 | the name 'a:b'",
        "a,a^2,y;1,2,3;2,1,5;3,5,4;4,4,6 | --degree 2 | 2 | the name 'a^2'",
        "s,y;a,3;(missing),5;,4;a,6;b,7 | | 3 | '(missing)', which is what missing cells become",
        "s,y;a,3;a,5;(other),4;(other),6;b,7 | --rare 2 | 3 | which is what rare ones become",
      })
  void areRefusedBeforeTraining(String csv, String options, int code, String part)
      throws Exception {
    Path file = Files.writeString(folder.resolve("x.csv"), csv.replace(';', '\n') + "\n");
    List<String> args = new ArrayList<>(List.of("fit", file.toString()));
    args.addAll(options == null ? List.of() : List.of(options.split(" ")));
    Cli.Outcome outcome = run(args.toArray(String[]::new));
    assertTrue(outcome.fault(code).contains(part), outcome.err());
    assertEquals("", outcome.out());
  }
}
