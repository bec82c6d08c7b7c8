package gdtrain.loss;

import java.util.List;
import java.util.stream.Stream;
import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** The losses as graphs, for ND4J's automatic differentiation. */
public final class GraphLoss {
  private GraphLoss() {}

  /** Those that there is a graph of. */
  public static List<Trial> trials() {
    Stream<Trial> one =
        Stream.of(
                "mse",
                "mae",
                "huber:delta=0.7",
                "log-cosh:width=0.5",
                "poisson",
                "gamma",
                "binary-cross-entropy:smoothing=0.25",
                "hinge",
                "squared-hinge",
                "focal:gamma=1.5")
            .map(name -> trial(name, 1));
    Stream<Trial> four =
        Stream.of("softmax-cross-entropy:smoothing=0.2", "focal:gamma=1.5")
            .map(name -> trial(name, 4));
    return Stream.concat(one, four).toList();
  }

  private static Trial trial(String name, int outputs) {
    return new Trial(Losses.CATALOG.choose(name), outputs);
  }

  /**
   * The sum of weight times loss over the rows. By ND4J's own loss where it has one; unreduced,
   * those would forget the weights on the way back.
   *
   * @param name of one of the {@link #trials}
   */
  public static SDVariable sum(
      String name, SameDiff graph, SDVariable raw, SDVariable target, SDVariable weight) {
    var losses = graph.loss();
    return switch (name.replaceFirst(":.*", "")) {
      case "huber" -> losses.huberLoss(target, raw, weight, LossReduce.SUM, 0.7);
      case "hinge" -> losses.hingeLoss(target, raw, weight, LossReduce.SUM);
      case "binary-cross-entropy" ->
          losses.sigmoidCrossEntropy(target, raw, weight, LossReduce.SUM, 0.25);
      case "poisson" -> {
        SDVariable ofTargets = target.mul(graph.math().log(target)).sub(target).mul(weight).sum();
        yield losses.logPoisson(target, raw, weight, LossReduce.SUM, false).add(ofTargets);
      }
      default -> rows(name, graph, raw, target).mul(weight).sum();
    };
  }

  /** The losses of the rows, shape (rows, 1). */
  private static SDVariable rows(String name, SameDiff graph, SDVariable raw, SDVariable target) {
    var math = graph.math();
    SDVariable margin = target.mul(2).sub(1).mul(raw);
    return switch (name.replaceFirst(":.*", "")) {
      case "mse" -> math.square(raw.sub(target));
      case "mae" -> math.abs(raw.sub(target));
      case "log-cosh" -> math.log(math.cosh(raw.sub(target).div(0.5))).mul(0.25);
      case "gamma" -> raw.sub(math.log(target)).add(target.mul(math.exp(math.neg(raw)))).sub(1);
      case "softmax-cross-entropy" -> {
        SDVariable smooth = target.mul(0.8).add(0.05);
        yield math.log(math.exp(raw).sum(true, 1)).sub(raw.mul(smooth).sum(true, 1));
      }
      case "squared-hinge" -> math.square(graph.nn().relu(margin.mul(-1).add(1), 0));
      default -> focal(graph, raw, target, margin);
    };
  }

  private static SDVariable focal(
      SameDiff graph, SDVariable raw, SDVariable target, SDVariable margin) {
    SDVariable p =
        target.placeholderShape()[1] == 1
            ? graph.nn().sigmoid(margin)
            : graph.nn().softmax(raw, 1).mul(target).sum(true, 1);
    return graph.math().pow(p.mul(-1).add(1), 1.5).mul(graph.math().log(p)).mul(-1);
  }
}
