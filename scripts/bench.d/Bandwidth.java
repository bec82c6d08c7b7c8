import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The floor of anything that has to look at all numbers: how fast memory can be read.
 *
 * <p>{@code java Bandwidth.java BYTES THREADS} prints bytes a second, the best of 40 passes: every
 * thread adds up its part of BYTES. Whole numbers, since Java adds those several at a time, and no
 * more work than that can be asked for by a pass over the same memory.
 */
public class Bandwidth {
  private static final int PASSES = 40;

  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[1]);
    int length = (int) (Long.parseLong(arguments[0]) / Long.BYTES / threads);
    var parts = new ArrayList<Callable<Long>>();
    for (int thread = 0; thread < threads; thread++) {
      long[] numbers = new long[length];
      Arrays.setAll(numbers, i -> i);
      parts.add(() -> sum(numbers));
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    double best = Double.POSITIVE_INFINITY;
    long total = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      long begin = System.nanoTime();
      for (var part : pool.invokeAll(parts)) {
        total += part.get();
      }
      best = Math.min(best, System.nanoTime() - begin);
    }
    pool.shutdown();
    long expected = (long) length * (length - 1) / 2 * threads * PASSES;
    if (total != expected) {
      throw new AssertionError(total + " instead of " + expected);
    }
    System.out.println((double) length * Long.BYTES * threads / best * 1e9);
  }

  private static long sum(long[] numbers) {
    long sum = 0;
    for (long number : numbers) {
      sum += number;
    }
    return sum;
  }
}
