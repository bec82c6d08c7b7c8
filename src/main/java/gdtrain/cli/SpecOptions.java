package gdtrain.cli;

import picocli.CommandLine.Option;

/** Options from a file. */
final class SpecOptions {
  /** Never set: {@link SpecExpansion} puts the keys of the file in its place. */
  @Option(
      names = SpecExpansion.OPTION,
      paramLabel = "FILE",
      description =
          "Take options from a YAML file, - for stdin: the long names without dashes are its keys,"
              + " such as epochs: 50 or intercept: false. An option given here beats its key.")
  String file;

  @Option(
      names = "--print-spec",
      description = "Train nothing; print the options as YAML for --spec, defaults among them.")
  boolean print;
}
