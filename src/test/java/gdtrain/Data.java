package gdtrain;

import static java.nio.charset.StandardCharsets.UTF_8;

import gdtrain.compute.Backend;
import gdtrain.compute.Matrix;
import gdtrain.compute.Workers;
import gdtrain.dataset.Block;
import gdtrain.dataset.BlockList;
import gdtrain.dataset.Dataset;
import gdtrain.table.Table;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.Source;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Shorthands for tests: tables and datasets from what a test has at hand. */
public final class Data {
  static {
    Backend.start();
  }

  private Data() {}

  /** A table from the text of a CSV file. */
  public static Table table(String csv) {
    return table(csv, CsvOptions.defaults());
  }

  /** The same, read as the options say. */
  public static Table table(String csv, CsvOptions options) {
    Source source = Source.of("-", new ByteArrayInputStream(csv.getBytes(UTF_8)));
    return CsvReader.read(source, options);
  }

  /** One of the public tables, by its file name. */
  public static Table file(String name) {
    Source source = Source.of("datasets/" + name, InputStream.nullInputStream());
    return CsvReader.read(source, CsvOptions.defaults());
  }

  /** Numbers from a normal distribution. */
  public static double[][] normal(int rows, int columns, Random random) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return values;
  }

  /** An array of ND4J's, row after row. */
  public static INDArray array(double[][] values) {
    double[] flat = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    return Nd4j.create(flat, new long[] {values.length, values[0].length}, 'c');
  }

  /** The elements of an array of ND4J's, as rows. */
  public static double[][] rows(INDArray array) {
    return array.toDoubleMatrix();
  }

  /** A matrix row after row, where products see it. */
  public static Matrix matrix(double[][] values) {
    Matrix matrix = Matrix.uninitialised(values.length, values[0].length);
    write(Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray(), matrix);
    return matrix;
  }

  /** A column, where products see it. */
  public static Matrix column(double... values) {
    Matrix column = Matrix.uninitialised(values.length, 1);
    write(values, column);
    return column;
  }

  /** Writes numbers over those of a matrix, where products see them. */
  public static void write(double[] values, Matrix matrix) {
    matrix.write(values);
    matrix.upload();
  }

  /** The numbers of a matrix as products see them, in the order in which they lie. */
  public static double[] numbers(Matrix matrix) {
    double[] numbers = new double[matrix.length()];
    matrix.download();
    matrix.read(numbers);
    return numbers;
  }

  /** The numbers of a matrix in any order as products see them, as rows. */
  public static double[][] rows(Matrix matrix) {
    double[][] rows = new double[matrix.rows()][matrix.columns()];
    matrix.download();
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        double[] number = new double[1];
        int along = matrix.byRow() ? i : j;
        int within = matrix.byRow() ? j : i;
        matrix.read(along * matrix.stride() + within, number, 1);
        rows[i][j] = number[0];
      }
    }
    return rows;
  }

  /** A dataset in blocks of the given size; the last is what remains. */
  public static Dataset dataset(double[][] x, double[][] targets, double[] weights, int blockRows) {
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < x.length; from += blockRows) {
      int to = Math.min(from + blockRows, x.length);
      blocks.add(
          new Block(
              matrix(Arrays.copyOfRange(x, from, to)),
              Arrays.stream(targets, from, to).flatMapToDouble(Arrays::stream).toArray(),
              Arrays.copyOfRange(weights, from, to)));
    }
    return new BlockList(blocks, Arrays.stream(weights).sum());
  }

  /** The weighted mean of every target column. */
  public static List<Double> targetMeans(Dataset data) {
    double[][] targets = targets(data);
    double[] weights = weights(data);
    return IntStream.range(0, targets[0].length)
        .mapToDouble(
            k ->
                IntStream.range(0, weights.length)
                    .mapToDouble(i -> weights[i] * targets[i][k])
                    .sum())
        .mapToObj(sum -> sum / data.totalWeight())
        .toList();
  }

  /** All inputs of a dataset, row after row. */
  public static double[][] inputs(Dataset data) {
    return blocks(data)
        .flatMap(block -> Arrays.stream(rows(block.inputs())))
        .toArray(double[][]::new);
  }

  /** All targets of a dataset, row after row. */
  public static double[][] targets(Dataset data) {
    return blocks(data).flatMap(Data::targets).toArray(double[][]::new);
  }

  private static Stream<double[]> targets(Block block) {
    int outputs = block.outputs();
    return IntStream.range(0, block.rows())
        .mapToObj(i -> Arrays.copyOfRange(block.targets(), i * outputs, (i + 1) * outputs));
  }

  /** All weights of a dataset. */
  public static double[] weights(Dataset data) {
    return blocks(data).flatMapToDouble(block -> Arrays.stream(block.weights())).toArray();
  }

  /** The same rows in memory. */
  public static Dataset inMemory(Dataset data) {
    try (Workers workers = new Workers(1)) {
      return data.inMemory(workers);
    }
  }

  /** The blocks of a dataset, in order. */
  public static Stream<Block> blocks(Dataset data) {
    return IntStream.range(0, data.blocks()).mapToObj(data::block);
  }
}
