package gdtrain.cli;

import gdtrain.table.Selection;
import gdtrain.table.Table;
import gdtrain.table.read.CsvOptions;
import gdtrain.table.read.CsvReader;
import gdtrain.table.read.FactorRequest;
import gdtrain.table.read.HeaderPresence;
import gdtrain.table.read.Source;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** How the bytes of DATA become cells. */
final class ReadingOptions {
  @Option(
      names = "--header",
      paramLabel = "auto|yes|no",
      defaultValue = Automatic.WORD,
      description =
          "Whether the first record names the columns. auto: unless it holds a number."
              + " Default: ${DEFAULT-VALUE}.")
  String header = Automatic.WORD;

  @Option(
      names = "--columns",
      paramLabel = "NAMES",
      description = "Names of all columns, comma-separated, instead of the header's.")
  String columns = "";

  @Option(
      names = "--delimiter",
      paramLabel = "auto|CHAR|tab",
      defaultValue = Automatic.WORD,
      description =
          "What separates cells. auto: comma, semicolon, tab or bar, told from the data."
              + " Default: ${DEFAULT-VALUE}.")
  String delimiter = Automatic.WORD;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      defaultValue = "utf-8",
      description = "The encoding of the text. Default: ${DEFAULT-VALUE}.")
  String encoding = "utf-8";

  @Option(
      names = "--na",
      paramLabel = "TOKENS",
      description =
          "More cells that stand for a missing value, comma-separated, besides empty ones and"
              + " NA, N/A, NaN, nan, null, NULL, ?. A number stands for every spelling of it in a"
              + " column of numbers: 999 for 999.0 too.")
  String missing = "";

  /** The table of a source, factorised where that is wished for, read by so many threads. */
  Table read(
      Source source, PreparationOptions columns, Optional<FactorRequest> factoring, int threads) {
    CsvOptions options = csv(columns.numeric(), columns.categorical()).with(factoring);
    return CsvReader.read(source, options, threads);
  }

  /** The options of the reader. */
  CsvOptions csv(Selection numeric, Selection categorical) {
    Set<String> tokens = new HashSet<>(CsvOptions.defaults().missingTokens());
    tokens.addAll(Selection.parse(missing).references());
    List<String> names = Selection.parse(columns).references();
    return new CsvOptions(
        Words.constant(HeaderPresence.class, "--header", header),
        names,
        delimiter(),
        charset(),
        tokens,
        numeric,
        categorical,
        Optional.empty());
  }

  private Optional<Character> delimiter() {
    return switch (delimiter) {
      case Automatic.WORD -> Optional.empty();
      case "tab", "\\t" -> Optional.of('\t');
      default -> {
        if (delimiter.length() != 1) {
          throw new IllegalArgumentException(
              "--delimiter takes auto, tab or one character, not '%s'".formatted(delimiter));
        }
        yield Optional.of(delimiter.charAt(0));
      }
    };
  }

  private Charset charset() {
    try {
      return Charset.forName(encoding);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--encoding: there is no encoding '%s'; utf-8, iso-8859-1 and windows-1252 are usual"
              .formatted(encoding),
          e);
    }
  }
}
