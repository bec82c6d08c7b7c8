package gdtrain.cli.output;

import gdtrain.choice.InvalidSetting;
import gdtrain.cli.option.Invocation;
import gdtrain.report.MetricsReader;
import gdtrain.run.OutputFile;
import gdtrain.run.setting.Command;
import gdtrain.run.setting.Setting;
import gdtrain.run.setting.Settings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the outputs of a command apart from its inputs and from each other. Names are compared by
 * the file they stand for, since one file has many: links, folders reached in two ways, and the
 * streams that a shell has opened.
 */
public final class DistinctFiles {
  private final List<Named> inputs = new ArrayList<>();
  private final List<Named> outputs = new ArrayList<>();

  /**
   * A file of a command.
   *
   * @param role what it is to the command: an option, an operand or a stream
   */
  private record Named(String role, String name, Path path) {
    @Override
    public String toString() {
      return role.equals(name) ? name : role + " " + name;
    }

    boolean isSame(Named other) {
      return OutputFile.isSame(path, other.path);
    }
  }

  private DistinctFiles(Invocation invocation) {
    invocation.texts().forEach((setting, texts) -> take(invocation.command(), setting, texts));
    if (outputs.isEmpty() && !Files.isRegularFile(Path.of("/dev/stdout"))) {
      return;
    }
    invocation.models().forEach(model -> read("MODEL", model));
    boolean isLog = invocation.command() == Command.PLOT;
    invocation.data().forEach(data -> read(isLog ? "LOG" : "DATA", data));
    invocation.specFile().ifPresent(file -> read(Settings.SPEC.toString(), file));
    invocation.argumentFiles().forEach(file -> read("@" + file, file));
    outputs.add(new Named("stdout", "stdout", Path.of("/dev/stdout")));
  }

  /**
   * Refuses an output that is read, and two outputs that are one.
   *
   * @throws InvalidSetting naming both
   */
  public static void check(Invocation invocation) {
    new DistinctFiles(invocation).check();
  }

  private void take(Command command, Setting<?> setting, List<String> texts) {
    for (String text : texts) {
      if (setting.isOutput() && !text.equals("-")) {
        write(setting, text);
      } else if (setting.isInput()) {
        String name = setting == Settings.NO_WORSE_THAN ? MetricsReader.file(text) : text;
        read(setting.toString(), name);
        if (command == Command.SWEEP) {
          Stream.of(text.split(",")).forEach(one -> read(setting.toString(), one));
        }
      }
    }
  }

  private void write(Setting<?> setting, String name) {
    try {
      outputs.add(new Named(setting.toString(), name, Path.of(name)));
    } catch (InvalidPathException e) {
      throw new InvalidSetting("%s: '%s' cannot be a file".formatted(setting, name), e);
    }
  }

  private void read(String role, String name) {
    try {
      Path path = Path.of(name.equals("-") ? "/dev/stdin" : name);
      if (Files.exists(path)) {
        inputs.add(new Named(role, name, path));
      }
    } catch (InvalidPathException e) {
      // whoever reads it says so
    }
  }

  private void check() {
    for (int i = 0; i < outputs.size(); i++) {
      Named output = outputs.get(i);
      for (Named input : inputs) {
        if (output.isSame(input) && !isResumed(output, input)) {
          throw new InvalidSetting(
              "%s would overwrite %s, which is read; name another file".formatted(output, input));
        }
      }
      for (Named other : outputs.subList(0, i)) {
        if (output.isSame(other)) {
          throw new InvalidSetting(
              "%s and %s are the same file; name two".formatted(other, output));
        }
      }
    }
  }

  /** A run that is taken up may go on with its own checkpoint. */
  private static boolean isResumed(Named output, Named input) {
    return output.role.equals(Settings.CHECKPOINT.toString())
        && input.role.equals(Settings.RESUME.toString());
  }
}
