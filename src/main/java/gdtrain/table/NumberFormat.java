package gdtrain.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers as people write them: {@code 1.234,5}, {@code $1,234.50}, {@code (3.5)}, {@code 45 %}.
 *
 * <p>A sign may be a typographic one, stand before or after a currency, or be a pair of brackets
 * around a negative number; an exponent may be Fortran's D. Blanks between digits, the no-break
 * ones too, are one kind, and so are apostrophes. A zero may lack the unit.
 *
 * @param decimal the decimal mark, a point or a comma
 * @param thousands the mark between groups of digits, {@link #NONE} if there are no groups
 * @param before the currency before the number, or empty
 * @param after the currency, per cent sign or unit behind the number, or empty
 */
public record NumberFormat(char decimal, char thousands, String before, String after)
    implements CellFormat {
  /** The mark of groups that are not there. */
  public static final char NONE = '\0';

  /** Numbers as programs write them: {@code -1234.5}, {@code 1e-3}. */
  public static final NumberFormat PLAIN = new NumberFormat('.', NONE, "", "");

  /** No longer cell is taken for a number with marks or a unit. */
  private static final int LONGEST = 64;

  private static final Pattern CELL =
      Pattern.compile(
          "(?<open>\\()?(?<before>[^0-9.,()]{0,8}?)"
              + "(?<digits>(?:[0-9]|[.,](?=[0-9]))(?:[0-9.,' ]*[0-9.,])?(?:[eEdD][-+]?[0-9]+(?![0-9A-Za-z]))?)"
              + "(?<after>[^()0-9.,' ][^()]*|\\h+[^()]*)?(?<close>\\))?");

  /** An amount without cents: {@code 12.-}. */
  private static final Pattern ROUND = Pattern.compile(".*[0-9][.,]-{1,2}");

  private static final Pattern UNIT =
      Pattern.compile("[\\p{L}\\p{Sc}%‰°µ′″\"'][\\p{L}\\p{M}\\p{Sc}%‰°µ′″\"./²³·*^ -]{0,18}[0-9]?");
  private static final Pattern CURRENCY = Pattern.compile("[\\p{L}]{0,3}\\.?\\p{Sc}");
  private static final Set<String> CURRENCIES =
      Stream.concat(
              Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
              Stream.of("kr", "kr.", "Kr", "Kr.", "Rs", "Rs.", "Fr.", "Kč", "zł", "Ft", "元", "円"))
          .collect(Collectors.toUnmodifiableSet());

  /**
   * The parts of a cell that may be a number.
   *
   * @param negative by a sign or brackets
   * @param before a currency, or empty
   * @param digits with their marks
   * @param after a unit, or empty
   */
  record Parts(boolean negative, String before, String digits, String after) {
    boolean hasUnit() {
      return !before.isEmpty() || !after.isEmpty();
    }

    /** Whether the number is 0, which needs no unit. */
    boolean isZero() {
      return digits.chars().allMatch(c -> c == '0' || c == '.' || c == ',');
    }
  }

  /** Takes a stripped cell apart; empty if it cannot be a number. */
  static Optional<Parts> parts(String cell) {
    Matcher matcher = CELL.matcher(cell.length() > LONGEST ? "" : normal(cell));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group("digits");
    String after = CellText.strip(matcher.group("after") == null ? "" : matcher.group("after"));
    if (ROUND.matcher(digits + after).matches()) {
      digits = digits.substring(0, digits.length() - 1);
      after = "";
    }
    boolean brackets = matcher.group("open") != null;
    String before = CellText.strip(matcher.group("before"));
    int sign = sign(before);
    boolean trailing = sign < 0 && after.equals("-");
    boolean paired =
        brackets == (matcher.group("close") != null) && !(brackets && (sign >= 0 || trailing));
    boolean negative = brackets || trailing || (sign >= 0 && before.charAt(sign) == '-');
    before =
        sign < 0 ? before : CellText.strip(before.substring(0, sign) + before.substring(sign + 1));
    after = trailing ? "" : after;
    return paired && isCurrency(before) && isUnit(after)
        ? Optional.of(new Parts(negative, before, digits, after))
        : Optional.empty();
  }

  /** The place of a sign before or behind a currency; -1 if there is none. */
  private static int sign(String before) {
    int last = before.length() - 1;
    boolean first = last >= 0 && "+-".indexOf(before.charAt(0)) >= 0;
    return first ? 0 : last >= 0 && "+-".indexOf(before.charAt(last)) >= 0 ? last : -1;
  }

  /** The number format with decimal point that has the unit of a cell; empty if it is no number. */
  public static Optional<NumberFormat> withUnitOf(String cell) {
    return parts(cell).map(p -> new NumberFormat('.', NONE, p.before(), p.after()));
  }

  /** Whether a cell is a 0 without unit. */
  public static boolean isBareZero(String cell) {
    return parts(cell).filter(p -> p.isZero() && !p.hasUnit()).isPresent();
  }

  /** One spelling for all kinds of signs, blanks and apostrophes. */
  private static String normal(String cell) {
    StringBuilder normal = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      normal.append(
          switch (c) {
            case '−', '‐', '‑', '‒', '–', '﹣', '-' -> '-';
            case '’', '‘', '´', '`', 'ʼ' -> '\'';
            default -> Character.isSpaceChar(c) ? ' ' : c;
          });
    }
    return normal.toString();
  }

  private static boolean isCurrency(String before) {
    return before.isEmpty() || CURRENCY.matcher(before).matches() || CURRENCIES.contains(before);
  }

  private static boolean isUnit(String after) {
    return after.isEmpty() || UNIT.matcher(after).matches();
  }

  @Override
  public double parse(String cell) {
    double plain = isPlain() ? NumberSyntax.parse(cell) : Double.NaN;
    return !Double.isNaN(plain) ? plain : parts(cell).map(this::value).orElse(Double.NaN);
  }

  /** The number of parts; NaN if they are not of this format. */
  double value(Parts parts) {
    boolean same = parts.before().equals(before) && parts.after().equals(after);
    if (!same && (parts.hasUnit() || !parts.isZero())) {
      return Double.NaN;
    }
    double value = value(parts.digits(), decimal, thousands);
    return parts.negative() ? -value : value;
  }

  /**
   * The number of some digits. Groups have three digits but for the first, which has fewer or as
   * many and does not begin with 0; groups of two between the first and the last are India's.
   *
   * @return NaN if marks stand where they cannot
   */
  static double value(String digits, char decimal, char thousands) {
    StringBuilder plain = new StringBuilder(digits.length());
    int group = 0;
    int groups = 0;
    int inner = 0;
    boolean fraction = false;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c >= '0' && c <= '9') {
        group++;
        plain.append(c);
      } else if (c == thousands && !fraction) {
        boolean first = groups == 0 && group >= 1 && group <= 3 && digits.charAt(0) != '0';
        boolean next = groups > 0 && (group == 3 || group == 2) && (inner == 0 || inner == group);
        if (!first && !next) {
          return Double.NaN;
        }
        inner = groups == 0 ? 0 : group;
        groups++;
        group = 0;
      } else if (c == decimal && !fraction && (groups == 0 || group == 3)) {
        fraction = true;
        plain.append('.');
      } else if (Character.isLetter(c) && (fraction || groups == 0 || group == 3)) {
        plain.append('e').append(digits, i + 1, digits.length());
        fraction = true;
        break;
      } else {
        return Double.NaN;
      }
    }
    return fraction || groups == 0 || group == 3 ? JavaDoubleParser.parseDouble(plain) : Double.NaN;
  }

  @Override
  public boolean isPlain() {
    return equals(PLAIN);
  }

  @Override
  public String inWords() {
    StringBuilder words = new StringBuilder("numbers");
    if (decimal == ',') {
      words.append(" with decimal comma");
    }
    if (thousands != NONE) {
      words
          .append(decimal == ',' ? " and " : " with ")
          .append(groupName())
          .append(" between thousands");
    }
    return words.append(unitInWords()).toString();
  }

  /** The unit as the end of a phrase: {@code ", unit '$'"}; empty if there is none. */
  public String unitInWords() {
    String unit = before.isEmpty() ? after : before;
    return unit.isEmpty() ? "" : ", unit " + CellText.quoted(unit);
  }

  private String groupName() {
    return switch (thousands) {
      case ',' -> "commas";
      case '.' -> "points";
      case ' ' -> "blanks";
      default -> "apostrophes";
    };
  }
}
