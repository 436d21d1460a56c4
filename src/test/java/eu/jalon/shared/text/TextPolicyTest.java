package eu.jalon.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.shared.ValidationError;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPolicyTest {

  private static final List<Integer> TELLING =
      IntStream.of(
              0x00, 0x07, '\t', '\n', 0x0B, '\r', 0x1C, ' ', '1', '#', 'a', 'e', '=', 0x85, 0xA0,
              0xAD, 0xE9, 0x0301, 0x0327, 0x0338, 0x034F, 0x061C, 0x0600, 0x1100, 0x1160, 0x115F,
              0x11A8, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x2028, 0x2029, 0x202E, 0x202F,
              0x2066, 0x2126, 0x2190, 0x2764, 0x20E3, 0x2ADC, 0x3164, 0xD800, 0xDFFF, 0xE000,
              0xFB01, 0xFDD0, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFF9, 0x1F1E7,
              0x1F3FB, 0x1F468, 0x1F469, 0x1F4BB, 0x1FAE1, 0x1FFFE, 0xE0001, 0xE0067, 0xE0100,
              0xF0000, 0x10FFFF)
          .boxed()
          .toList();

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT);
    return Arbitraries.oneOf(List.of(Arbitraries.of(TELLING), Arbitraries.of(TELLING), any))
        .list()
        .ofMaxSize(12)
        .map(
            points -> {
              StringBuilder text = new StringBuilder();
              points.forEach(text::appendCodePoint);
              return text.toString();
            });
  }

  @Property(tries = 20_000)
  void normalizationIsIdempotent(@ForAll("texts") String text, @ForAll TextPolicy policy) {
    String kept = policy.cleaned(text, " ");

    assertThat(policy.accepts(kept)).isTrue();
    assertThat(policy.checked("field", kept)).isEqualTo(kept);
    assertThat(policy.cleaned(kept, " ")).isEqualTo(kept);
    if (policy.accepts(text)) {
      assertThat(policy.checked("field", text)).isEqualTo(kept);
    }
  }

  @Property(tries = 20_000)
  void normalizedTextsHaveNoHiddenCharacters(
      @ForAll("texts") String text, @ForAll TextPolicy policy) {
    String kept = policy.cleaned(text, "");

    assertThat(Normalizer.isNormalized(kept, Normalizer.Form.NFC)).isTrue();
    assertThat(kept.codePoints())
        .allSatisfy(
            c -> {
              int type = Character.getType(c);
              boolean emoji = c == 0x200D || (c >= 0x1F000 && c <= 0x1FAFF);
              boolean line = policy == TextPolicy.MULTI_LINE && c == '\n';
              boolean hidden =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.SURROGATE
                      || type == Character.PRIVATE_USE
                      || type == Character.UNASSIGNED
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              assertThat(hidden && !emoji && !line).as("U+%04X", c).isFalse();
            });
  }

  @Property(tries = 5_000)
  void checkedReturnsATextOrThrowsAValidationError(
      @ForAll("texts") String text, @ForAll TextPolicy policy) {
    try {
      String kept = policy.checked("field", text, 5);

      assertThat(TextPolicy.length(kept)).isLessThanOrEqualTo(5);
    } catch (ValidationError refused) {
      assertThat(refused.key()).isIn("form.control", "form.lineBreak", "form.tooLong");
    }
  }

  @Property(tries = 5_000)
  void revealedReplacesEachHiddenCharacter(@ForAll("texts") String text) {
    String shown = TextPolicy.revealed(text);

    assertThat(shown.codePoints().count()).isEqualTo(text.codePoints().count());
    assertThat(shown).doesNotContain("\n", "\t", "\u00AD", "\u200B", "\u202E");
  }

  @Property(tries = 5_000)
  void everyFileNameCanBeCleaned(@ForAll("texts") String text) {
    FileName name = FileName.of(text);

    assertThat(FileName.of(name.value())).isEqualTo(name);
    assertThat(TextPolicy.SINGLE_LINE.accepts(name.value())).isTrue();
  }

  @Property(tries = 5_000)
  void foldingIsIdempotent(@ForAll("texts") String text) {
    assertThat(Folding.fold(Folding.fold(text))).isEqualTo(Folding.fold(text));
  }

  @Property
  void textWithoutAccentsIsFoldedLikeOtherText(
      @ForAll @CharRange(from = ' ', to = '~') String text) {
    assertThat(Folding.fold(text + "e")).isEqualTo(Folding.fold(text + "é"));
  }

  @Test
  void foldingIsIdempotentForEachCharacterJoinedToAPictograph() {
    for (int codePoint = 0; codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT; codePoint++) {
      foldingIsIdempotent("%c\u200D←".formatted(codePoint));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L’Œuvre à l’été, 12 % – « oui » !",
        "Řehoř ŁÓDŹ ЖЗИ Ωμέγα",
        "👍",
        "👩\u200D💻",
        "❤\uFE0F",
        "1\uFE0F\u20E3",
        "🇧🇪",
        "👍🏽",
        "\uD83E\uDEE1"
      })
  void lettersSignsAndEmojiAreUnchanged(String text) {
    assertThat(TextPolicy.SINGLE_LINE.checked("field", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gref\u00ADfiers",
        "gref\u200Bfiers",
        "gref\uFEFFfiers",
        "gref\u200Ffiers",
        "gref\u200Dfiers",
        "gref\uFE0Ffiers",
        " greffiers\u00A0\t"
      })
  void invisibleCharactersFromPastedTextAreRemoved(String text) {
    assertThat(TextPolicy.SINGLE_LINE.checked("field", text)).isEqualTo("greffiers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u202Eb",
        "a\u2066b",
        "a\u0000b",
        "a\u0007b",
        "a\uE000b",
        "a\uFFFEb",
        "a\uD83Fb",
        "a\uDB40\uDC67b",
        "a\uDBFF\uDFFFb"
      })
  void misleadingCharactersAreRejectedWithTheirCodePoint(String text) {
    int codePoint = text.codePointAt(1);

    for (TextPolicy policy : TextPolicy.values()) {
      assertThatThrownBy(() -> policy.checked("title", text))
          .isInstanceOfSatisfying(
              ValidationError.class,
              refused -> {
                assertThat(refused.key()).isEqualTo("form.control");
                assertThat(refused.arguments())
                    .containsExactly("title", "U+%04X".formatted(codePoint));
              });
    }
  }

  @Test
  void lineBreaksAreNormalizedInMultiLineTextsAndRejectedElsewhere() {
    String text = "a\r\nb\rc\u2028d\u0085e";

    assertThat(TextPolicy.MULTI_LINE.checked("reason", text)).isEqualTo("a\nb\nc\nd\ne");
    assertThatThrownBy(() -> TextPolicy.SINGLE_LINE.checked("title", text))
        .isInstanceOfSatisfying(
            ValidationError.class,
            refused -> assertThat(refused.key()).isEqualTo("form.lineBreak"));
  }

  @Test
  void decomposedLettersAreComposedAndLengthsCountCodePoints() {
    assertThat(TextPolicy.SINGLE_LINE.checked("name", "e\u0301te\u0301", 3)).isEqualTo("été");
    assertThat(TextPolicy.SINGLE_LINE.checked("name", "👍👍👍", 3)).isEqualTo("👍👍👍");
    assertThatThrownBy(() -> TextPolicy.SINGLE_LINE.checked("name", "👍👍👍", 2))
        .isInstanceOfSatisfying(
            ValidationError.class,
            refused -> assertThat(refused.arguments()).containsExactly("name", 3, 2));
  }
}
