package gdtrain.dataset;

/**
 * What numbers inputs are. They are summed up as doubles either way: descent on floats is, to the
 * last bit, descent on doubles that were rounded to floats.
 */
public enum Dtype {
  /** 8 bytes, 16 digits. */
  DOUBLE,

  /** 4 bytes, 7 digits, up to 3.4e38: twice the rows in the same memory. */
  FLOAT
}
