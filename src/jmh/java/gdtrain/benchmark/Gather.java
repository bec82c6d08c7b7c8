package gdtrain.benchmark;

import gdtrain.compute.Matrix;
import gdtrain.compute.RowGather;
import gdtrain.dataset.BlockList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** 128 rows at random out of 20,000 into one matrix. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class Gather {
  private static final int ROWS = 20_000;
  private static final int COPIED = 128;

  /** Numbers of a row. */
  @Param({"1", "65", "785"})
  public int columns;

  private RowGather gather;
  private Matrix target;
  private int[] order;
  private int from;

  /** Makes the rows. */
  @Setup
  public void prepare() {
    BlockList rows = Rows.of(ROWS, columns, 1);
    gather =
        new RowGather(
            IntStream.range(0, rows.blocks()).mapToObj(i -> rows.block(i).inputs()).toList());
    target = Matrix.zeros(COPIED, columns);
    order = new Random(1).ints(ROWS, 0, ROWS).toArray();
  }

  /** Another 128 every time. */
  @Benchmark
  public Matrix copy() {
    from = (from + COPIED) % (ROWS - COPIED);
    gather.copy(order, from, COPIED, target);
    return target;
  }
}
