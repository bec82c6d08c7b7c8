package gdtrain.insight;

import gdtrain.choice.InvalidSetting;
import gdtrain.compute.Workers;
import gdtrain.dataset.Dataset;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.encoding.Unit;
import gdtrain.train.Factor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * A dataset in as many rows as it has columns, a {@link Factor}, in any unit of its features.
 *
 * <p>The constant comes first: another {@link Unit} of a feature changes the length of its column
 * and the first row, and R stays a triangle.
 */
public final class Triangle {
  /** Inputs of a model whose triangle is still quick to analyse. */
  static final int MOST_INPUTS = 200;

  /** The most operations of a factorisation, a second or two. */
  private static final double MOST_WORK = 2e9;

  private final double[][] columns;
  private final int features;
  private final boolean intercept;

  private Triangle(double[][] columns, int features, boolean intercept) {
    this.columns = columns;
    this.features = features;
    this.intercept = intercept;
  }

  /** The data of a factor. */
  public static Triangle of(Factor factor) {
    return new Triangle(factor.columns(), factor.features(), factor.intercept());
  }

  /**
   * Factorises a dataset.
   *
   * @param intercept whether the last input is the constant 1
   * @return empty for more than 200 inputs, or where it would take more than some 2 seconds
   */
  public static Optional<Triangle> of(Dataset data, boolean intercept) {
    try (Workers alone = new Workers(1)) {
      return of(data, intercept, alone);
    }
  }

  /** Factorises a dataset with several threads; empty as with one. */
  public static Optional<Triangle> of(Dataset data, boolean intercept, Workers workers) {
    int inputs = data.inputs();
    double work = 2.0 * data.rows() * inputs * inputs;
    return inputs > MOST_INPUTS || work > MOST_WORK
        ? Optional.empty()
        : Optional.of(of(Factor.of(data, intercept, workers)));
  }

  /**
   * These data with every numeric column and product in its own unit, that is, unscaled.
   *
   * @param schema by which the data were encoded
   */
  public Triangle raw(Schema schema) {
    double[] constant = columns[0];
    return mapped(
        j -> {
          Unit unit = schema.features().get(j).unit();
          double[] column = ColumnArithmetic.scaled(columns[1 + j], unit.scale());
          column[0] += unit.center() * constant[0];
          return column;
        });
  }

  /**
   * These data with mean 0 and deviation 1 in every numeric column and product; without an
   * intercept the means stay. The means count weights of classes, unlike those of a scaled dataset.
   *
   * @param schema by which the data were encoded
   */
  public Triangle standardised(Schema schema) {
    BitSet scalable = scalable(schema);
    return mapped(j -> scalable.get(j) ? standardised(columns[1 + j]) : columns[1 + j]);
  }

  private double[] standardised(double[] column) {
    double deviation = ColumnArithmetic.norm(0, column, 1, column.length) / Math.abs(columns[0][0]);
    boolean varies = deviation > Spectrum.FLAT * Math.abs(column[0]);
    double[] standardised = ColumnArithmetic.scaled(column, varies ? 1 / deviation : 1);
    if (intercept) {
      standardised[0] = 0;
    }
    return standardised;
  }

  /** Which features a scaling acts on: all but the 0 and 1 of categories. */
  private static BitSet scalable(Schema schema) {
    BitSet scalable = new BitSet();
    int at = 0;
    for (var encoding : schema.encodings()) {
      scalable.set(at, at + encoding.width(), encoding instanceof NumericEncoding);
      at += encoding.width();
    }
    scalable.set(at, at + schema.products().size());
    return scalable;
  }

  private Triangle mapped(IntFunction<double[]> feature) {
    double[][] mapped = columns.clone();
    for (int j = 0; j < features; j++) {
      mapped[1 + j] = feature.apply(j);
    }
    return new Triangle(mapped, features, intercept);
  }

  /**
   * What makes A'A the matrix of {@code mean (x'w)^2 + ridge sum w^2}, intercepts free: the columns
   * of the inputs in the order of the parameters, with a row {@code sqrt(ridge)} for every weight.
   */
  double[][] inputs(double ridge) {
    double[][] inputs = new double[features + (intercept ? 1 : 0)][];
    for (int j = 0; j < inputs.length; j++) {
      inputs[j] = lengthened(columns[j < features ? 1 + j : 0]);
      if (j < features) {
        inputs[j][columns.length + j] = Math.sqrt(ridge);
      }
    }
    return inputs;
  }

  /** An input that is a weighted sum of others, by its place among the inputs, if there is one. */
  public OptionalInt dependent() {
    double[][] inputs = inputs(0);
    double[][] equal = ColumnArithmetic.divided(inputs, ColumnArithmetic.norms(inputs));
    PivotedQr qr = new PivotedQr(equal, inputs.length, Spectrum.FLAT);
    return qr.rank() == inputs.length ? OptionalInt.empty() : OptionalInt.of(qr.order()[qr.rank()]);
  }

  /** The column of the only target, below it zeros for the rows of a ridge. */
  double[] target() {
    if (columns.length != features + 2) {
      throw new InvalidSetting("there is more than one target");
    }
    return lengthened(columns[columns.length - 1]);
  }

  private double[] lengthened(double[] column) {
    return Arrays.copyOf(column, columns.length + features);
  }
}
