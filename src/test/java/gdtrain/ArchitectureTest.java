package gdtrain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One way through the house: CSV, table, dataset, train, result, report and model file. */
class ArchitectureTest {
  private static final String ND4J = "org.nd4j..";
  private static final String JAVACPP = "org.bytedeco.javacpp..";
  private static final String OPENBLAS = "org.bytedeco.openblas..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String CSV = "org.apache.commons.csv..";
  private static final String TEXT = "org.apache.commons.text..";
  private static final String IO = "org.apache.commons.io..";
  private static final String MATHS = "org.apache.commons.math3..";
  private static final String TERMINAL = "org.jline.utils..";
  private static final String YAML = "org.snakeyaml.engine..";
  private static final String NUMBERS = "ch.randelshofer.fastdoubleparser..";

  /** Who may use whom: the packages of gdtrain by their last name, then the libraries. */
  private static final Map<String, List<String>> MAY_USE = new TreeMap<>();

  static {
    MAY_USE.put("choice", List.of(TEXT));
    MAY_USE.put("spec", List.of(YAML));
    MAY_USE.put("qr", List.of());
    MAY_USE.put("table", List.of("choice", "qr", CSV, TEXT, IO, NUMBERS));
    MAY_USE.put("dataset", List.of("choice", "table", "qr", "compute", ND4J));
    MAY_USE.put("compute", List.of(ND4J, JAVACPP, OPENBLAS));
    MAY_USE.put("network", List.of("choice", "compute", ND4J));
    MAY_USE.put("loss", List.of("choice", "compute", ND4J));
    MAY_USE.put("optimizer", List.of("choice"));
    MAY_USE.put("train", List.of("qr", "compute", "dataset", "network", "loss", "optimizer", ND4J));
    MAY_USE.put("metric", List.of("choice"));
    MAY_USE.put("model", List.of("choice", "dataset", "network", "loss", JACKSON));
    MAY_USE.put(
        "report",
        List.of(
            "choice", "table", "dataset", "network", "loss", "model", "train", "metric", "insight",
            CSV, JACKSON, TERMINAL));
    MAY_USE.put("checkpoint", List.of("choice", "train"));
    MAY_USE.put("lint", List.of("table", "dataset"));
    MAY_USE.put(
        "insight",
        List.of(
            "choice", "dataset", "network", "loss", "optimizer", "train", "compute", MATHS, ND4J));
  }

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("gdtrain");

  static Set<String> packagesBelowTheCommandLine() {
    return MAY_USE.keySet();
  }

  @Test
  void theTableNamesEveryPackage() {
    Set<String> packages =
        MAIN.stream()
            .map(type -> type.getPackageName().replaceFirst("^gdtrain\\.(\\w+).*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = new TreeSet<>(MAY_USE.keySet());
    expected.add("cli");
    assertEquals(expected, packages);
  }

  @ParameterizedTest
  @MethodSource("packagesBelowTheCommandLine")
  void aPackageUsesOnlyWhatTheTableLists(String name) {
    String[] allowed =
        Stream.concat(
                Stream.of("java..", "gdtrain." + name + ".."),
                MAY_USE.get(name).stream().map(ArchitectureTest::pattern))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("gdtrain." + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(MAIN);
  }

  private static String pattern(String entry) {
    return entry.contains(".") ? entry : "gdtrain." + entry + "..";
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("gdtrain.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("gdtrain.cli..")
            .should()
            .accessField(System.class, "in")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);
    rule.check(MAIN);
    JavaClasses printing = new ClassFileImporter().importClasses(Printing.class);
    assertThrows(AssertionError.class, () -> rule.check(printing));
  }

  /** What the rule must find. */
  private static final class Printing implements Runnable {
    @Override
    public void run() {
      System.err.println();
    }
  }
}
