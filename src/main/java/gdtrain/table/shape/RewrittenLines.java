package gdtrain.table.shape;

import gdtrain.table.BadTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** A text with every line made anew, in UTF-8: as many lines as it had. */
public final class RewrittenLines extends PieceStream {
  private final BufferedReader in;
  private final Rule rule;
  private long line;

  /** Makes a line of another. */
  public interface Rule {
    /**
     * The line for another.
     *
     * @param number of the line, from 1
     * @throws BadTable if the line is at fault
     */
    String line(long number, String text);
  }

  /** The lines of a text, each made anew by the rule as it is read. */
  public RewrittenLines(Reader text, Rule rule) {
    this.in = new BufferedReader(text);
    this.rule = rule;
  }

  @Override
  protected Optional<String> next() throws IOException {
    return Optional.ofNullable(in.readLine()).map(text -> rule.line(++line, text) + "\n");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
