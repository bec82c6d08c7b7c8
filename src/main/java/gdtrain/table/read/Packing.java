package gdtrain.table.read;

import gdtrain.table.BadTable;
import gdtrain.table.shape.ForeignFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How the bytes of a file are packed, told from the first of them. */
enum Packing {
  /** As they are. */
  NONE {
    @Override
    InputStream unpacked(String name, Source.Bytes bytes) throws IOException {
      return bytes.open();
    }
  },
  /** By gzip. */
  GZIP(0x1f, 0x8b) {
    @Override
    InputStream unpacked(String name, Source.Bytes bytes) throws IOException {
      return Compressed.gzip(bytes.open());
    }
  },
  /** By bzip2. */
  BZIP2('B', 'Z', 'h') {
    @Override
    InputStream unpacked(String name, Source.Bytes bytes) throws IOException {
      return Compressed.bzip2(bytes.open());
    }
  },
  /** In a zip archive, as its only file. */
  ZIP('P', 'K', 3, 4) {
    @Override
    InputStream unpacked(String name, Source.Bytes bytes) throws IOException {
      String only = onlyFile(name, bytes);
      ZipInputStream zip = zip(bytes);
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && !entry.getName().equals(only)) {
        entry = zip.getNextEntry();
      }
      return new BufferedInputStream(zip, BUFFER);
    }
  };

  private static final int BUFFER = 1 << 16;
  static final int LONGEST_MAGIC = 4;

  @SuppressWarnings("ImmutableEnumChecker") // never written
  private final int[] magic;

  Packing(int... magic) {
    this.magic = magic;
  }

  /** The content of bytes that are packed so. */
  abstract InputStream unpacked(String name, Source.Bytes bytes) throws IOException;

  /** How bytes that start so are packed. */
  static Packing of(byte[] head) {
    return Arrays.stream(values()).filter(packing -> packing.starts(head)).findFirst().orElse(NONE);
  }

  /** How bytes are packed. */
  static Packing of(Source.Bytes bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      return of(in.readNBytes(LONGEST_MAGIC));
    }
  }

  private boolean starts(byte[] head) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return magic.length > 0;
  }

  /** "gzip". */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An archive whose names may be in any encoding. */
  private static ZipInputStream zip(Source.Bytes bytes) throws IOException {
    return new ZipInputStream(bytes.open(), StandardCharsets.ISO_8859_1);
  }

  /** The name of the only file in an archive, folders and what macOS adds aside. */
  private static String onlyFile(String name, Source.Bytes bytes) throws IOException {
    List<String> files = new ArrayList<>();
    try (ZipInputStream zip = zip(bytes)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String file = entry.getName();
        if (!entry.isDirectory() && !file.startsWith("__MACOSX/") && !file.endsWith(".DS_Store")) {
          files.add(file);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ZipException("a name is no text: " + e.getMessage());
    }
    ForeignFormat.ofEntries(files)
        .ifPresent(
            sentence -> {
              throw new BadTable(name + " " + sentence);
            });
    if (files.size() != 1) {
      throw new BadTable(
          files.isEmpty()
              ? name + " is a zip archive without a file in it"
              : "%s is a zip archive of %d files (%s, %s%s); unpack it and give those that are meant"
                  .formatted(
                      name,
                      files.size(),
                      files.get(0),
                      files.get(1),
                      files.size() > 2 ? ", ..." : ""));
    }
    return files.get(0);
  }

  /**
   * A class of its own, so that the library is loaded only where it is of use. Several streams one
   * after the other are one content, and what is no stream behind them is a fault.
   */
  private static final class Compressed {
    static InputStream bzip2(InputStream in) throws IOException {
      return new BufferedInputStream(new BZip2CompressorInputStream(in, true), BUFFER);
    }

    /** Java's own stream takes what follows the first one for the end. */
    static InputStream gzip(InputStream in) throws IOException {
      return GzipCompressorInputStream.builder()
          .setInputStream(new BufferedInputStream(in, BUFFER))
          .setDecompressConcatenated(true)
          .get();
    }
  }
}
