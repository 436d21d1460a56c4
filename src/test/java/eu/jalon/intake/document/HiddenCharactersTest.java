package eu.jalon.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.shared.text.TextPolicy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples of each format with forbidden characters in each word of each text. */
class HiddenCharactersTest {

  private static final Pattern WORD = Pattern.compile("(?<![&\\p{L}])(\\p{L}{2})(\\p{L}{2})");
  private static final Pattern XML_TEXT = Pattern.compile(">[^<]*\\p{L}{3}[^<]*<");

  /** Formats whose text is not in the bytes of the file as such. */
  private static final Set<DocumentFormat> ENCODED =
      EnumSet.of(DocumentFormat.PDF, DocumentFormat.SCAN, DocumentFormat.DOC);

  private static final List<Integer> HIDDEN =
      List.of(0x202E, 0x2066, 0xE000, 0xFDD0, 0xFFF9, 0xE0067, 0xF0000, 0x10FFFD, 0x200B, 0xAD);

  static Stream<String> samples() {
    return SampleFiles.all().entrySet().stream()
        .filter(file -> !ENCODED.contains(FileType.of(file.getKey(), file.getValue())))
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void robustness2_noTextOfAFileKeepsAForbiddenCharacter(String name) {
    List<String> wrong = new ArrayList<>();
    for (int hidden : HIDDEN) {
      SourceText source =
          new DocumentReaders().read(name, hostile(name, Character.toString(hidden)));

      assertThat(source.blocks()).as("U+%04X", hidden).isNotEmpty();
      for (Block block : source.blocks()) {
        if (!TextPolicy.SINGLE_LINE.accepts(Documents.shown(block))) {
          wrong.add("U+%04X block %s".formatted(hidden, Documents.shown(block)));
        }
      }
      for (String line : source.text().split("[\\f\\n]", -1)) {
        if (!TextPolicy.SINGLE_LINE.accepts(line)) {
          wrong.add("U+%04X source %s".formatted(hidden, line));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void eachFormatHasASampleOrIsReadFromGlyphs() {
    assertThat(
            SampleFiles.all().entrySet().stream()
                .map(file -> FileType.of(file.getKey(), file.getValue())))
        .containsAll(EnumSet.complementOf(EnumSet.of(DocumentFormat.SCAN)));
  }

  private static byte[] hostile(String name, String hidden) {
    byte[] sample = Objects.requireNonNull(SampleFiles.all().get(name));
    return switch (FileType.of(name, sample)) {
      case DOCX, ODT, XLSX -> inEachPart(sample, hidden);
      case RTF -> {
        StringBuilder escaped = new StringBuilder();
        hidden.chars().forEach(c -> escaped.append("\\u").append((short) c).append('?'));
        String text = new String(sample, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\\pard");
        yield (text.substring(0, body)
                + text.substring(body)
                    .replaceAll(
                        "(?<![\\\\\\p{L}{*])(\\p{L}{3})(?=\\p{L}{3}[\\p{L}\\d ]* )",
                        "$1" + escaped.toString().replace("\\", "\\\\")))
            .getBytes(StandardCharsets.ISO_8859_1);
      }
      default -> {
        Charset encoding =
            name.equals("wide.txt")
                ? StandardCharsets.UTF_16
                : name.equals("sample.txt") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        String text = new String(sample, encoding);
        yield (name.endsWith(".html") ? inXml(text, hidden) : inWords(text, hidden))
            .getBytes(
                encoding.equals(StandardCharsets.ISO_8859_1) ? StandardCharsets.UTF_8 : encoding);
      }
    };
  }

  private static byte[] inEachPart(byte[] archive, String hidden) {
    Map<String, byte[]> parts = new LinkedHashMap<>(SampleFiles.unzip(archive));
    parts.replaceAll(
        (part, content) ->
            part.endsWith(".xml")
                ? inXml(new String(content, StandardCharsets.UTF_8), hidden)
                    .getBytes(StandardCharsets.UTF_8)
                : content);
    return SampleFiles.zip(parts);
  }

  private static String inXml(String xml, String hidden) {
    return XML_TEXT
        .matcher(xml)
        .replaceAll(text -> Matcher.quoteReplacement(inWords(text.group(), hidden)));
  }

  private static String inWords(String text, String hidden) {
    return WORD.matcher(text).replaceAll("$1" + hidden + "$2");
  }
}
