package gdtrain;

import static gdtrain.Program.bash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gdtrain.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a pipe with the tools that its log is made for. */
class PipeIT {
  @TempDir Path folder;

  private static final String FOREVER =
      "fit datasets/iris.csv --lr 0.001 --epochs 50000 --tolerance 0";

  @Test
  void endsQuietlyWhenItsReaderHasSeenEnough() throws Exception {
    Program.assumeInstalled("bash");
    Outcome outcome = bash("gdtrain " + FOREVER + " | head -n 1; echo \"${PIPESTATUS[0]}\"");

    assertEquals("epoch,loss,grad_norm,lr\n141\n", outcome.out());
    assertFalse(outcome.err().contains("gdtrain: "), outcome.err());
    assertFalse(outcome.err().contains("not converged"), "it went on to the end");
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }

  @Test
  void aSweepEndsQuietlyWhenItsReaderHasSeenEnough() throws Exception {
    Program.assumeInstalled("bash");
    String runs = "sweep" + FOREVER.substring(3) + " --l2 0,1,2,3,4,5,6,7,8,9 -q";
    Outcome outcome = bash("gdtrain " + runs + " | head -n 1; echo \"${PIPESTATUS[0]}\"");

    assertEquals("run,set_l2,epoch,loss,objective,grad_norm,lr\n141\n", outcome.out());
    assertEquals("", outcome.err());
  }

  @Test
  void pandasGroupsTheRunsOfASweep() throws Exception {
    String python = Program.python("pandas");
    String sweep =
        "gdtrain sweep datasets/iris.csv --optimizer gd,adam:beta1=0.8,beta2=0.9 --lr 0.1,0.2"
            + " --epochs 7 -q";
    String group =
        "import sys, pandas; t = pandas.read_csv(sys.stdin);"
            + " print(t.groupby(['set_optimizer', 'set_lr']).epoch.max().to_dict())";
    Outcome outcome = bash(sweep + " | \"$1\" -c \"$2\"", python, group);

    assertEquals(
        "{('adam:beta1=0.8,beta2=0.9', 0.1): 7, ('adam:beta1=0.8,beta2=0.9', 0.2): 7,"
            + " ('gd', 0.1): 7, ('gd', 0.2): 7}\n",
        outcome.ok().out());
  }

  @Test
  void gnuplotDrawsTheRunsOfASweep() throws Exception {
    Program.assumeInstalled("bash", "gnuplot");
    String plot =
        "set datafile separator ','; set terminal dumb; plot for [r = 1:2] '<cat'"
            + " using 3:($1 == r ? $4 : NaN) with lines title sprintf('run %d', r)";
    Outcome outcome =
        bash(
            "gdtrain sweep datasets/iris.csv --lr 0.1,1 --epochs 30 -q > \"$2\""
                + " && gnuplot -e \"${1/<cat/$2}\"",
            plot,
            folder.resolve("sweep.csv").toString());

    assertTrue(outcome.ok().out().contains("run 2"), outcome.out() + outcome.err());
  }

  @Test
  void saysThatADiskIsFull() throws Exception {
    Program.assumeInstalled("bash");
    assumeTrue(Files.exists(Path.of("/dev/full")));
    Outcome outcome = bash("gdtrain fit datasets/iris.csv -q >/dev/full");

    String sentence = "gdtrain: stdout could not be written: ";
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().startsWith(sentence), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
  }

  @Test
  void saysThatMemoryIsTooSmall() throws Exception {
    Program.assumeInstalled("bash");
    String texts = "seq 1 600000 | sed 's/.*/text &,&/'"; // all different, so each is kept
    String line = "%s | \"$1\" fit - --header no -q".formatted(texts);
    Outcome outcome =
        Program.run(
            Map.of("GDTRAIN_JAVA_OPTS", "-Xmx32m"), "bash", "-c", line, "bash", Program.GDTRAIN);

    assertEquals(1, outcome.code(), outcome.err());
    assertTrue(outcome.err().startsWith("gdtrain: not enough memory"), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
  }

  @Test
  void gnuplotDrawsTheLoss() throws Exception {
    Program.assumeInstalled("bash", "gnuplot");
    String plot =
        "set term dumb 79 24; set datafile separator ','; set key autotitle columnhead;"
            + " set logscale y; plot '/dev/stdin' using 1:2 with lines";
    Outcome outcome = bash("gdtrain fit datasets/iris.csv -q | gnuplot -e \"$1\"", plot).ok();

    assertEquals("", outcome.err());
    assertTrue(outcome.out().contains("loss *"), outcome.out());
    assertTrue(outcome.out().chars().filter(c -> c == '*').count() > 60, outcome.out());
  }

  @Test
  void pandasReadsCsvWithTheRightTypes() throws Exception {
    String python = Program.python("pandas");
    String script =
        """
        import pandas, sys
        t = pandas.read_csv(sys.stdin)
        print(*t.columns, *t.dtypes, len(t), t.lr.isna().sum(), t.epoch.iloc[-1])
        """;
    Outcome outcome =
        bash("gdtrain fit datasets/iris.csv -q --epochs 20 | \"$1\" -c \"$2\"", python, script)
            .ok();

    assertEquals("epoch loss grad_norm lr int64 float64 float64 float64 21 1 20\n", outcome.out());
  }

  @Test
  void pandasReadsJsonWithTheRightTypes() throws Exception {
    String python = Program.python("pandas");
    String script =
        """
        import pandas, sys
        t = pandas.read_json(sys.stdin, lines=True)
        e = t[t.event == "epoch"]
        print(*t.event[-2:], len(e), e.loss.dtype, e.grad_norm.dtype, e.lr.dtype)
        print(e.lr.isna().sum(), int(e.epoch.iloc[-1]))
        """;
    String fit = "gdtrain fit datasets/iris.csv -q --epochs 20 --log-format jsonl";
    Outcome outcome = bash(fit + " | \"$1\" -c \"$2\"", python, script).ok();

    assertEquals("params summary 21 float64 float64 float64\n1 20\n", outcome.out());
  }

  @Test
  void jqFindsTheResultAndAParameter() throws Exception {
    Program.assumeInstalled("bash", "jq");
    String query = "select(.event==\"summary\") | .status, .training.accuracy > 0.9, .epochs";
    String parameter = "select(.event==\"params\") | .parameters[4].input";
    String fit = "gdtrain fit datasets/iris.csv -q --epochs 20 --log-format jsonl";

    assertEquals("ok\ntrue\n20\n", bash(fit + " | jq -r \"$1\"", query).ok().out());
    assertEquals("(intercept)\n", bash(fit + " | jq -r \"$1\"", parameter).ok().out());
  }
}
