package gdtrain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  /** The packages of the libraries, by the names that the table gives to these. */
  private static final Map<String, String> LIBRARIES =
      Map.ofEntries(
          Map.entry("ND4J", "org.nd4j.."),
          Map.entry("CUDA", "org.bytedeco.cuda.."),
          Map.entry("JDK management", "com.sun.management.."),
          Map.entry("JavaCPP", "org.bytedeco.javacpp.."),
          Map.entry("OpenBLAS", "org.bytedeco.openblas.."),
          Map.entry("Jackson", "com.fasterxml.jackson.."),
          Map.entry("Commons Compress", "org.apache.commons.compress.."),
          Map.entry("Commons CSV", "org.apache.commons.csv.."),
          Map.entry("Commons Text", "org.apache.commons.text.."),
          Map.entry("Commons IO", "org.apache.commons.io.."),
          Map.entry("Commons Math", "org.apache.commons.math3.."),
          Map.entry("Java ImageIO", "javax.imageio.."),
          Map.entry("JLine", "org.jline.."),
          Map.entry("SnakeYAML Engine", "org.snakeyaml.engine.."),
          Map.entry("FastDoubleParser", "ch.randelshofer.fastdoubleparser.."),
          Map.entry("picocli", "picocli.."),
          Map.entry("progressbar", "me.tongfei.progressbar.."));

  /** Who may use whom: by package, the patterns of the packages that it may depend on. */
  private static final Map<String, List<String>> MAY_USE = readTable();

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("gdtrain");

  private static Map<String, List<String>> readTable() {
    Map<String, List<String>> rules = new TreeMap<>();
    for (List<String> row :
        MarkdownPage.read("src/site/markdown/architecture.md").table("package")) {
      String name = row.get(0).replace("`", "");
      Stream<String> packages = entries(row.get(2)).map(ArchitectureTest::packagePattern);
      Stream<String> libraries = entries(row.get(3)).map(ArchitectureTest::libraryPattern);
      Stream<String> always = Stream.of("java..", "gdtrain." + name);
      rules.put(name, Stream.of(always, packages, libraries).flatMap(s -> s).toList());
    }
    return rules;
  }

  private static Stream<String> entries(String cell) {
    return cell.equals("-") ? Stream.of() : Stream.of(cell.split(", "));
  }

  private static String packagePattern(String name) {
    return name.equals("all") ? "gdtrain.." : "gdtrain." + name;
  }

  private static String libraryPattern(String name) {
    String pattern = name.equals("all") ? "*.." : LIBRARIES.get(name);
    return Objects.requireNonNull(pattern, name);
  }

  static Set<String> packages() {
    return MAY_USE.keySet();
  }

  @Test
  void theTableNamesEveryPackage() {
    Set<String> packages =
        MAIN.stream()
            .map(type -> type.getPackageName().replaceFirst("^gdtrain\\.", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(packages, MAY_USE.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyWhatTheTableLists(String name) {
    classes()
        .that()
        .resideInAPackage("gdtrain." + name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(MAY_USE.get(name).toArray(String[]::new))
        .check(MAIN);
  }

  /** Every package that the table lets a package use, it does use. */
  @ParameterizedTest
  @MethodSource("packages")
  void theTableListsOnlyWhatIsUsed(String name) {
    List<String> unused =
        MAY_USE.get(name).stream()
            .skip(2)
            .filter(pattern -> !pattern.equals("gdtrain..") && !pattern.equals("*.."))
            .filter(pattern -> !isUsed(name, pattern))
            .toList();
    assertEquals(List.of(), unused);
  }

  private static boolean isUsed(String name, String pattern) {
    PackageMatcher used = PackageMatcher.of(pattern);
    return MAIN.stream()
        .filter(type -> type.getPackageName().equals("gdtrain." + name))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> used.matches(dependency.getTargetClass().getPackageName()));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("gdtrain.(**)").should().beFreeOfCycles().check(MAIN);
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
