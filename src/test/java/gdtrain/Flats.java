package gdtrain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Thirty invented flats, in which nothing is odd, and the same with a column or a cell changed. */
public final class Flats {
  private static final String CSV =
      """
      area,rooms,baths,age,district,price
      77.5,3,2,69,Altona,402
      82.6,4,2,56,Eimsbüttel,445
      46.5,2,1,16,Altona,316
      114.9,4,2,7,Altona,602
      43.7,2,2,16,Wandsbek,226
      75.6,3,1,82,Altona,321
      83.4,3,2,27,Eimsbüttel,473
      121.0,4,2,59,Eimsbüttel,598
      74.6,3,2,74,Eimsbüttel,341
      102.1,5,2,10,Altona,521
      100.5,4,2,54,Altona,506
      155.4,7,2,41,Eimsbüttel,768
      122.8,4,2,12,Eimsbüttel,638
      95.8,3,2,83,Wandsbek,361
      159.2,6,2,86,Eimsbüttel,692
      40.8,1,2,8,Altona,304
      131.7,5,2,64,Altona,614
      58.3,2,2,56,Wandsbek,262
      72.0,2,1,30,Altona,400
      48.1,2,2,76,Altona,272
      70.1,3,1,73,Eimsbüttel,350
      154.3,5,2,87,Wandsbek,576
      44.6,3,1,72,Eimsbüttel,221
      86.6,3,1,25,Altona,472
      158.1,6,2,14,Altona,778
      107.1,2,2,10,Altona,556
      112.9,4,2,47,Eimsbüttel,586
      53.0,3,1,62,Eimsbüttel,230
      48.5,2,1,89,Altona,229
      101.0,4,2,89,Wandsbek,442
      """;

  private final List<List<String>> records;

  private Flats(List<List<String>> records) {
    this.records = records;
  }

  /** As they are; price is the last column. */
  public static Flats plain() {
    return new Flats(CSV.lines().map(line -> List.of(line.split(",", -1))).toList());
  }

  /** With one more column, before the price. */
  public Flats with(String name, IntFunction<Object> values) {
    List<List<String>> longer = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      List<String> cells = new ArrayList<>(records.get(i));
      cells.add(cells.size() - 1, i == 0 ? name : String.valueOf(values.apply(i - 1)));
      longer.add(cells);
    }
    return new Flats(longer);
  }

  /** With another value in a cell; the first row of data is line 2. */
  public Flats cell(int line, String column, Object value) {
    List<List<String>> changed = new ArrayList<>(records);
    List<String> cells = new ArrayList<>(records.get(line - 1));
    cells.set(records.get(0).indexOf(column), value.toString());
    changed.set(line - 1, cells);
    return new Flats(changed);
  }

  /** Only the lines up to this one. */
  public Flats first(int lines) {
    return new Flats(records.subList(0, lines));
  }

  /** With the rows of these lines once more at the end. */
  public Flats again(int... lines) {
    List<List<String>> longer = new ArrayList<>(records);
    for (int line : lines) {
      longer.add(records.get(line - 1));
    }
    return new Flats(longer);
  }

  /** A number of a row, from 0. */
  public double number(int row, String column) {
    return Double.parseDouble(text(row, column));
  }

  /** A cell of a row, from 0. */
  public String text(int row, String column) {
    return records.get(row + 1).get(records.get(0).indexOf(column));
  }

  /** The text of the file. */
  public String csv() {
    return records.stream()
        .map(cells -> String.join(",", cells))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
