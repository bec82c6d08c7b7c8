package gdtrain.dataset.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Deals groups of rows whole to folds, so that folds are alike in size and in classes.
 *
 * <p>With N_c rows of class c in all, g_c in a group and f_c in a fold so far, groups come in the
 * order of sum_c (g_c / N_c)^2, the largest first, and go to the fold where sum_c f_c g_c / N_c^2
 * is lowest: that adds the least to the sum of the squared shares of all folds. It is a greedy rule
 * as that of scikit-learn's GroupKFold, which it is for one class.
 */
final class GroupDealing {
  private final List<List<Integer>> groups;
  private final double[][] shares;

  /**
   * Counts the classes of each group.
   *
   * @param groups the rows of each
   * @param labels the class of every row; all the same where a number is predicted
   */
  GroupDealing(List<List<Integer>> groups, List<String> labels) {
    this.groups = groups;
    List<List<Integer>> classes =
        List.copyOf(Folding.rowsByLabel(labels.size(), labels::get).values());
    int[] classOf = new int[labels.size()];
    for (int c = 0; c < classes.size(); c++) {
      for (int row : classes.get(c)) {
        classOf[row] = c;
      }
    }
    this.shares = new double[groups.size()][classes.size()];
    for (int group = 0; group < shares.length; group++) {
      for (int row : groups.get(group)) {
        shares[group][classOf[row]] += 1.0 / classes.get(classOf[row]).size();
      }
    }
  }

  /** The rows that each fold holds out. */
  List<BitSet> deal(int folds, Random random) {
    List<Integer> order =
        new ArrayList<>(Arrays.stream(Split.shuffled(groups.size(), random)).boxed().toList());
    order.sort(Comparator.comparingDouble((Integer g) -> -product(shares[g], shares[g])));
    BitSet[] held = new BitSet[folds];
    Arrays.setAll(held, i -> new BitSet());
    double[][] dealt = new double[folds][shares[0].length];
    for (int group : order) {
      int fold =
          IntStream.range(0, folds)
              .boxed()
              .min(
                  Comparator.comparingDouble((Integer f) -> product(dealt[f], shares[group]))
                      .thenComparingInt(f -> held[f].cardinality()))
              .orElseThrow();
      groups.get(group).forEach(held[fold]::set);
      Arrays.setAll(dealt[fold], c -> dealt[fold][c] + shares[group][c]);
    }
    return List.of(held);
  }

  private static double product(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
  }
}
