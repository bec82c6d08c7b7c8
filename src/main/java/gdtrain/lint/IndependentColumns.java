package gdtrain.lint;

import gdtrain.lint.LinearRelation.Term;
import gdtrain.table.NumericColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Numeric columns none of which is a weighted sum of the others, up to rounding.
 *
 * <p>The QR factorisation, by Gram and Schmidt's process done twice where rounding asks for it
 * (Daniel et al. 1976), of centred columns of length 1 on a sample of rows. A relation found there
 * counts only if it holds in all rows, up to the rounding of the written decimals.
 */
final class IndependentColumns {
  /**
   * A column of length 1 may depend on others if no more than this is left without them; a factor
   * of no more than this, between such columns, may be due to rounding.
   */
  private static final double LEFT = 1e-3;

  /** A remainder of a column of length 1 is exact enough above this. */
  private static final double SMALL = 0.7;

  /** With fewer rows than coefficients and these, a relation may be a coincidence. */
  private static final int MORE_ROWS = 8;

  private static final int MOST_DECIMALS = 9;
  private static final int[] DIGITS = {1, 2, 3, 4, 6, 9, 12, 15};

  private final TrainingRows rows;
  private final int[] sample;
  private final List<NumericColumn> columns = new ArrayList<>();
  private final List<Double> lengths = new ArrayList<>();
  private final List<double[]> directions = new ArrayList<>(); // q_j, orthonormal
  private final List<double[]> factors = new ArrayList<>(); // column j of R: x_j = sum_i r_ij q_i

  /**
   * @param sample the rows to examine first, with a value in every column that will be added
   */
  IndependentColumns(TrainingRows rows, int[] sample) {
    this.rows = rows;
    this.sample = sample;
  }

  /**
   * Adds a column, or, if it depends on those added before, returns how. One that does not vary in
   * the sample is not added.
   */
  Optional<LinearRelation> add(NumericColumn column) {
    double unit = rows.moments(column).unit();
    double[] left = centred(column, unit);
    double length = length(left);
    if (!(length > 0) || sample.length < directions.size() + 1 + MORE_ROWS) {
      return Optional.empty();
    }
    scale(left, 1 / length);
    double[] along = new double[directions.size() + 1];
    project(left, along);
    double rest = length(left);
    if (rest < SMALL) {
      project(left, along);
      rest = length(left);
    }
    Optional<LinearRelation> relation =
        rest <= LEFT ? relation(column, length * unit, along) : Optional.empty();
    if (relation.isEmpty() && rest > 0) {
      scale(left, 1 / rest);
      along[directions.size()] = rest;
      columns.add(column);
      lengths.add(length * unit);
      directions.add(left);
      factors.add(along);
    }
    return relation;
  }

  private double[] centred(NumericColumn column, double unit) {
    double[] values = new double[sample.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = column.value(sample[i]) / unit;
      sum += values[i];
    }
    double mean = sum / values.length;
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
    }
    return values;
  }

  /** Subtracts the projection onto each direction, and adds it to the direction's factor. */
  private void project(double[] left, double[] along) {
    for (int j = 0; j < directions.size(); j++) {
      double[] direction = directions.get(j);
      double product = 0;
      for (int i = 0; i < left.length; i++) {
        product += direction[i] * left[i];
      }
      for (int i = 0; i < left.length; i++) {
        left[i] -= product * direction[i];
      }
      along[j] += product;
    }
  }

  /**
   * The relation of as few columns and digits as possible; none if it does not hold in all rows.
   */
  private Optional<LinearRelation> relation(NumericColumn column, double length, double[] along) {
    double[] solved = along.clone(); // R f = along, from below
    List<Term> terms = new ArrayList<>();
    List<NumericColumn> significant = new ArrayList<>();
    for (int j = directions.size() - 1; j >= 0; j--) {
      double[] r = factors.get(j);
      double factor = solved[j] / r[j];
      for (int i = 0; i < j; i++) {
        solved[i] -= factor * r[i];
      }
      terms.add(0, new Term(columns.get(j), factor * length / lengths.get(j)));
      if (Math.abs(factor) > LEFT) {
        significant.add(0, columns.get(j));
      }
    }
    return significant.size() < columns.size()
        ? of(significant).add(column)
        : inDigits(new LinearRelation(column, terms, 0));
  }

  private IndependentColumns of(List<NumericColumn> some) {
    IndependentColumns columns = new IndependentColumns(rows, sample);
    some.forEach(columns::add);
    return columns;
  }

  /** The relation with as few digits as possible, and without a constant if possible. */
  private Optional<LinearRelation> inDigits(LinearRelation exact) {
    return Stream.of(false, true)
        .flatMap(
            constant ->
                Arrays.stream(DIGITS).mapToObj(digits -> exact.rounded(digits, constant, rows)))
        .filter(this::holds)
        .findFirst();
  }

  private boolean holds(LinearRelation relation) {
    double rounding = halfUnit(relation.result());
    double size = Math.abs(rows.moments(relation.result()).mean());
    for (Term term : relation.terms()) {
      rounding += Math.abs(term.factor()) * halfUnit(term.column());
      size += Math.abs(term.factor() * rows.moments(term.column()).mean());
    }
    double deviation = rows.moments(relation.result()).deviation();
    double allowed = Math.min(rounding, LEFT * deviation) + 1e-12 * (size + deviation);
    boolean finite = Double.isFinite(allowed) && !relation.terms().isEmpty();
    return finite && relation.error(rows) <= allowed;
  }

  private static double length(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  /**
   * Half of the last decimal place of the values: 0.05 for 0.1 and 338.8, a half for whole numbers;
   * 0 where they have more than 9 decimals.
   */
  private static double halfUnit(NumericColumn column) {
    int digits = 0;
    double power = 1;
    for (int row = 0; row < column.rows() && digits <= MOST_DECIMALS; row++) {
      while (digits <= MOST_DECIMALS && !whole(column.value(row) * power)) {
        digits++;
        power *= 10;
      }
    }
    return digits > MOST_DECIMALS ? 0 : 0.5 / power;
  }

  private static boolean whole(double value) {
    boolean fraction = Math.abs(value - Math.rint(value)) > 1e-9 * Math.abs(value);
    return !fraction; // NaN and infinity have none either
  }
}
