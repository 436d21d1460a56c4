package eu.jalon.reminder.wording;

import eu.jalon.directory.Ministry;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of ministries in sentences, with the article their first word needs. */
final class MinistryNames {

  /** Replaces the beginning of a name that matches. */
  private record Rule(Pattern beginning, String replacement) {

    static Rule of(String firstWords, String replacement) {
      return new Rule(Pattern.compile("(?iu)^(" + firstWords + ")(?=\\s|$)"), replacement);
    }
  }

  private static final Map<Language, List<Rule>> FROM =
      Map.of(
          Language.FR,
          List.of(
              Rule.of("spf|spp|ministère|secrétariat|service|cabinet|commissariat", "du $1"),
              Rule.of("chancellerie|défense|direction|délégation|représentation", "de la $1"),
              Rule.of("agence|administration|office|autorité", "de l’$1"),
              Rule.of("services|affaires|douanes", "des $1"),
              new Rule(Pattern.compile("(?iu)^([aeiouyâéèêîôû])"), "d’$1"),
              new Rule(Pattern.compile("^"), "de ")),
          Language.NL,
          List.of(
              Rule.of("frans ministerie", "van het Franse ministerie"),
              Rule.of("ministerie|secretariaat|agentschap|kabinet|bestuur", "van het $1"),
              Rule.of("fod|pod|kanselarij|dienst|diensten|administratie", "van de $1"),
              new Rule(Pattern.compile("^"), "van ")),
          Language.EN,
          List.of(
              Rule.of("fps|(?:french )?ministry|chancellery|services|office", "from the $1"),
              new Rule(Pattern.compile("^"), "from ")));

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
    String name = name(code);
    for (Rule rule : FROM.getOrDefault(language, List.of())) {
      Matcher matcher = rule.beginning().matcher(name);
      if (matcher.find()) {
        return matcher.replaceFirst(rule.replacement());
      }
    }
    return name;
  }
}
