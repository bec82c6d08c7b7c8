package gdtrain.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, giving the console to those that take one. */
record CommandFactory(Console console) implements IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      return type.getDeclaredConstructor(Console.class).newInstance(console);
    } catch (NoSuchMethodException e) {
      return CommandLine.defaultFactory().create(type);
    }
  }
}
