package gdtrain.lint;

import gdtrain.table.NumericColumn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column as a weighted sum of others: {@code result = constant + sum factor x column}.
 *
 * @param result the column
 * @param terms what is added; not empty
 * @param constant what is added to it
 */
record LinearRelation(NumericColumn result, List<Term> terms, double constant) {
  private static final int MOST_NAMED = 4;

  /** A column with its factor, which is not 0. */
  record Term(NumericColumn column, double factor) {}

  /** This relation with factors of so many digits, and a constant if wanted. */
  LinearRelation rounded(int digits, boolean withConstant, TrainingRows rows) {
    List<Term> round =
        terms.stream()
            .map(t -> new Term(t.column(), FindingText.round(t.factor(), digits)))
            .toList();
    double mean = rows.moments(result).mean();
    for (Term term : round) {
      mean -= term.factor() * rows.moments(term.column()).mean();
    }
    return new LinearRelation(result, round, withConstant ? FindingText.round(mean, digits) : 0);
  }

  /** The largest error on rows without missing values. */
  double error(TrainingRows rows) {
    return IntStream.range(0, rows.count())
        .mapToDouble(row -> Math.abs(result.value(row) - sum(row)))
        .filter(error -> !Double.isNaN(error))
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private double sum(int row) {
    double sum = constant;
    for (Term term : terms) {
      sum += term.factor() * term.column().value(row);
    }
    return sum;
  }

  /** Whether two columns are equal. */
  boolean isEquality() {
    return terms.size() == 1 && terms.get(0).factor() == 1 && constant == 0;
  }

  /** "1.8 'celsius' + 32". */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Term term : terms.subList(0, Math.min(MOST_NAMED, terms.size()))) {
      double size = Math.abs(term.factor());
      text.append(sign(term.factor(), text.isEmpty()));
      text.append(size == 1 ? "" : FindingText.rounded(size, 6) + " ");
      text.append('\'').append(term.column().name()).append('\'');
    }
    if (terms.size() > MOST_NAMED) {
      List<String> more =
          terms.stream().skip(MOST_NAMED).map(t -> "'" + t.column().name() + "'").toList();
      text.append(" and so on, with ").append(more.stream().collect(Collectors.joining(", ")));
    } else if (constant != 0) {
      text.append(sign(constant, false)).append(FindingText.rounded(Math.abs(constant), 6));
    }
    return text.toString();
  }

  private static String sign(double value, boolean first) {
    String minus = first ? "-" : " - ";
    return value < 0 ? minus : first ? "" : " + ";
  }
}
