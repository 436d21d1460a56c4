package eu.jalon.reminder.wording;

import eu.jalon.directory.Ministry;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import java.util.Map;
import java.util.Optional;

/** The names of ministries in sentences, with the article their first word needs. */
final class MinistryNames {

  private final Map<MinistryCode, Ministry> ministries;
  private final Language language;

  MinistryNames(Map<MinistryCode, Ministry> ministries, Language language) {
    this.ministries = ministries;
    this.language = language;
  }

  /** The name of a ministry, or its code if it is unknown. */
  String name(MinistryCode code) {
    return Optional.ofNullable(ministries.get(code))
        .map(ministry -> ministry.name().in(language))
        .orElse(code.value());
  }

  /** The name as the origin of something: {@code du SPF Justice}, {@code van de FOD Justitie}. */
  String from(MinistryCode code) {
    return language.rules().from(name(code));
  }
}
