package gdtrain.choice;

/** The numbers that a setting or a target may have. */
public enum Range {
  /** Every finite number. */
  FINITE("a number") {
    @Override
    boolean contains(double x) {
      return true;
    }
  },
  /** 0 &lt; x. */
  POSITIVE("above 0") {
    @Override
    boolean contains(double x) {
      return x > 0;
    }
  },
  /** 0 &lt;= x. */
  NOT_NEGATIVE("0 or more") {
    @Override
    boolean contains(double x) {
      return x >= 0;
    }
  },
  /** 0 &lt;= x &lt; 1. */
  BELOW_ONE("at least 0 and below 1") {
    @Override
    boolean contains(double x) {
      return x >= 0 && x < 1;
    }
  },
  /** 0 &lt; x &lt; 1. */
  INSIDE("between 0 and 1") {
    @Override
    boolean contains(double x) {
      return x > 0 && x < 1;
    }
  },
  /** 0 &lt; x &lt;= 1. */
  SHARE("above 0 and at most 1") {
    @Override
    boolean contains(double x) {
      return x > 0 && x <= 1;
    }
  },
  /** 1, 2, 3, ... */
  COUNT("a whole number of 1 or more") {
    @Override
    boolean contains(double x) {
      return x >= 1 && x == Math.rint(x) && x <= 1e9;
    }
  },
  /** 0, 1, 2, ... */
  COUNT_OR_NONE("a whole number of 0 or more") {
    @Override
    boolean contains(double x) {
      return x >= 0 && x == Math.rint(x) && x <= 1e9;
    }
  },
  /** 0 for no, 1 for yes. */
  ZERO_OR_ONE("0 or 1") {
    @Override
    boolean contains(double x) {
      return x == 0 || x == 1;
    }
  };

  private final String words;

  Range(String words) {
    this.words = words;
  }

  abstract boolean contains(double x);

  /** Whether a finite number lies in the range. */
  public boolean holds(double number) {
    return Double.isFinite(number) && contains(number);
  }

  /** The range in words that follow "must be". */
  @Override
  public String toString() {
    return words;
  }
}
