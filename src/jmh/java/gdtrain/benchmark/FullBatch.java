package gdtrain.benchmark;

import gdtrain.compute.Workers;
import gdtrain.loss.Losses;
import gdtrain.network.Network;
import gdtrain.train.DataObjective;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Loss and gradient over 500,000 rows of 20 inputs: what an epoch of full-batch descent costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class FullBatch {
  /** The loss, by name. */
  @Param({"mse", "binary-cross-entropy", "softmax-cross-entropy"})
  public String loss;

  /** How many threads share the blocks. */
  @Param({"1", "2"})
  public int threads;

  private Workers workers;
  private DataObjective objective;
  private double[] point;
  private double[] gradient;

  /** Makes the rows and prepares the pass. */
  @Setup
  public void prepare() {
    int outputs = loss.startsWith("softmax") ? 5 : 1;
    Network network = new Network(21, List.of(), outputs, true);
    workers = new Workers(threads);
    objective =
        new DataObjective(
            network, Losses.CATALOG.choose(loss), Rows.of(500_000, 21, outputs), workers);
    point = new Random(2).doubles(network.parameters(), -1, 1).toArray();
    gradient = new double[point.length];
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    workers.close();
  }

  /** One pass. */
  @Benchmark
  public double lossAndGradient() {
    return objective.lossAndGradient(point, gradient);
  }
}
