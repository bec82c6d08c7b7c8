package gdtrain.cli;

import gdtrain.dataset.encoding.Schema;
import gdtrain.dataset.preparation.ClassWeights;
import gdtrain.dataset.preparation.Preparation;
import gdtrain.lint.Findings;
import gdtrain.lint.Lint;
import gdtrain.table.BadTable;
import gdtrain.table.Table;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** What is made of oddities in the data, which are looked for before training. */
final class LintOptions {
  @Option(
      names = "--strict",
      description =
          "Status 3, before training, if the data has what stderr would tell as an error or a"
              + " warning: leaks, columns that follow from others, outliers and the like. Hints are"
              + " no fault; what --include names is meant as it is.")
  boolean strict;

  /**
   * Whether anything comes of looking.
   *
   * @param quiet whether nobody hears what is odd
   */
  boolean matters(boolean quiet) {
    return strict || !quiet;
  }

  /**
   * Tells what is odd about rows to be learned from.
   *
   * @throws BadTable if it must not be
   */
  void look(
      Table training,
      Schema schema,
      Preparation wishes,
      ClassWeights classWeights,
      Consumer<String> notes) {
    Findings findings = Lint.of(training, schema, wishes, classWeights);
    findings.lines().forEach(notes);
    if (strict) {
      findings
          .objection()
          .ifPresent(
              sentence -> {
                throw new BadTable("--strict: " + training.name() + ": " + sentence);
              });
    }
  }
}
