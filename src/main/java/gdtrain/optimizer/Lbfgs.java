package gdtrain.optimizer;

import gdtrain.choice.Choice;
import gdtrain.choice.Range;
import gdtrain.compute.Vectors;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Limited-memory BFGS: Newton's direction, with the curvature that the last steps met.
 *
 * <pre>
 *   w = w - alpha H g       H: the inverse Hessian as the last pairs of s and y tell it
 * </pre>
 *
 * <p>Nocedal and Wright 2006, "Numerical optimization", algorithm 7.5; alpha is found by {@link
 * WolfeSearch} from 1, and from {@code 1 / |g|} while no pair is known. Where the direction does
 * not lead down, or no length of it does, the pairs are forgotten and it is the gradient's again.
 *
 * @param memory how many pairs are kept at most
 */
record Lbfgs(int memory) implements SearchRule {
  static Lbfgs of(Choice choice) {
    return new Lbfgs((int) choice.number("memory", 10, Range.COUNT));
  }

  @Override
  public Search searchOver(int parameters) {
    return new Run(new Pairs(memory, parameters), new double[parameters]);
  }

  private static final class Run implements Search {
    private final Pairs pairs;
    private final double[] direction;

    private Run(Pairs pairs, double[] direction) {
      this.pairs = pairs;
      this.direction = direction;
    }

    @Override
    public OptionalDouble step(ObjectiveFunction terrain, Point here, Point there) {
      OptionalDouble length = search(terrain, here, there);
      if (length.isEmpty() && !pairs.isEmpty()) {
        pairs.forget();
        length = search(terrain, here, there);
      }
      if (length.isPresent()) {
        pairs.learn(here, there);
      }
      return length;
    }

    /** Along the direction of the pairs. */
    private OptionalDouble search(ObjectiveFunction terrain, Point here, Point there) {
      pairs.direct(here.gradient(), direction);
      double first = pairs.isEmpty() ? 1 / Vectors.norm(here.gradient()) : 1;
      return new WolfeSearch(terrain, here, there, direction).from(first);
    }

    @Override
    public List<double[]> memory() {
      return pairs.memory();
    }
  }
}
