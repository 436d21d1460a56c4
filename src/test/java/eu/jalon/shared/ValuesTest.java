package eu.jalon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.shared.text.TextColumn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @Test
  void aReferenceHasMeetingThemeAndPosition() {
    CommitmentRef ref = new CommitmentRef("VD2023-2.06");

    assertThat(ref.meeting()).isEqualTo(new MeetingId("VD2023"));
    assertThat(ref.theme()).isEqualTo(2);
    assertThat(ref.position()).isEqualTo(6);
    assertThat(CommitmentRef.of(new MeetingId("VD2023"), 2, 6)).isEqualTo(ref);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "VD2023", "vd2023-2.06", "VD2023-02.06", "VD2023-2.6", "../x"})
  void aMalformedReferenceIsRejected(String ref) {
    assertThatThrownBy(() -> new CommitmentRef(ref)).isInstanceOf(ValidationError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@localhost",
        "a@[127.0.0.1]",
        "a@b.c",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org,b@example.org",
        "a b@example.org",
        "a@ex\u760dample.org",
        "é@example.org",
        "@example.org",
        "a@example..org",
        ".a@example.org"
      })
  void anInvalidEmailAddressIsRejected(String address) {
    assertThatThrownBy(() -> new EmailAddress(address)).isInstanceOf(ValidationError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"be-ibz@example.org", "first.last+tag@sub.example.org"})
  void aValidEmailAddressIsAccepted(String address) {
    assertThat(new EmailAddress(address).value()).isEqualTo(address);
  }

  @Test
  void aDueDateComputesDaysLeftAndOverdueDays() {
    DueDate due = new DueDate(LocalDate.of(2027, 3, 10));

    assertThat(due.overdueDays(LocalDate.of(2027, 3, 10))).isZero();
    assertThat(due.overdueDays(LocalDate.of(2027, 3, 12))).isEqualTo(2);
    assertThat(due.daysLeft(LocalDate.of(2027, 3, 3))).isEqualTo(7);
  }

  @Test
  void aYearOutsideTheValidRangeIsRejected() {
    assertThatThrownBy(() -> new DueDate(LocalDate.of(9999, 1, 1)))
        .isInstanceOf(ValidationError.class);
    assertThatThrownBy(() -> new DueDate(LocalDate.of(1, 1, 1)))
        .isInstanceOf(ValidationError.class);
  }

  @Test
  void aMissingTranslationFallsBackToTheFirstLanguageAndReportsIt() {
    LocalText text = Texts.text("Bonjour", null);

    assertThat(text.in(Texts.NL)).isEqualTo("Bonjour");
    assertThat(text.languageIn(Texts.NL)).isEqualTo(Texts.FR);
  }

  @Test
  void aColumnKeepsTheOrderOfLanguagesAndAnyOfThem() {
    String stored = "{\"pl\":\"Szczyt\",\"de\":\"Gipfel „1“\"}";
    LocalText text = new LocalText(TextColumn.texts(stored));

    assertThat(TextColumn.write(text)).isEqualTo(stored);
    assertThat(text.in(Texts.FR)).isEqualTo("Szczyt");
    assertThat(text.in(Texts.DE)).isEqualTo("Gipfel „1“");
    assertThat(text.startingWith(List.of(Texts.DE)).firstLanguage()).isEqualTo(Texts.DE);
  }

  @Test
  void aLanguageIsOneOfIso639AndKnownIfItHasABundle() {
    assertThat(Language.of("DE")).isSameAs(Texts.DE);
    assertThat(Texts.DE.isKnown()).isTrue();
    assertThat(Language.of("pl").isKnown()).isFalse();
    assertThatThrownBy(() -> Language.of("xx")).isInstanceOf(ValidationError.class);
  }
}
