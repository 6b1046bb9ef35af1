package nl.wolkenkaart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The packages stand in the order of the data. */
@AnalyzeClasses(packages = "nl.wolkenkaart", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "nl.wolkenkaart";

  @ArchTest
  static final ArchRule a_package_imports_only_packages_that_sort_before_it =
      classes()
          .that(describe("are in a stage", type -> isStage(type)))
          .should(
              new ArchCondition<>("import only stages that sort before their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  type.getDirectDependenciesFromSelf().stream()
                      .filter(d -> d.getTargetClass().getPackageName().startsWith(ROOT))
                      .filter(d -> isLater(d.getTargetClass(), type))
                      .forEach(
                          d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
                }
              });

  @ArchTest
  static final ArchRule only_the_command_line_reads_clock_environment_and_chance =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cli..")
          .should()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random");

  @ArchTest
  static final ArchRule rules_are_free_of_the_pipeline =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".lookup..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.beam..");

  private ArchitectureTest() {}

  private static boolean isStage(JavaClass type) {
    String stage = stage(type);
    return !stage.isEmpty() && !stage.equals("cli");
  }

  private static boolean isLater(JavaClass target, JavaClass from) {
    return stage(target).isEmpty()
        || stage(target).equals("cli")
        || place(target).compareTo(place(from)) > 0;
  }

  /** A package sorts behind those that it holds: it is built of them. */
  private static String place(JavaClass type) {
    return stage(type) + "~";
  }

  /** The package below the root: empty for the root itself. */
  private static String stage(JavaClass type) {
    String name = type.getPackageName();
    return name.length() > ROOT.length() ? name.substring(ROOT.length() + 1) : "";
  }

  private static DescribedPredicate<JavaClass> describe(
      String words, java.util.function.Predicate<JavaClass> predicate) {
    return DescribedPredicate.describe(words, predicate);
  }
}
