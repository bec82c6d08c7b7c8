package gdtrain.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** A stream that turns an I/O error into a sentence. */
final class Content extends FilterInputStream {
  private final Function<IOException, BadTable> fault;

  Content(InputStream in, Function<IOException, BadTable> fault) {
    super(in);
    this.fault = fault;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      return in.read(target, offset, length);
    } catch (IOException e) {
      throw fault.apply(e);
    }
  }
}
