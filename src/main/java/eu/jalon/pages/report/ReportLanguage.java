package eu.jalon.pages.report;

import eu.jalon.shared.Language;
import eu.jalon.shared.ValidationError;
import java.util.List;

/** The language of a report, which is independent of the language of the page. */
final class ReportLanguage {

  private ReportLanguage() {}

  /** The language with the given code; the default if none is given; refuses unknown codes. */
  static Language of(String code, List<Language> there, Language usual) {
    if (code.isEmpty()) {
      return usual;
    }
    return there.stream()
        .filter(language -> language.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                ValidationError.invalid(
                    "report.language",
                    code,
                    String.join(", ", there.stream().map(Language::code).toList())));
  }
}
