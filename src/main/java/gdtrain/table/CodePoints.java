package gdtrain.table;

import java.util.Comparator;

/** The order of texts by Unicode code point: what UTF-8 bytes and Python give. */
final class CodePoints {
  // String.compareTo goes by UTF-16 units and so puts U+1F600 (D83D DE00) before U+FF21.
  static final Comparator<String> ORDER = CodePoints::compare;

  private CodePoints() {}

  private static int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(a.codePointAt(i), b.codePointAt(i));
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
