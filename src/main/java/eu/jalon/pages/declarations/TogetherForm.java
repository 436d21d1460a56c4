package eu.jalon.pages.declarations;

import eu.jalon.commitment.Track;
import eu.jalon.intake.ItemChange;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change for several drafts; what is empty stays as it is in each.
 *
 * @param picked the drafts and the versions that the user saw: {@code 12:3}
 * @param leads the lead ministries that change, at most one of each party
 * @param theme number of the theme that they are put into
 * @param leaveOut empty unless they are left out
 * @param restriction empty unless it changes
 */
record TogetherForm(
    List<String> picked,
    String track,
    List<String> leads,
    String accountable,
    String theme,
    DueForm due,
    String leaveOut,
    String restriction) {

  static final TogetherForm EMPTY =
      new TogetherForm(null, null, null, null, null, null, null, null);

  TogetherForm(
      @Nullable List<String> picked,
      @Nullable String track,
      @Nullable List<String> leads,
      @Nullable String accountable,
      @Nullable String theme,
      @Nullable DueForm due,
      @Nullable String leaveOut,
      @Nullable String restriction) {
    this.picked = picked == null ? List.of() : List.copyOf(picked);
    this.track = text(track);
    this.leads =
        leads == null ? List.of() : leads.stream().filter(lead -> !lead.isBlank()).toList();
    this.accountable = text(accountable);
    this.theme = text(theme);
    this.due = due == null ? DueForm.EMPTY : due;
    this.leaveOut = text(leaveOut);
    this.restriction = text(restriction);
  }

  /** The chosen lead of a party; empty if it stays as it is. */
  public String lead(PartyCode party) {
    return leads.stream().filter(lead -> lead.startsWith(party + "-")).findFirst().orElse("");
  }

  /** The change of each draft, by its number. */
  Map<Integer, ItemChange> changes() {
    Map<Integer, ItemChange> changes = new LinkedHashMap<>();
    for (String one : picked) {
      String[] parts = one.split(":", -1);
      if (parts.length != 2) {
        throw ValidationError.invalid("page.parameter", "picked", one);
      }
      changes.put(number("picked", parts[0]), change(number("picked", parts[1])));
    }
    return changes;
  }

  @Nullable Integer themeNumber() {
    return theme.isEmpty() ? null : number("theme", theme);
  }

  private ItemChange change(int version) {
    return new ItemChange(
        version,
        null,
        Map.of(),
        track.isEmpty() ? null : DraftForm.chosen(Track.values(), "track", track),
        leads.isEmpty() ? null : leads.stream().map(MinistryCode::new).toList(),
        accountable.isEmpty() ? null : new PartyCode(accountable),
        null,
        due.deadline(),
        leaveOut.isEmpty() ? null : true,
        DraftForm.restriction(restriction));
  }

  private static int number(String field, String typed) {
    try {
      return Integer.parseInt(typed);
    } catch (NumberFormatException e) {
      throw ValidationError.invalid("page.parameter", field, typed);
    }
  }

  private static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }
}
