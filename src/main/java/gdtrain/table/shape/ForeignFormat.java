package gdtrain.table.shape;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that are no CSV and are not read: what they are, and the way to CSV. */
public final class ForeignFormat {
  private static final String PYTHON =
      "python -c \"import pandas; pandas.%s.to_csv('FILE.csv', index=False)\"";
  private static final String EXCEL =
      "is an Excel workbook, not CSV; save the sheet as 'CSV UTF-8' in Excel or LibreOffice";

  /** How the bytes of a format start. */
  private record Magic(String start, String sentence) {
    Magic(String start, String name, String call) {
      this(start, "is a %s file, not CSV; for example %s".formatted(name, PYTHON.formatted(call)));
    }

    boolean starts(byte[] head) {
      byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
      return head.length >= bytes.length && Arrays.equals(bytes, Arrays.copyOf(head, bytes.length));
    }
  }

  private static final List<Magic> MAGIC =
      List.of(
          new Magic("PAR1", "Parquet", "read_parquet('FILE')"),
          new Magic("ARROW1", "Arrow or Feather", "read_feather('FILE')"),
          new Magic("FEA1", "Feather", "read_feather('FILE')"),
          new Magic("\u0089HDF", "HDF5", "read_hdf('FILE')"),
          new Magic("\u0093NUMPY", "NumPy", "DataFrame(__import__('numpy').load('FILE'))"),
          new Magic("\u0080\u0004", "Python pickle", "read_pickle('FILE')"),
          new Magic("\u0080\u0005", "Python pickle", "read_pickle('FILE')"),
          new Magic("$FL2", "SPSS", "read_spss('FILE')"),
          new Magic("<stata_dta>", "Stata", "read_stata('FILE')"),
          new Magic("\u00d0\u00cf\u0011\u00e0", EXCEL),
          new Magic(
              "SQLite format 3\0",
              "is an SQLite database, not CSV; sqlite3 -header -csv FILE 'select * from TABLE'"),
          new Magic("%PDF", "is a PDF, not CSV; give the table it shows as CSV"),
          new Magic("{\\rtf", "is RTF, not CSV; save it as plain text"),
          new Magic(
              "RDX",
              "is R data, not CSV; Rscript -e \"load('FILE'); write.csv(NAME, 'FILE.csv')\""),
          new Magic(
              "X\n\0\0",
              "is R data, not CSV; Rscript -e \"write.csv(readRDS('FILE'), 'FILE.csv')\""),
          new Magic("\u00fd7zXZ", "is packed by xz; unpack it with xz -d, or use gzip"),
          new Magic("(\u00b5/\u00fd", "is packed by zstd; unpack it with zstd -d, or use gzip"),
          new Magic("7z\u00bc\u00af", "is a 7z archive; unpack it, or use gzip"));

  private static final Pattern ARFF = Pattern.compile("(\\s*(%.*)?\\R)*\\s*@relation\\b[\\s\\S]*");
  private static final Pattern LIBSVM =
      Pattern.compile("[-+]?[0-9][-+0-9.eE]*( +qid:[0-9]+)?( +[0-9]+:[-+0-9.eE]+)+ *(#.*)?");
  private static final int LINES = 5;

  private ForeignFormat() {}

  /** What is to be said of a file that starts with these bytes, after the name of the file. */
  public static Optional<String> ofBytes(byte[] head) {
    return MAGIC.stream().filter(m -> m.starts(head)).map(Magic::sentence).findFirst();
  }

  /** What is to be said of a zip archive with these entries, after the name of the file. */
  public static Optional<String> ofEntries(List<String> names) {
    if (names.contains("[Content_Types].xml")) {
      return Optional.of(EXCEL);
    }
    if (names.contains("mimetype")) {
      return Optional.of("is an OpenDocument file, not CSV; save the sheet as CSV in LibreOffice");
    }
    return names.stream().anyMatch(n -> n.endsWith(".npy"))
        ? Optional.of(
            "has NumPy arrays, not CSV; for example "
                + PYTHON.formatted("DataFrame(__import__('numpy').load('FILE')['NAME'])"))
        : Optional.empty();
  }

  /** What is to be said of a text that starts so, after the name of the file. */
  public static Optional<String> ofText(String head) {
    String start = head.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("version https://git-lfs.github.com/spec/")) {
      return Optional.of(
          "is a Git LFS pointer, not the data; 'git lfs pull' brings the file it stands for");
    }
    if (start.startsWith("<!doctype")
        || start.startsWith("<html")
        || start.startsWith("<?xml")
        || start.startsWith("<table")) {
      return Optional.of(
          "is %s, not CSV; perhaps it is the page about the data: download the data itself"
              .formatted(start.startsWith("<?xml") ? "XML" : "HTML"));
    }
    if (ARFF.matcher(start.substring(0, Math.min(start.length(), 4096))).matches()) {
      return Optional.of(
          "is ARFF, not CSV; delete all lines up to @data and give the names of the attributes with"
              + " ⟦columns⟧");
    }
    return isLibsvm(head)
        ? Optional.of(
            "is in libsvm format (index:value), not CSV; for example python -c \"from"
                + " sklearn.datasets import load_svmlight_file as f; import numpy; x, y = f('FILE');"
                + " numpy.savetxt('FILE.csv', numpy.c_[x.toarray(), y], delimiter=',')\"")
        : ofJson(head.stripLeading());
  }

  private static boolean isLibsvm(String head) {
    List<String> lines =
        head.lines().limit(LINES).map(String::strip).filter(l -> !l.isEmpty()).toList();
    return !lines.isEmpty() && lines.stream().allMatch(l -> LIBSVM.matcher(l).matches());
  }

  private static Optional<String> ofJson(String head) {
    boolean array = head.matches("\\[\\s*([\\[{\"]|\\R)[\\s\\S]*");
    boolean object = head.matches("\\{\\s*(\\R|\"[^\"]*\"\\s*:)[\\s\\S]*") && !JsonLines.are(head);
    return array || object
        ? Optional.of(
            "is JSON, but not an object on each line; %s writes such lines, which are read"
                .formatted(array ? "jq -c '.[]' FILE" : "jq -c . FILE"))
        : Optional.empty();
  }
}
