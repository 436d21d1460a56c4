package eu.jalon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.commitment.Commitment;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules, what each may use, and the one module that each library may be named in. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("eu.jalon");

  @Test
  void modulesUseOnlyWhatTheyDeclare() {
    ApplicationModules modules = ApplicationModules.of(JalonApplication.class);

    modules.verify();

    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .contains(
            "shared",
            "directory",
            "meeting",
            "commitment",
            "actionitem",
            "transition",
            "overview",
            "intake",
            "engine",
            "mail",
            "reminder",
            "report");
  }

  @Test
  void everyModuleDeclaresItsDependencies() {
    ApplicationModules modules = ApplicationModules.of(JalonApplication.class);

    assertThat(modules.stream())
        .filteredOn(module -> !module.isOpen())
        .allSatisfy(ArchitectureTest::declaresItsDependencies);
  }

  private static void declaresItsDependencies(ApplicationModule module) throws Exception {
    var annotation =
        Class.forName(module.getBasePackage().getName() + ".package-info")
            .getAnnotation(org.springframework.modulith.ApplicationModule.class);
    assertThat(annotation.allowedDependencies())
        .as("allowedDependencies of %s", module.getIdentifier())
        .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN);
  }

  @Test
  void noModuleImportsTheOuterModules() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "eu.jalon.pages..",
                "eu.jalon.api..",
                "eu.jalon.schedule..",
                "eu.jalon.sample..",
                "eu.jalon.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "eu.jalon.pages..",
                "eu.jalon.api..",
                "eu.jalon.schedule..",
                "eu.jalon.sample..",
                "eu.jalon.engine..");

    rule.check(CLASSES);
  }

  @Test
  void eachLibraryHasOneModule() {
    onlyIn("eu.jalon.engine..", "org.camunda..").check(CLASSES);
    onlyIn("eu.jalon.schedule..", "org.quartz..").check(CLASSES);
    onlyIn("eu.jalon.security.session..", "org.springframework.session..").check(CLASSES);
    onlyIn("eu.jalon.mail..", "jakarta.mail..", "org.springframework.mail..").check(CLASSES);
    onlyIn("eu.jalon.mail.message..", "net.fortuna.ical4j..", "org.apache.poi.hsmf..")
        .check(CLASSES);
    onlyIn("eu.jalon.report..", "com.openhtmltopdf..", "org.dhatim.fastexcel").check(CLASSES);
    onlyIn(
            "eu.jalon.intake.document..",
            "org.apache.poi.hwpf..",
            "org.dhatim.fastexcel.reader..",
            "org.commonmark..")
        .check(CLASSES);
    // HTML comes in documents and in replies.
    noClasses()
        .that()
        .resideOutsideOfPackages("eu.jalon.intake.document..", "eu.jalon.mail.mailbox..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jsoup..")
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("eu.jalon.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void sqlIsWrittenInJdbcClassesOnly() {
    ArchRule rule =
        noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Jdbc")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(JdbcClient.class.getName());

    rule.check(CLASSES);
  }

  /** What others may read is in {@code titleOutside}. */
  @Test
  void remindersNeverTakeTheTitleOfARestrictedCommitment() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage("eu.jalon.reminder..")
            .should()
            .callMethod(ActionItemView.class, "title")
            .orShould()
            .callMethod(Commitment.class, "title")
            .orShould()
            .callMethod(Commitment.class, "summary")
            .orShould()
            .callMethod(Commitment.class, "sourceText");

    rule.check(CLASSES);
  }

  @Test
  void valuesArePlainJava() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage("eu.jalon.shared..", "eu.jalon.intake.split..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..");

    rule.check(CLASSES);
  }

  @Test
  void aForbiddenDependencyFails() {
    assertThatThrownBy(() -> onlyIn("eu.jalon.nowhere..", "org.camunda..").check(CLASSES))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("eu.jalon.engine");
  }

  private static ArchRule onlyIn(String module, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }
}
