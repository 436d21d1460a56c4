package eu.jalon.pages.declarations;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.ItemChange;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.text.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of the form of a draft.
 *
 * @param version the version that the user saw
 * @param words the first words of the step that the user saw, which identify it if its number has
 *     changed
 * @param text the words of the step as the user left them
 * @param title the titles by language code
 * @param leads the chosen lead ministries; parties without one are missing
 * @param due the values of the deadline
 */
record DraftForm(
    int version,
    String words,
    String text,
    Map<String, String> title,
    List<String> leads,
    String accountable,
    String track,
    List<String> associated,
    DueForm due,
    String restriction) {

  DraftForm(
      int version,
      @Nullable String words,
      @Nullable String text,
      @Nullable Map<String, String> title,
      @Nullable List<String> leads,
      @Nullable String accountable,
      @Nullable String track,
      @Nullable List<String> associated,
      @Nullable DueForm due,
      @Nullable String restriction) {
    this.version = version;
    this.words = text(words);
    this.text = text(text);
    this.title = title == null ? Map.of() : title;
    this.leads =
        leads == null ? List.of() : leads.stream().filter(lead -> !lead.isBlank()).toList();
    this.accountable = text(accountable);
    this.track = text(track);
    this.associated = associated == null ? List.of() : List.copyOf(associated);
    this.due = due == null ? DueForm.EMPTY : due;
    this.restriction = text(restriction);
  }

  /** The form as it opens. */
  static DraftForm of(DraftItem item) {
    DeadlineRule deadline = item.deadline();
    return new DraftForm(
        item.version(),
        wordsOf(item),
        item.text(),
        titles(item),
        item.owners().all().stream().map(MinistryCode::value).toList(),
        written(item.owners().accountable()),
        written(item.track()),
        item.owners().associated().stream().map(MinistryCode::value).toList(),
        deadline == null ? DueForm.EMPTY : DueForm.of(deadline),
        ItemChange.Restriction.of(item.restricted()).name());
  }

  private static Map<String, String> titles(DraftItem item) {
    Map<String, String> titles = new LinkedHashMap<>();
    item.title().texts().forEach((language, title) -> titles.put(language.code(), title));
    return titles;
  }

  private Map<Language, String> titles() {
    Map<Language, String> titles = new LinkedHashMap<>();
    title.forEach((code, text) -> titles.put(Language.of(code), text));
    return titles;
  }

  private static String written(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static String wordsOf(DraftItem item) {
    return Integer.toHexString(item.text().hashCode());
  }

  /** The same, over a newer version that its writer has been shown. */
  DraftForm over(DraftItem now) {
    return new DraftForm(
        now.version(), words, text, title, leads, accountable, track, associated, due, restriction);
  }

  /** The chosen lead of a party; empty if there is none. */
  public String lead(PartyCode party) {
    return leads.stream().filter(lead -> lead.startsWith(party + "-")).findFirst().orElse("");
  }

  /** What it changes; refuses what cannot be read. */
  ItemChange change() {
    return new ItemChange(
        version,
        text.isEmpty() ? null : text,
        titles(),
        track.isEmpty() ? null : chosen(Track.values(), "track", track),
        leads.stream().map(MinistryCode::new).toList(),
        accountable.isEmpty() ? null : new PartyCode(accountable),
        associated.stream().map(MinistryCode::new).toList(),
        due.deadline(),
        null,
        restriction(restriction));
  }

  static ItemChange.@Nullable Restriction restriction(String typed) {
    return typed.isEmpty() ? null : chosen(ItemChange.Restriction.values(), "restriction", typed);
  }

  static <E extends Enum<E>> E chosen(E[] values, String field, String name) {
    return Choice.required(values, Enum::name, field, name);
  }

  private static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }
}
