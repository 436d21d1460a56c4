package eu.jalon.pages.commitments;

import eu.jalon.directory.Person;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A meeting with its themes, as an option of a filter. */
public record MeetingOption(MeetingId meeting, LocalText name, List<Theme> themes) {

  /**
   * The meetings of the person's series that have a theme; a meeting without a name has the title
   * of its first theme.
   */
  public static List<MeetingOption> of(Meetings summits, Person person) {
    Map<MeetingId, LocalText> names = new LinkedHashMap<>();
    summits.all(person).forEach(summit -> names.put(summit.id(), summit.name()));
    Map<MeetingId, List<Theme>> themes = new LinkedHashMap<>();
    summits
        .themes(person)
        .forEach(
            theme -> themes.computeIfAbsent(theme.meeting(), id -> new ArrayList<>()).add(theme));
    List<MeetingOption> choices = new ArrayList<>();
    themes.forEach(
        (meeting, of) ->
            choices.add(
                new MeetingOption(meeting, names.getOrDefault(meeting, of.get(0).title()), of)));
    return choices;
  }
}
