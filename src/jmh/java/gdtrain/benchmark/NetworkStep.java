package gdtrain.benchmark;

import gdtrain.loss.Losses;
import gdtrain.network.Activations;
import gdtrain.network.Layer;
import gdtrain.network.Network;
import gdtrain.train.DataBatches;
import gdtrain.train.Seed;
import java.util.List;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The gradient of one batch through a network of one hidden layer, without the optimizer's part.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class NetworkStep {
  /** Rows x inputs, hidden units, rows of a batch: the digits table, and one as wide as MNIST. */
  @Param({"1797x64 32 32", "20000x784 128 128"})
  public String size;

  private DataBatches batches;
  private double[] point;
  private double[] gradient;
  private int full;
  private int batch;

  /** Makes the rows and prepares the step. */
  @Setup
  public void prepare() {
    String[] sizes = size.split("[x ]");
    int rows = Integer.parseInt(sizes[0]);
    int inputs = Integer.parseInt(sizes[1]) + 1;
    int rowsOfBatch = Integer.parseInt(sizes[3]);
    Layer layer = new Layer(Integer.parseInt(sizes[2]), Activations.CATALOG.choose("tanh"));
    Network network = new Network(inputs, List.of(layer), 10, true);
    batches =
        new DataBatches(
            network,
            Losses.CATALOG.choose("softmax-cross-entropy"),
            Rows.of(rows, inputs, 10),
            rowsOfBatch,
            new Seed(1));
    batches.shuffle(1);
    full = rows / rowsOfBatch;
    point = network.start(Optional.empty(), new Random(2));
    gradient = new double[point.length];
  }

  /** One batch after the other. */
  @Benchmark
  public double[] gradient() {
    batch = (batch + 1) % full;
    batches.gradient(batch, point, gradient);
    return gradient;
  }
}
