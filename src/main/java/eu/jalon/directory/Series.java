package eu.jalon.directory;

import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A series of meetings of two to eight parties, each with a declaration.
 *
 * @param id two to five capital letters, with which the ids of its meetings begin
 * @param parties the parties in the order in which they are shown
 * @param languages the languages in which a title is asked for at launch; a title is shown in the
 *     first of them where it is not available in the reader's
 * @param translatedLater whether a commitment may be entered while its title is still to be
 *     translated into some of them
 * @param defaultDeadline the deadline rule of a commitment whose document states none; if absent,
 *     the deadline is asked for
 * @param everyPartyLeads whether every party must have a lead ministry for each commitment, or only
 *     the accountable one
 * @param onePartyDecides whether an act that binds other parties takes effect as soon as the
 *     coordinators of one party decide it, instead of waiting for the others to confirm
 * @param restricted whether its new commitments are restricted unless it is said otherwise
 * @param version the number of changes since it was entered
 */
public record Series(
    String id,
    LocalText name,
    List<PartyCode> parties,
    List<Language> languages,
    boolean translatedLater,
    @Nullable String defaultDeadline,
    boolean everyPartyLeads,
    boolean onePartyDecides,
    boolean restricted,
    int version) {

  public static final int FEWEST_PARTIES = 2;
  public static final int MOST_PARTIES = 8;

  private static final Pattern ID = Pattern.compile("[A-Z]{2,5}");

  public Series {
    if (!ID.matcher(id).matches()) {
      throw ValidationError.invalid("series.id", id);
    }
    name = name.map(text -> TextPolicy.SINGLE_LINE.checked("name", text, Person.LONGEST_NAME));
    parties = List.copyOf(parties);
    languages = List.copyOf(languages);
    long distinct = parties.stream().distinct().count();
    if (distinct != parties.size() || distinct < FEWEST_PARTIES || distinct > MOST_PARTIES) {
      throw ValidationError.invalid("series.parties", id, FEWEST_PARTIES, MOST_PARTIES);
    }
    if (languages.isEmpty() || languages.stream().distinct().count() != languages.size()) {
      throw ValidationError.invalid("series.languages", id);
    }
  }

  /**
   * Describes a series without restriction in which acts that bind other parties wait for them; a
   * version is given to it when it is stored.
   */
  public Series(
      String id,
      LocalText name,
      List<PartyCode> parties,
      List<Language> languages,
      boolean translatedLater,
      @Nullable String defaultDeadline,
      boolean everyPartyLeads) {
    this(
        id,
        name,
        parties,
        languages,
        translatedLater,
        defaultDeadline,
        everyPartyLeads,
        false,
        false,
        0);
  }
}
