package gdtrain.cli;

import java.util.function.Consumer;

/** Says on stderr what was assumed and what came of it, unless the user wants quiet. */
record Notes(Console console, boolean quiet) implements Consumer<String> {
  @Override
  public void accept(String line) {
    if (!quiet) {
      console.say(line);
    }
  }
}
