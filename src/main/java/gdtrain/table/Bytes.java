package gdtrain.table;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a source come from, before gzip is undone. */
interface Bytes {
  /** All of them, from the first. */
  InputStream open() throws IOException;

  /** How many there are; may be asked for once they have been opened, and 0 = nobody knows. */
  default long size() throws IOException {
    return 0;
  }
}
