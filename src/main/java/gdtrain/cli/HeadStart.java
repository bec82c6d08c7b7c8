package gdtrain.cli;

import gdtrain.compute.Backend;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;

/**
 * Gets ready, while another thread reads the options, what takes long and all that read a table
 * need.
 */
final class HeadStart {
  private static final List<String> QUESTIONS = List.of("-h", "--help", "-V", "--version");

  private HeadStart() {}

  /** Begins, where the command line is more than a question about the program. */
  static void of(String... args) {
    if (args.length > 1 && Collections.disjoint(List.of(args), QUESTIONS)) {
      Thread thread = new Thread(HeadStart::run, "gdtrain-ahead");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void run() {
    try {
      Backend.readAhead();
      MessageDigest.getInstance("SHA-256");
    } catch (ClassNotFoundException | NoSuchAlgorithmException | LinkageError e) {
      // whoever needs it fails in the same way and is heard
    }
  }
}
