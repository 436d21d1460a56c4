package eu.jalon.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.audit.AuditKind;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.process.RequestKind;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.request.ClosingDecision;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.directory.Role;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.NotSentReason;
import eu.jalon.meeting.Meeting;
import eu.jalon.reminder.OmissionReason;
import eu.jalon.reminder.RecipientRole;
import eu.jalon.reminder.Suppression;
import eu.jalon.reminder.policy.CopyRecipient;
import eu.jalon.reminder.policy.ReminderStage;
import eu.jalon.shared.Fault;
import eu.jalon.shared.Language;
import eu.jalon.transition.effect.ActEffect;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Message bundles: complete, the same keys in all languages, and no unused keys. */
class MessageBundlesTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path TEMPLATES = Path.of("src/main/jte/pages");

  private static final Pattern REFUSAL =
      Pattern.compile(
          "ValidationError\\s*\\.\\s*(?:invalid|ofField|ofValue|forbidden|notFound|conflict)\\(\\s*\"([^\"]+)\"");
  private static final Pattern TEXT_CALL =
      Pattern.compile("page\\.text\\(\\s*\"([a-zA-Z0-9.]+)\"\\s*[,)]");

  /** A key, a family of keys, or the beginning of one. */
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9]*\\.[a-zA-Z0-9.]*)\"");

  private static final Pattern IN_WORDS =
      Pattern.compile("\"((?:words|rule|condition|drawn)\\.[a-zA-Z]+)\"");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

  static Stream<String> bundles() {
    return Stream.of("pages", "terms", "errors", "emails", "tasklist", "report");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void haveTheSameKeysInAllLanguages(String bundle) {
    Set<String> french = read(bundle, "").keySet();

    assertThat(french).isNotEmpty();
    assertThat(others())
        .allSatisfy(other -> assertThat(read(bundle, other).keySet()).isEqualTo(french));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void takeTheSameArgumentsInAllLanguages(String bundle) {
    Map<String, Set<String>> french = arguments(read(bundle, ""));

    assertThat(others())
        .allSatisfy(other -> assertThat(arguments(read(bundle, other))).isEqualTo(french));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void holdNoStraightApostropheThatMessageFormatWouldEat(String bundle) {
    for (String language : Stream.concat(Stream.of(""), others().stream()).toList()) {
      assertThat(read(bundle, language).values())
          .allSatisfy(
              text -> {
                assertThat(text).isNotBlank().doesNotContain("'");
                new MessageFormat(text);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void keepAFrenchSignTogetherWithItsWord(String bundle) {
    assertThat(read(bundle, "").values()).noneMatch(text -> text.matches("(?s).*( [:;?!»]|« ).*"));
  }

  @Test
  void sayPartyWhereAPartyMayBeAnInstitution() throws IOException {
    Pattern state =
        Pattern.compile(
            "(?iu)(?<![-\\p{L}])(?:pays(?!-Bas)|land(?:en)?|Landes|Länder|Ländern|country|countries)(?![-\\p{L}])");
    // Only these speak of the ISO code of a state.
    Set<String> states = Set.of("error.party.code", "parties.codeHelp");
    for (String bundle : bundles().toList()) {
      for (String language : Stream.concat(Stream.of(""), others().stream()).toList()) {
        assertThat(read(bundle, language))
            .as(bundle + " " + language)
            .allSatisfy(
                (key, text) ->
                    assertThat(states.contains(key) || !state.matcher(text).find())
                        .as("%s: %s", key, text)
                        .isTrue());
      }
    }
    for (Path text : partyTexts()) {
      assertThat(Files.readString(text, UTF_8).lines().filter(line -> state.matcher(line).find()))
          .as(text.toString())
          .isEmpty();
    }
  }

  private static List<Path> partyTexts() throws IOException {
    try (Stream<Path> models = Files.walk(Path.of("processes"));
        Stream<Path> tasklist =
            Files.list(
                RESOURCES.resolve("META-INF/resources/webjars/camunda/app/tasklist/locales"))) {
      return Stream.concat(
              Stream.of(Path.of("docs/user-guide.md")), Stream.concat(models, tasklist))
          .filter(file -> file.toString().matches(".*\\.(?:bpmn|dmn|html|json|md)"))
          .toList();
    }
  }

  @Test
  void haveASentenceForEveryRefusal() {
    Set<String> keys = found(SOURCES, ".java", REFUSAL);

    assertThat(keys).isNotEmpty();
    assertThat(read("errors", "").keySet())
        .containsAll(keys.stream().map(key -> "error." + key).toList());
  }

  @Test
  void haveNoSentenceForARefusalThatIsGone() {
    assertThat(found(SOURCES, ".java", REFUSAL))
        .containsAll(
            read("errors", "").keySet().stream()
                .map(key -> key.substring("error.".length()))
                .toList());
  }

  @Test
  void haveAWordForEveryValueThatAPageShows() {
    Map<String, List<String>> families = new LinkedHashMap<>();
    families.put("step", Arrays.stream(Step.values()).map(Step::key).toList());
    families.put("track", names(Track.values()));
    families.put("status", names(CommitmentStatus.values()));
    families.put("health", names(Health.values()));
    families.put("progress", names(ProgressStatus.values()));
    families.put("summit.status", names(Meeting.Status.values()));
    families.put("change", names(CommitmentChange.Type.values()));
    families.put("proposal", names(Proposal.Kind.values()));
    families.put("restricted", List.of("true", "false", "title"));
    families.put("effect", names(ActEffect.ItemChange.values()));
    families.put("answer", names(StepOutcome.YesNo.values()));
    families.put("closing", names(ClosingDecision.values()));
    families.put("request", names(RequestKind.values()));
    families.put("requestStatus", names(CommitmentRequest.Status.values()));
    families.put("role", names(Role.values()));
    families.put("person.former", names(Role.values()));
    families.put("priority", names(Priority.values()));
    families.put("stage", names(ReminderStage.values()));
    families.put("recipientRole", names(RecipientRole.values()));
    families.put("copyRecipient", names(CopyRecipient.values()));
    families.put("suppression", names(Suppression.values()));
    families.put("omission", names(OmissionReason.values()));
    families.put("audit.kind", names(AuditKind.values()));
    families.put("fault", names(Fault.Kind.values()));
    families.put("email.status", names(EmailStatus.values()));
    families.put("email.notSent", names(NotSentReason.values()));
    Set<String> expected = new TreeSet<>();
    families.forEach(
        (family, values) -> values.forEach(value -> expected.add(family + "." + value)));

    assertThat(read("terms", "").keySet()).isEqualTo(expected);
  }

  @Test
  void haveEveryKeyThatATemplateNames() {
    Set<String> keys = found(TEMPLATES, ".jte", TEXT_CALL);
    keys.addAll(found(SOURCES.resolve("eu/jalon/pages"), ".java", IN_WORDS));

    assertThat(keys).isNotEmpty();
    assertThat(read("pages", "").keySet()).containsAll(keys);
  }

  @Test
  void haveNoKeyThatNobodyUses() {
    Set<String> used = found(SOURCES.resolve("eu/jalon/pages"), ".java", IN_WORDS);
    Set<String> beginnings = new TreeSet<>();
    for (String literal : found(TEMPLATES, ".jte", LITERAL)) {
      used.add(literal);
      beginnings.add(literal.endsWith(".") ? literal : literal + ".");
    }

    assertThat(read("pages", "").keySet())
        .allMatch(key -> used.contains(key) || beginnings.stream().anyMatch(key::startsWith));
  }

  @ParameterizedTest
  @ValueSource(strings = {"style=", "onclick=", "javascript:", "$unsafe", "//cdn"})
  void templatesHoldNothingThatOurContentPolicyForbids(String forbidden) {
    assertThat(texts(TEMPLATES, ".jte")).isNotEmpty().noneMatch(text -> text.contains(forbidden));
  }

  @Test
  void existForEachLanguage() {
    assertThat(Language.known()).extracting(Language::code).containsExactly("fr", "nl", "de", "en");
    assertThat(Language.first().code()).isEqualTo("fr");
  }

  /** The endings of the bundles in languages other than French, whose bundles have none. */
  private static List<String> others() {
    return Language.known().stream()
        .filter(language -> language != Language.first())
        .map(language -> "_" + language.code())
        .toList();
  }

  private static Map<String, String> read(String bundle, String language) {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            RESOURCES.resolve("i18n/" + bundle + language + ".properties"), UTF_8)) {
      properties.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  private static Map<String, Set<String>> arguments(Map<String, String> texts) {
    Map<String, Set<String>> arguments = new TreeMap<>();
    texts.forEach((key, text) -> arguments.put(key, matches(text, ARGUMENT)));
    return arguments;
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static Set<String> found(Path folder, String ending, Pattern pattern) {
    return texts(folder, ending).stream()
        .flatMap(text -> matches(text, pattern).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> matches(String text, Pattern pattern) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<String> texts(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> wanted = files.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(wanted).isNotEmpty();
      return wanted.stream().map(MessageBundlesTest::text).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
