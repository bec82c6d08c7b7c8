package gdtrain.dataset;

import gdtrain.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Finds the products that an expansion asks for, and their units, on the training rows. */
final class ProductFit {
  private static final int MOST_PRODUCTS = 10_000;
  private static final int MOST_NAMES = 20;

  private final List<Encoding> encodings;
  private final Preparation wishes;
  private final RawFeatures features;
  private final double[] weights;
  private final boolean intercept;
  private final double[][] rows;
  private final List<String> notes = new ArrayList<>();

  ProductFit(
      List<Encoding> encodings,
      Preparation wishes,
      Table training,
      double[] weights,
      boolean intercept) {
    this.encodings = encodings;
    this.wishes = wishes;
    this.features = new RawFeatures(encodings, training);
    this.weights = weights;
    this.intercept = intercept;
    this.rows = new double[training.rows()][features.width()];
    for (int row = 0; row < rows.length; row++) {
      features.read(row, rows[row]);
    }
  }

  /**
   * The products, powers first; {@link #notes} then says what was added and left out.
   *
   * @throws IllegalArgumentException if a wish has no effect, or there would be too many
   */
  List<Product> fit() {
    checkCount();
    List<Product> products = new ArrayList<>();
    int degree = wishes.expansion().degree();
    if (degree > 1) {
      String otherwise = "no numeric input has more than two different values";
      products.addAll(effect("--degree", powers(degree), otherwise));
    }
    if (wishes.expansion().interactions()) {
      String otherwise = "there are no two input columns whose product varies";
      products.addAll(effect("--interactions", pairs(), otherwise));
    }
    return products;
  }

  /** What was added and left out, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void checkCount() {
    long numeric = encodings.stream().filter(NumericEncoding.class::isInstance).count();
    long count = numeric * (wishes.expansion().degree() - 1);
    if (wishes.expansion().interactions()) {
      long before = 0;
      for (Encoding encoding : encodings) {
        count += before * encoding.width();
        before += encoding.width();
      }
    }
    if (count > MOST_PRODUCTS) {
      throw new IllegalArgumentException(
          "--degree and --interactions would add %,d inputs to %,d, and the most is %,d; --exclude"
                  .formatted(count, features.width(), MOST_PRODUCTS)
              + " leaves columns out");
    }
  }

  private List<Product> effect(String option, List<List<String>> wanted, String otherwise) {
    List<Product> products = varying(wanted);
    if (products.isEmpty()) {
      throw new IllegalArgumentException("%s has no effect: %s".formatted(option, otherwise));
    }
    note("added by " + option, products.stream().map(Product::name).toList());
    return products;
  }

  /**
   * The powers that tell rows apart. On k different values any power is a sum of those from 0 to
   * k-1; without an intercept there is no power 0, which is as if 0 were one of the values.
   */
  private List<List<String>> powers(int degree) {
    List<List<String>> powers = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Encoding encoding : encodings) {
      if (encoding instanceof NumericEncoding) {
        int different = different(features.index(encoding.column()));
        for (int power = 2; power <= degree; power++) {
          List<String> factors = Collections.nCopies(power, encoding.column());
          if (power < different) {
            powers.add(factors);
          } else {
            leftOut.add(Product.name(factors));
          }
        }
      }
    }
    note("left out, the column has too few different values", leftOut);
    return powers;
  }

  private int different(int feature) {
    DoubleStream values =
        IntStream.range(0, rows.length)
            .filter(row -> weights[row] > 0)
            .mapToDouble(row -> rows[row][feature]);
    DoubleStream origin = intercept ? DoubleStream.empty() : DoubleStream.of(0);
    int most = wishes.expansion().degree() + 1;
    return (int) DoubleStream.concat(origin, values).distinct().limit(most).count();
  }

  private List<List<String>> pairs() {
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < encodings.size(); i++) {
      for (int j = i + 1; j < encodings.size(); j++) {
        for (String one : encodings.get(i).features()) {
          encodings.get(j).features().forEach(other -> pairs.add(List.of(one, other)));
        }
      }
    }
    return pairs;
  }

  private List<Product> varying(List<List<String>> candidates) {
    List<Product> products = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (List<String> factors : candidates) {
      Statistics statistics = statistics(new BoundProduct(features, factors));
      if (statistics.varies()) {
        products.add(new Product(factors, Unit.of(wishes.scaling(), statistics, intercept)));
      } else {
        leftOut.add(Product.name(factors));
      }
    }
    note("left out, the product does not vary", leftOut);
    return products;
  }

  private Statistics statistics(BoundProduct product) {
    return Statistics.of(row -> product.value(row, rows[row]), weights);
  }

  private void note(String what, List<String> names) {
    if (!names.isEmpty()) {
      int shown = Math.min(names.size(), MOST_NAMES);
      String more = shown < names.size() ? " and %,d more".formatted(names.size() - shown) : "";
      String list = String.join("', '", names.subList(0, shown));
      notes.add("%s: '%s'%s".formatted(what, list, more));
    }
  }
}
