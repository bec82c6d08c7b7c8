package gdtrain.report.explanation;

import static java.util.Comparator.comparingDouble;

import gdtrain.report.NumberText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sum of products as text: {@code 0.31 x 0.52 - 0.2 x 4}.
 *
 * @param left factors
 * @param right factors
 */
record ProductSum(List<Double> left, List<Double> right) {
  private static final int MOST = 8;

  double product(int i) {
    return left.get(i) * right.get(i);
  }

  /** The largest products in order, and the sum of the others. */
  String text() {
    return text(largest(MOST));
  }

  /** The indices of the largest products, in order. */
  List<Integer> largest(int count) {
    return IntStream.range(0, left.size())
        .boxed()
        .sorted(comparingDouble((Integer i) -> Math.abs(product(i))).reversed())
        .limit(count)
        .sorted()
        .toList();
  }

  private String text(List<Integer> shown) {
    int others = left.size() - shown.size();
    double rest =
        IntStream.range(0, left.size())
            .filter(i -> !shown.contains(i))
            .mapToDouble(this::product)
            .sum();
    String more = others == 0 ? "" : signed(rest) + " (%,d more)".formatted(others);
    String sum =
        shown.stream()
                .map(i -> signed(left.get(i)) + " x " + NumberText.brief(right.get(i)))
                .collect(Collectors.joining())
            + more;
    return sum.startsWith(" + ") ? sum.substring(3) : sum.replaceFirst("^ - ", "-");
  }

  private static String signed(double number) {
    return (number < 0 ? " - " : " + ") + NumberText.brief(Math.abs(number));
  }
}
