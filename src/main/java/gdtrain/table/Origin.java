package gdtrain.table;

import java.util.List;

/**
 * Where a table came from.
 *
 * @param name the file name as the user gave it, or "standard input"
 * @param sha256 of the whole file, decompressed, in hexadecimal
 * @param missing what was read as missing besides the usual spellings
 * @param notes what was assumed, a sentence each
 * @param storage where it lies
 */
record Origin(
    String name, String sha256, List<String> missing, List<String> notes, Storage storage) {
  Origin {
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
  }
}
