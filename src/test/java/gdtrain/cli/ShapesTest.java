package gdtrain.cli;

import static gdtrain.cli.Cli.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gdtrain.cli.Cli.Outcome;
import gdtrain.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files as people have them: each line is a file, or several, with options; what it is read as; and
 * what is said of it, in part. Where columns a, b and y, or c1, c2 and c3, are read right, y is 2 a
 * - 3 b + 7 exactly.
 */
class ShapesTest {
  private static final String FOLDER = "src/test/resources/shapes/";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # blanks between cells
          blanks-wide.txt | 20 rows, 3 columns, no header, blanks | by blanks
          blanks-header.txt | 20 rows, 3 columns, header, blanks | by blanks
          blanks-r-write-table.txt --exclude 1 | 20 rows, 4 columns, header, blanks | column 1 has no name
          blanks-uneven-tabs.txt | 20 rows, 3 columns, no header, blanks | by blanks
          blanks-comments.txt | 20 rows, 3 columns, header, blanks | line 2 names the columns
          blanks-wide.txt --delimiter whitespace --columns a,b,y | 20 rows, 3 columns, no header, blanks | target 'y'
          # headers, and rows that look like some
          header-with-hash.csv | 20 rows, 3 columns, header, comma | line 1 names the columns
          header-under-comment.csv | 20 rows, 3 columns, header, comma | 1 line is a comment
          savetxt-two-lines.csv | 20 rows, 3 columns, header, comma | line 2 names the columns
          savetxt-blanks.txt | 20 rows, 3 columns, header, blanks | line 1 names the columns
          # comments
          comment-between.csv | 20 rows, 3 columns, header, comma | the first is line 9; --comment none
          comment-rows.csv | 20 rows, 3 columns, header, comma | 1 line is a comment and left out
          comment-percent.csv --comment % | 20 rows, 3 columns, header, comma | 2 lines are comments and left out
          comment-quoted.csv --exclude name | 20 rows, 4 columns, header, comma | target 'y'
          comment-colours.csv --exclude colour | 20 rows, 4 columns, header, comma | target 'y'
          # lines at the start that are left out
          skip-three.csv --skip 3 | 20 rows, 3 columns, header, comma | target 'y'
          skip-ends.csv --skip 1,2 | 20 rows, 3 columns, header, comma | target 'y'
          sep.csv | 20 rows, 3 columns, header, semicolon | target 'y'
          sep-bar.csv | 20 rows, 3 columns, header, bar | target 'y'
          sep-comma.csv | 20 rows, 3 columns, header, comma | target 'y'
          sep-mark.csv | 20 rows, 3 columns, header, semicolon | target 'y'
          # delimiters behind the last cell
          trailing-no-header.csv | 20 rows, 3 columns, no header, comma | column 4, behind the last delimiter, is empty
          trailing-rows-only.csv | 20 rows, 3 columns, header, comma | column 4, behind the last delimiter, is empty
          trailing-header-only.csv | 20 rows, 3 columns, header, comma | target 'y'
          trailing-semicolon.csv | 20 rows, 3 columns, header, semicolon | column 4, behind the last delimiter, is empty
          trailing-tab.tsv | 20 rows, 3 columns, header, tab | column 4, behind the last delimiter, is empty
          trailing-no-header.csv --columns a,b,y | 20 rows, 3 columns, no header, comma | target 'y'
          # JSON lines, whatever the name
          lines.jsonl | 20 rows, 3 columns, header, JSON lines | target 'y'
          lines-other-order.csv --target y | 20 rows, 3 columns, header, JSON lines | target 'y'
          # packed
          packed.csv.gz | 20 rows, 3 columns, header, comma | target 'y'
          packed.csv.bz2 | 20 rows, 3 columns, header, comma | target 'y'
          packed.zip | 20 rows, 3 columns, header, comma | target 'y'
          packed-mac.zip | 20 rows, 3 columns, header, comma | target 'y'
          # several files
          part-1.csv part-2.csv | 20 rows, 3 columns, header, comma | part-1.csv 1 to 9
          part-1.csv part-other-order.csv | 20 rows, 3 columns, header, comma and semicolon | part-other-order.csv 10 to 22
          part-1.csv part-2.csv lines.jsonl | 40 rows, 3 columns, header, comma and JSON lines | target 'y'
          packed.zip packed.csv.bz2 | 40 rows, 3 columns, header, comma | target 'y'
          """)
  void isReadAsAPersonWould(String command, String summary, String said) {
    Outcome outcome = fit(command, "--strict", "--metrics", folder.resolve("m.json").toString());

    String notes = outcome.ok().err();
    assertTrue(notes.lines().findFirst().orElse("").contains(": " + summary), notes);
    assertTrue(notes.contains(said), notes);
    assertTrue(mse(notes) < 1e-6, notes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # a line of units under the header
          units-plain.csv | 20 rows, 3 columns, header | line 2 ('kg', 'cm', 'EUR') is no row but a line of units or labels
          units-brackets.csv | 20 rows, 3 columns, header | line 2 ('(m/s)', '[-]', '(%)') is no row
          units-some.csv | 20 rows, 3 columns, header | line 2 ('mm') is no row
          units-label.csv --exclude site | 20 rows, 4 columns, header | line 2 ('kg', 'cm', 'EUR') is no row
          units-rule.csv | 20 rows, 3 columns, header | line 2 ('----', '----', '----') is no row but a line of dashes
          units-questions.csv | 20 rows, 3 columns, header | line 2 ('How heavy is it, with the box?', 'How m
          utf16.csv --encoding UTF-16 | 20 rows, 3 columns, header, tab, UTF-16 | line 2 ('kg', 'cm', 'EUR') is no row
          # totals and remarks at the end
          end-sum.csv | 20 rows, 3 columns, header | line 22 ('Sum,
          end-rows-affected.csv | 20 rows, 3 columns, header | line 23 ('(20 rows affected)') is no row
          end-two-remarks.csv | 20 rows, 3 columns, header | line 24 ('Data from: a survey') is no row
          end-two-remarks.csv | 20 rows, 3 columns, header | line 25 ('Last Updated: 2024-04-27') is no row
          end-summe.csv | 20 rows, 3 columns, header | line 22 ('Summe;1;2') is no row
          end-label.csv --exclude site | 20 rows, 4 columns, header | line 22 ('TOTAL,1,2,3') is no row
          end-mean.csv | 20 rows, 3 columns, header | line 22 ('Mean:,4.5,30.2') is no row
          end-blanks.txt | 20 rows, 3 columns, no header | line 21 ('Total   7   9') is no row
          end-chinese.csv | 20 rows, 3 columns, header | line 22 ('合計,1,2') is no row
          # titles
          title.csv | 20 rows, 3 columns, header | line 1 ('Survey of 2024') is no row but a title
          title-padded.csv | 20 rows, 3 columns, header | line 1 ('Survey of flats') is no row but a title
          title-two-lines.csv | 20 rows, 3 columns, header | line 2 ('made in spring') is no row but a title
          # files of which one has no header
          part-1.csv part-no-header.csv | 20 rows, 3 columns, header | part-no-header.csv has no header
          """)
  void isReadWithAWarning(String command, String summary, String warning) {
    String notes = fit(command).ok().err();
    assertTrue(notes.lines().findFirst().orElse("").contains(": " + summary), notes);
    assertTrue(warnings(notes).contains(warning), notes);
    assertTrue(mse(notes) < 1e-6, notes);

    Outcome strict = fit(command, "--strict", "-q");
    assertTrue(strict.fault(ExitCode.DATA).startsWith("--strict: "), strict.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # a header of numbers
          header-from-one.csv | 24 rows, 5 columns, header | is taken as the header though it holds numbers; --header no
          header-label-first.csv --target kind | 24 rows, 5 columns, header | ('kind', '0', '1', '2', ...) is taken as the header
          header-pandas-index.csv | 24 rows, 4 columns, header | line 1 ('0', '1', '2') is taken as the header
          header-counted-only.csv | 24 rows, 4 columns, header | is taken as the header
          header-many-counted.csv | 30 rows, 12 columns, header | is taken as the header
          header-years.csv | 24 rows, 4 columns, header | is taken as the header
          header-years-named.csv | 24 rows, 4 columns, header | is taken as the header
          header-years-target.csv | 24 rows, 4 columns, header | target 'yield'
          header-wavelengths.csv | 24 rows, 4 columns, header | target 'protein'
          header-years.csv --header no | 25 rows, 4 columns, no header | there is no header
          # rows that look like a header of numbers
          data-counting-row.csv | 21 rows, 3 columns, no header | line 1 holds a number and is taken as data
          data-zero-one.csv | 20 rows, 2 columns, no header | line 1 holds a number and is taken as data
          data-years.csv | 20 rows, 3 columns, no header | line 1 holds a number and is taken as data
          data-iris-like.csv | 24 rows, 4 columns, no header | line 1 holds a number and is taken as data
          data-missing-first.csv | 21 rows, 3 columns, no header | line 1 holds a number and is taken as data
          data-missing-word.csv --na absent | 21 rows, 3 columns, no header | line 1 holds a number and is taken as data
          text-with-header.csv | 16 rows, 4 columns, header | target 'fits'
          # texts that are rows, perhaps
          text-colours.csv | 15 rows, 4 columns, header | warning: line 1 ('red', 'big', 'round', 'yes') is taken as the header, but each of its cells is also a value below it; --header no
          text-semicolons.csv | 11 rows, 4 columns, header | warning: line 1 ('red', 'big', 'round', 'ja') is taken as the header
          text-votes.csv | 18 rows, 4 columns, no header | warning: line 1 ('n', 'n', 'n', 'x') is taken as data
          text-colours.csv --header no | 16 rows, 4 columns, no header | there is no header
          # the first line of scikit-learn's files
          size-line.csv | 24 rows, 5 columns, no header | warning: line 1 ('24', '4', 'oak', 'elm', ...) is no row but the number of rows
          size-line-short.csv | 24 rows, 6 columns, no header | warning: line 1 ('24', '5', 'good', 'bad') is no row
          size-line-long.csv | 24 rows, 3 columns, no header | warning: line 1 ('24', '2', 'a1', 'a2', ...) is no row
          # lines that are rows after all
          end-level-total.csv | 21 rows, 4 columns, header | target 'y'
          units-none-class.csv | 21 rows, 3 columns, header | line 2 has 'm'
          comment-excel-errors.csv --na #N/A,#DIV/0! | 22 rows, 3 columns, header | target 'y'
          comment-and-errors.csv --na #N/A | 21 rows, 3 columns, header | warning: line 1 ('# exported') is no row but a title
          lines-text-and-null.ndjson | 20 rows, 4 columns, header | target 'y'
          blanks-quoted-name.txt | 20 rows, 4 columns, no header | target 'c4'
          """)
  void isToldWhereTheHeaderIs(String command, String summary, String said) {
    String notes = fit(command, "--epochs", "1").ok().err();
    assertTrue(notes.lines().findFirst().orElse("").contains(": " + summary), notes);
    assertTrue(notes.contains(said), notes);
    boolean strict = fit(command, "--epochs", "1", "--strict", "-q").code() == ExitCode.DATA;
    assertTrue(strict || !said.startsWith("warning"), notes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          foreign.arff | foreign.arff is ARFF, not CSV; delete all lines up to @data
          foreign.libsvm | foreign.libsvm is in libsvm format (index:value), not CSV
          foreign.html | foreign.html is HTML, not CSV
          foreign.xml | foreign.xml is XML, not CSV
          foreign-lfs.csv | foreign-lfs.csv is a Git LFS pointer, not the data; 'git lfs pull'
          foreign.parquet | foreign.parquet is a Parquet file, not CSV
          foreign.npy | foreign.npy is a NumPy file, not CSV
          foreign.xls | foreign.xls is an Excel workbook, not CSV
          book.xlsx | book.xlsx is an Excel workbook, not CSV
          arrays.npz | arrays.npz has NumPy arrays, not CSV
          foreign.sqlite | foreign.sqlite is an SQLite database, not CSV
          foreign.pdf | foreign.pdf is a PDF, not CSV
          foreign.csv.xz | foreign.csv.xz is packed by xz
          array.json | array.json is JSON, but not an object on each line; jq -c '.[]'
          array-indented.json | array-indented.json is JSON, but not an object on each line
          object.json | object.json is JSON, but not an object on each line
          lines-nested.jsonl | lines-nested.jsonl, line 2: the value of 'a' is an object
          lines-broken.jsonl | lines-broken.jsonl, line 2: this is no complete JSON object
          packed-two.zip | packed-two.zip is a zip archive of 2 files (a.csv, b.csv)
          end-cut-short.csv | end-cut-short.csv, line 22: 2 cells, not 3 as before
          part-1.csv part-renamed.csv | part-renamed.csv has no column 'b', which
          part-1.csv part-shorter.csv | part-shorter.csv has no column 'b', which
          part-shorter.csv part-1.csv | part-shorter.csv has no column 'b', which
          part-1.csv part-bad-cell.csv | part-bad-cell.csv, line 6: 2 cells, not 3 as before
          """)
  void isRefusedInOneSentence(String command, String sentence) {
    String fault = fit(command).fault(ExitCode.DATA);
    assertTrue(fault.startsWith(FOLDER + sentence), fault);
  }

  @ParameterizedTest
  @CsvSource({"cv,", "sweep,--l2=0.1:0.2", "explain,", "check,", "terrain,"})
  void allThatTrainReadSeveralFiles(String command, String option) {
    String more = option == null ? "--l2=0.1" : option.replace(':', ',');
    Outcome several = run(command, FOLDER + "part-1.csv", FOLDER + "part-2.csv", more).ok();
    Outcome one = run(command, FOLDER + "packed.csv.gz", more).ok();
    assertTrue(several.err().contains(": 20 rows, 3 columns, header, "), several.err());
    assertEquals(one.header(), several.header());
  }

  @Test
  void aModelIsAppliedToSeveralFilesAndStrictly() throws IOException {
    String model = folder.resolve("m.json").toString();
    fit("part-1.csv", "-o", model).ok();
    Outcome both = run("predict", model, FOLDER + "part-2.csv", FOLDER + "part-1.csv").ok();
    assertEquals(20, both.rows().size());
    assertTrue(run("evaluate", model, FOLDER + "lines.jsonl").ok().out().contains("rows,20"));

    String total = FOLDER + "end-sum.csv";
    Outcome told = run("predict", model, total).ok();
    assertEquals(20, told.rows().size());
    assertTrue(told.err().startsWith("warning: line 22 ('Sum,"), told.err());
    for (String command : List.of("predict", "evaluate")) {
      String fault = run(command, model, total, "--strict").fault(ExitCode.DATA);
      assertTrue(fault.startsWith("--strict: " + total + ": line 22 ('Sum,"), fault);
    }
  }

  @Test
  void warningsOfOtherFilesNameThem() {
    String notes = fit("part-1.csv", "--validation", FOLDER + "units-plain.csv").ok().err();
    assertTrue(
        warnings(notes).startsWith("warning: " + FOLDER + "units-plain.csv: line 2 ('kg'"), notes);
    fit("part-1.csv", "--validation", FOLDER + "units-plain.csv", "--strict").fault(ExitCode.DATA);
  }

  @Test
  void anExactSkipLeavesAllElseIn() {
    Outcome all = fit("end-rows-affected.csv", "--skip", "0,0");
    assertTrue(all.fault(ExitCode.DATA).contains("line 23: 1 cell, not 3 as before"), all.err());
    assertTrue(fit("units-plain.csv", "--skip=0,0").err().contains("line 2 has 'kg'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--skip;x;--skip takes auto",
        "--skip;-1;--skip takes auto",
        "--comment;//;--comment takes auto",
        "--delimiter;blank;--delimiter takes auto"
      })
  void refusesWhatIsNoValue(String option, String value, String sentence) {
    String fault = run("fit", FOLDER + "part-1.csv", option + "=" + value).fault(ExitCode.USAGE);
    assertTrue(fault.startsWith(sentence), fault);
  }

  /** Lines keep their numbers, whatever is left out, for any number of threads. */
  @Test
  void explainsTheRowOnALineOfTheFile() throws IOException {
    String rows =
        Files.readString(Path.of(FOLDER, "part-1.csv"))
            .lines()
            .skip(1)
            .reduce("", (a, b) -> a + b + "\n");
    String text =
        "Title\n# note\na,b,y\nkg,cm,EUR\n# more\n"
            + rows
            + "# end\n"
            + rows.repeat(4000)
            + "Sum,1,2\n";
    String file = Files.writeString(folder.resolve("f.csv"), text).toString();
    List<String> lines = text.lines().toList();
    for (int line : new int[] {6, 15, 16_001, lines.size() - 1}) {
      String y = lines.get(line - 1).replaceAll(".*,", "");
      for (String threads : List.of("1", "3")) {
        Outcome row =
            run("explain", file, "--row", Integer.toString(line), "--threads", threads).ok();
        assertTrue(row.out().contains(y), y + " " + row.out());
        assertTrue(row.out().startsWith("line " + line + " of "), row.out());
      }
    }
  }

  private static Outcome fit(String command, String... more) {
    Stream<String> words =
        Arrays.stream(command.split(" "))
            .map(word -> Files.exists(Path.of(FOLDER, word)) ? FOLDER + word : word);
    return run(
        Stream.of(Stream.of("fit"), words, Stream.of("--log-format=none"), Stream.of(more))
            .flatMap(s -> s)
            .toArray(String[]::new));
  }

  private static String warnings(String notes) {
    return String.join("\n", notes.lines().filter(l -> l.startsWith("warning: ")).toList());
  }

  private static double mse(String notes) {
    String line =
        notes.lines().filter(l -> l.startsWith("training: mse ")).findFirst().orElseThrow();
    return Double.parseDouble(line.split("[ ,]+")[2]);
  }
}
