package gdtrain.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gdtrain.run.setting.RunSettings;
import gdtrain.run.setting.SettingValues;
import gdtrain.table.read.FactorRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is factorised while it is read only where that will be of use. */
class FactoringTest {
  private static Optional<FactorRequest> factoring(String options) {
    List<String> words = List.of(("fit data.csv " + options).strip().split(" +"));
    SettingValues values = Commands.invocation(words, InputStream.nullInputStream()).values();
    return RunSettings.of(values).checked(List.of("data.csv"), false).factoring();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--loss mse --lr 0.1",
        "--task regression --exclude b --scale none --no-intercept",
        "--l2 0.1 --optimizer momentum --lr 0.1",
        "--validation datasets/xor.csv --test datasets/iris.csv",
        "--batch-size full"
      })
  void isWishedFor(String options) {
    assertEquals(
        Optional.of(new FactorRequest(Optional.empty(), Integer.MAX_VALUE)), factoring(options));
  }

  @Test
  void knowsTheTargetAndTheLongestFile() {
    assertEquals(
        Optional.of(new FactorRequest(Optional.of("c"), 300)),
        factoring("--target c --batch-size 300 --lr 0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--no-compress",
        "--loss huber",
        "--task classification",
        "--class-weight balanced",
        "--hidden 4",
        "--weight w",
        "--degree 2",
        "--dtype float",
        "--interactions",
        "--validation 0.2"
      })
  void isNotWishedFor(String options) {
    assertEquals(Optional.empty(), factoring(options));
  }
}
