package eu.jalon.api.commitment;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Priority;
import eu.jalon.commitment.Track;
import eu.jalon.directory.Person;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A commitment in API responses, with texts in the caller's language, or in the first language of
 * its series.
 *
 * @param titles the title in each language, by its code
 * @param summaries the same of the summary
 * @param restricted whether others see only the reference
 */
public record CommitmentView(
    String ref,
    String title,
    Map<String, String> titles,
    @Nullable String summary,
    Map<String, String> summaries,
    ThemeView theme,
    Track track,
    CommitmentStatus status,
    Health health,
    @Nullable LocalDate dueOn,
    Map<String, String> leads,
    PartyCode accountable,
    List<String> associated,
    int overdueDays,
    int slips,
    Priority priority,
    @Nullable String processInstanceId,
    boolean restricted,
    int version) {

  /** A theme with its number in the declaration. */
  record ThemeView(int number, String title) {

    static ThemeView of(Theme theme, Person reader) {
      return new ThemeView(theme.number(), theme.title().in(reader.language()));
    }
  }

  public static CommitmentView of(Commitment commitment, Person reader, LocalDate today) {
    LocalText summary = commitment.summary();
    return new CommitmentView(
        commitment.ref().value(),
        commitment.title().in(reader.language()),
        commitment.title().byCode(),
        summary == null ? null : summary.in(reader.language()),
        summary == null ? Map.of() : summary.byCode(),
        ThemeView.of(commitment.theme(), reader),
        commitment.track(),
        commitment.status(),
        commitment.health(),
        commitment.dueOn().map(DueDate::day).orElse(null),
        leads(commitment.leads()),
        commitment.leads().accountable(),
        codes(commitment.leads().associated()),
        commitment.overdueDays(today),
        commitment.slips(),
        commitment.priority(),
        commitment.processInstance(),
        commitment.restricted(),
        commitment.version());
  }

  public static Map<String, String> leads(Leads owners) {
    Map<String, String> leads = new TreeMap<>();
    owners.byParty().forEach((party, lead) -> leads.put(party.value(), lead.value()));
    return leads;
  }

  public static List<String> codes(List<MinistryCode> ministries) {
    return ministries.stream().map(MinistryCode::value).toList();
  }
}
