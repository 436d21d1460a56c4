package eu.jalon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.commitment.Commitment;
import eu.jalon.shared.ValidationError;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;

/** The modules, what each may use, and the one module that each library may be named in. */
class ArchitectureTest {

  private static final String WITHOUT_TRANSACTION =
      "eu\\.jalon\\.(?:pages|api|schedule|sample|security|operation|problem)\\b.*"
          + "|.*(?:Filter|\\.BulkCompletion)";

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
    onlyIn(
            "eu.jalon.security.passkey..",
            "org.springframework.security.web.webauthn..",
            "com.webauthn4j..")
        .check(CLASSES);
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

  /**
   * An error that leaves a transactional method marks the caller's transaction for rollback, so
   * that catching it comes too late; such a method returns an {@code Optional} instead. The outer
   * modules and filters call without a transaction; the bulk completion fails as a whole.
   */
  @Test
  void noRefusalOfATransactionalMethodIsCaughtInsideATransaction() {
    assertThat(CLASSES.stream().filter(each -> !each.getName().matches(WITHOUT_TRANSACTION)))
        .flatExtracting(JavaClass::getCodeUnits)
        .flatExtracting(JavaCodeUnit::getTryCatchBlocks)
        .filteredOn(
            block ->
                block.getCaughtThrowables().stream()
                    .anyMatch(caught -> caught.isAssignableTo(ValidationError.class)))
        .flatExtracting(TryCatchBlock::getAccessesContainedInTryBlock)
        .filteredOn(access -> access instanceof JavaMethodCall)
        .filteredOn(access -> !access.getTargetOwner().equals(access.getOriginOwner()))
        .filteredOn(ArchitectureTest::isTransactional)
        .isEmpty();
  }

  private static boolean isTransactional(JavaAccess<?> call) {
    return call.getTargetOwner().isAnnotatedWith(Transactional.class)
        || call.getTarget().isAnnotatedWith(Transactional.class);
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
