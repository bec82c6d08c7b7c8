package gdtrain.dataset.preparation;

import gdtrain.choice.InvalidSetting;
import gdtrain.dataset.encoding.Encoding;
import gdtrain.dataset.encoding.NumericEncoding;
import gdtrain.dataset.encoding.ProductTerm;
import gdtrain.dataset.encoding.RawFeatures;
import gdtrain.dataset.encoding.Unit;
import gdtrain.table.Table;
import gdtrain.table.store.RunningStatistics;
import gdtrain.table.store.Statistics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Finds the products that an expansion asks for, and their units, on the training rows. */
final class ProductFit {
  private static final int MOST_PRODUCTS = 10_000;
  private static final int MOST_NAMES = 20;
  private static final int PIECE = 256; // rows at once

  private final List<Encoding> encodings;
  private final Preparation preparation;
  private final RawFeatures features;
  private final RowWeights weights;
  private final boolean intercept;
  private final List<String> notes = new ArrayList<>();

  ProductFit(
      List<Encoding> encodings,
      Preparation preparation,
      Table training,
      RowWeights weights,
      boolean intercept) {
    this.encodings = encodings;
    this.preparation = preparation;
    this.features = new RawFeatures(encodings, training);
    this.weights = weights;
    this.intercept = intercept;
  }

  /**
   * The products, powers first; {@link #notes} then says what was added and left out.
   *
   * @throws IllegalArgumentException if an option has no effect, or there would be too many
   */
  List<ProductTerm> fit() {
    checkCount();
    List<ProductTerm> products = new ArrayList<>();
    int degree = preparation.expansion().degree();
    if (degree > 1) {
      String otherwise = "no numeric input has more than two different values";
      products.addAll(effect("⟦degree⟧", powers(degree), otherwise));
    }
    if (preparation.expansion().interactions()) {
      String otherwise = "there are no two input columns whose product varies";
      products.addAll(effect("⟦interactions⟧", pairs(), otherwise));
    }
    return products;
  }

  /** What was added and left out, a sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void checkCount() {
    long numeric = encodings.stream().filter(NumericEncoding.class::isInstance).count();
    long count = numeric * (preparation.expansion().degree() - 1);
    if (preparation.expansion().interactions()) {
      long before = 0;
      for (Encoding encoding : encodings) {
        count += before * encoding.width();
        before += encoding.width();
      }
    }
    if (count > MOST_PRODUCTS) {
      throw new InvalidSetting(
          "⟦degree⟧ and ⟦interactions⟧ would add %,d inputs to %,d, and the most is %,d; ⟦exclude⟧"
                  .formatted(count, features.width(), MOST_PRODUCTS)
              + " leaves columns out");
    }
  }

  private List<ProductTerm> effect(String option, List<List<String>> wanted, String otherwise) {
    List<ProductTerm> products = varying(wanted);
    if (products.isEmpty()) {
      throw new InvalidSetting("%s has no effect: %s".formatted(option, otherwise));
    }
    note("added by " + option, products.stream().map(ProductTerm::name).toList());
    return products;
  }

  /**
   * The powers that tell rows apart. On k different values any power is a sum of those from 0 to
   * k-1; without an intercept there is no power 0, which is as if 0 were one of the values.
   */
  private List<List<String>> powers(int degree) {
    List<List<String>> powers = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    int[] different = different(degree + 1);
    for (Encoding encoding : encodings) {
      if (encoding instanceof NumericEncoding) {
        for (int power = 2; power <= degree; power++) {
          String feature = encoding.features().get(0);
          List<String> factors = Collections.nCopies(power, feature);
          if (power < different[features.index(feature)]) {
            powers.add(factors);
          } else {
            leftOut.add(ProductTerm.name(factors));
          }
        }
      }
    }
    note("left out, the column has too few different values", leftOut);
    return powers;
  }

  /** How many different values each feature has, counted up to the given number. */
  private int[] different(int most) {
    List<Set<Double>> met = new ArrayList<>();
    for (int i = 0; i < features.width(); i++) {
      met.add(new HashSet<>(intercept ? Set.of() : Set.of(0.0)));
    }
    features.forEachPiece(
        PIECE,
        (from, count, piece) -> {
          for (int row = 0; row < count; row++) {
            for (int i = 0; weights.of(from + row) > 0 && i < met.size(); i++) {
              if (met.get(i).size() < most) {
                met.get(i).add(piece[row * met.size() + i] + 0.0); // -0 is 0
              }
            }
          }
        });
    return met.stream().mapToInt(Set::size).toArray();
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

  private List<ProductTerm> varying(List<List<String>> candidates) {
    List<ProductTerm> products = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    List<Statistics> statistics = statistics(candidates);
    for (int i = 0; i < candidates.size(); i++) {
      List<String> factors = candidates.get(i);
      if (statistics.get(i).varies()) {
        Unit unit = preparation.scaling().unit(statistics.get(i), intercept, () -> values(factors));
        products.add(new ProductTerm(factors, unit));
      } else {
        leftOut.add(ProductTerm.name(factors));
      }
    }
    note("left out, the product does not vary", leftOut);
    return products;
  }

  private List<Statistics> statistics(List<List<String>> candidates) {
    List<RawFeatures.BoundProduct> products = candidates.stream().map(features::product).toList();
    List<RunningStatistics> tallies =
        Stream.generate(RunningStatistics::new).limit(products.size()).toList();
    double[] values = new double[PIECE];
    double[] rowWeights = new double[PIECE];
    features.forEachPiece(
        PIECE,
        (from, count, piece) -> {
          weights.read(from, count, rowWeights);
          for (int i = 0; i < tallies.size(); i++) {
            for (int row = 0; row < count; row++) {
              values[row] = products.get(i).value(from + row, piece, row * features.width());
            }
            tallies.get(i).add(values, rowWeights, count);
          }
        });
    return tallies.stream().map(RunningStatistics::statistics).toList();
  }

  /** The product in every row that counts. */
  private double[] values(List<String> factors) {
    RawFeatures.BoundProduct product = features.product(factors);
    DoubleStream.Builder values = DoubleStream.builder();
    features.forEachPiece(
        PIECE,
        (from, count, piece) -> {
          for (int row = 0; row < count; row++) {
            values.add(product.value(from + row, piece, row * features.width()));
          }
        });
    return values.build().toArray();
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
