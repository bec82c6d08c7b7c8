package gdtrain.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates, with or without a time of day: {@code 2024-03-01}, {@code 1.3.2024}, {@code 03/01/24 7:05
 * pm}, {@code 1 March 2024}, {@code Mar 2024}, {@code 2024}. A month's name, or a year that comes
 * first, tells the order whatever it is; a time zone is taken off; years of two digits lie between
 * 1969 and 2068.
 *
 * @param order of day, month and year where all are numbers and the year comes last
 * @param origin the date that is 0; a cell stands for the days since then, a fraction for the time
 * @param parts which become categories of their own
 */
public record DateFormat(Order order, LocalDate origin, Set<Part> parts) implements CellFormat {
  /** Copies the parts. */
  public DateFormat {
    parts = Collections.unmodifiableSet(new TreeSet<>(parts));
  }

  /** A part of a date that becomes a category of its own. */
  public enum Part {
    /** {@code 2024}. */
    YEAR,
    /** {@code 01} to {@code 12}. */
    MONTH,
    /** {@code Mon} to {@code Sun}. */
    WEEKDAY,
    /** {@code 00} to {@code 23}. */
    HOUR;

    /** The word that an option takes and the name of the part's column ends with. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What comes first of a date that ends with its year. */
  public enum Order {
    /** {@code 31/12/2024}. */
    DAY_MONTH("d/m/y"),
    /** {@code 12/31/2024}. */
    MONTH_DAY("m/d/y"),
    /** A year first, a month's name, or a month and a year: nothing to tell apart. */
    CLEAR("y/m/d");

    private final String word;

    Order(String word) {
      this.word = word;
    }

    /** The order as an option takes it. */
    public String word() {
      return word;
    }
  }

  /** Day 0 where no origin has been found yet. */
  public static final LocalDate EPOCH = LocalDate.EPOCH;

  private static final double SECONDS = 86_400;
  private static final String TIME =
      "(?:[T ]\\h*(?<hour>[0-9]{1,2}):(?<minute>[0-5][0-9])(?::(?<second>[0-5][0-9](?:[.,][0-9]+)?))?"
          + "\\h*(?<half>[aApP]\\.?[mM]\\.?)?\\h*(?:Z|UTC|GMT|(?<zone>[-+][0-9]{2}:?[0-9]{2}))?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<year>[0-9]{4})(?:(?<mark>[-/. ])(?<month>[0-9]{1,2})(?:\\k<mark>(?<day>[0-9]{1,2}))?)?"
              + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<one>[0-9]{1,2})(?<mark>[-/.]\\h?| )(?<two>[0-9]{1,2})\\k<mark>(?<year>[0-9]{4}|[0-9]{2})"
              + TIME);
  private static final Pattern WITHOUT_MARKS =
      Pattern.compile("(?<year>[12][0-9]{3})(?<month>[0-9]{2})(?<day>[0-9]{2})");
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(?<month>[0-9]{1,2})[-/](?<year>[0-9]{4})");
  private static final Pattern DAY_NAME =
      Pattern.compile(
          "(?:\\p{L}{2,10}\\.?,?\\h+)?(?<day>[0-9]{1,2})(?:st|nd|rd|th|\\.)?[-/., ]\\h*(?<name>\\p{L}{3,10})\\.?"
              + "[-/., ]\\h*(?<year>[0-9]{4}|[0-9]{2})"
              + TIME);
  private static final Pattern NAME_DAY =
      Pattern.compile(
          "(?:\\p{L}{2,10}\\.?,?\\h+)?(?<name>\\p{L}{3,10})\\.?[-/ ]\\h*(?<day>[0-9]{1,2})(?:st|nd|rd|th)?"
              + ",?[-/ ]\\h*(?<year>[0-9]{4})"
              + TIME);
  private static final Pattern NAME_YEAR =
      Pattern.compile("(?<name>\\p{L}{3,10})\\.?,?[-/. ]\\h*(?<year>[0-9]{4})");
  private static final Pattern YEAR_NAME_DAY =
      Pattern.compile(
          "(?<year>[0-9]{4})[-/ ](?<name>\\p{L}{3,10})\\.?[-/ ](?<day>[0-9]{1,2})" + TIME);

  @Override
  public double parse(String cell) {
    if (cell.length() < 4 || cell.length() > 45) {
      return Double.NaN;
    }
    try {
      return order == Order.CLEAR ? clear(cell) : yearLast(cell);
    } catch (DateTimeException e) {
      return Double.NaN; // 31 February
    }
  }

  private double clear(String cell) {
    Matcher date = YEAR_FIRST.matcher(cell);
    if (date.matches()) {
      int month = date.group("month") == null ? 1 : number(date, "month");
      int day = date.group("day") == null ? 1 : number(date, "day");
      return days(number(date, "year"), month, day) + time(date);
    }
    date = WITHOUT_MARKS.matcher(cell);
    if (date.matches()) {
      return days(number(date, "year"), number(date, "month"), number(date, "day"));
    }
    date = MONTH_YEAR.matcher(cell);
    return date.matches() ? days(number(date, "year"), number(date, "month"), 1) : named(cell);
  }

  private double yearLast(String cell) {
    Matcher date = YEAR_LAST.matcher(cell);
    if (!date.matches()) {
      return Double.NaN;
    }
    int one = number(date, "one");
    int two = number(date, "two");
    boolean dayFirst = order == Order.DAY_MONTH;
    return days(year(date), dayFirst ? two : one, dayFirst ? one : two) + time(date);
  }

  private double named(String cell) {
    if (cell.codePoints().noneMatch(Character::isLetter)) {
      return Double.NaN;
    }
    for (Pattern pattern : List.of(DAY_NAME, NAME_DAY, YEAR_NAME_DAY, NAME_YEAR)) {
      Matcher date = pattern.matcher(cell);
      Integer month =
          date.matches() ? MonthNames.ALL.get(date.group("name").toLowerCase(Locale.ROOT)) : null;
      if (month != null) {
        boolean whole = pattern != NAME_YEAR;
        return days(year(date), month, whole ? number(date, "day") : 1) + (whole ? time(date) : 0);
      }
    }
    return Double.NaN;
  }

  private static int year(Matcher date) {
    int year = number(date, "year");
    boolean two = date.group("year").length() == 2;
    return two ? year + (year < 69 ? 2000 : 1900) : year;
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group));
  }

  private double days(int year, int month, int day) {
    return LocalDate.of(year, month, day).toEpochDay() - origin.toEpochDay();
  }

  /** The time as a fraction of a day; less the zone, so that it may be negative. */
  private static double time(Matcher date) {
    if (date.group("hour") == null) {
      return 0;
    }
    int hour = number(date, "hour");
    String half = date.group("half");
    if (half != null ? hour < 1 || hour > 12 : hour > 24) {
      return Double.NaN;
    }
    if (half != null) {
      hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
    }
    String second = date.group("second");
    double seconds = second == null ? 0 : Double.parseDouble(second.replace(',', '.'));
    return (3600 * hour + 60 * number(date, "minute") + seconds - zone(date.group("zone")))
        / SECONDS;
  }

  private static int zone(String zone) {
    if (zone == null) {
      return 0;
    }
    int end = zone.length();
    int seconds =
        3600 * Integer.parseInt(zone, 1, 3, 10) + 60 * Integer.parseInt(zone, end - 2, end, 10);
    return zone.charAt(0) == '-' ? -seconds : seconds;
  }

  /** This format with parts that become categories. */
  public DateFormat with(Set<Part> others) {
    return new DateFormat(order, origin, others);
  }

  /** This format with another day 0. */
  public DateFormat since(LocalDate day) {
    return new DateFormat(order, day, parts);
  }

  /** The name of the column that holds a part of the dates of a column. */
  public String partOf(String column, Part part) {
    return column + "." + part.word();
  }

  /** A part of the date that a number of days stands for, as a category. */
  public String text(Part part, double days) {
    LocalDate day = origin.plusDays((long) Math.floor(days));
    return switch (part) {
      case YEAR -> Integer.toString(day.getYear());
      case MONTH -> "%02d".formatted(day.getMonthValue());
      case WEEKDAY -> day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case HOUR -> "%02d".formatted((int) Math.floor((days - Math.floor(days)) * 24 + 1e-6));
    };
  }

  @Override
  public String inWords() {
    return "dates%s as days since %s"
        .formatted(order == Order.CLEAR ? "" : " " + order.word(), origin);
  }

  /** The names of months and their short forms, in lower case; made when a cell has letters. */
  private static final class MonthNames {
    private static final Map<String, Integer> ALL = new HashMap<>();

    static {
      for (Locale locale :
          List.of(
              Locale.ENGLISH,
              Locale.GERMAN,
              Locale.FRENCH,
              Locale.ITALIAN,
              Locale.forLanguageTag("es"),
              Locale.forLanguageTag("pt"),
              Locale.forLanguageTag("nl"))) {
        for (Month month : Month.values()) {
          for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
            String name = month.getDisplayName(style, locale).toLowerCase(Locale.ROOT);
            ALL.putIfAbsent(name.replace(".", ""), month.getValue());
          }
        }
      }
      ALL.put("sept", 9);
    }
  }
}
