package eu.jalon.pages.home;

import eu.jalon.commitment.ThemeCounts;
import eu.jalon.meeting.Meeting;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The themes of one meeting with their state; a meeting without a name is shown by its id. */
record MeetingThemesView(MeetingId meeting, LocalText name, List<ThemeBar> bars) {

  /** Whether the name is shown: not if the meeting has one theme without number and no name. */
  boolean named() {
    return bars.size() != 1
        || bars.get(0).state().theme().number() != 0
        || !name.first().equals(meeting.value());
  }

  static List<MeetingThemesView> of(List<ThemeCounts> states, List<Meeting> summits) {
    Map<MeetingId, LocalText> named =
        summits.stream().collect(Collectors.toMap(Meeting::id, Meeting::name));
    Map<MeetingId, List<ThemeBar>> grouped =
        ThemeBar.of(states).stream()
            .collect(
                Collectors.groupingBy(
                    bar -> bar.state().theme().meeting(),
                    LinkedHashMap::new,
                    Collectors.mapping(Function.identity(), Collectors.toList())));
    List<MeetingThemesView> meetings = new ArrayList<>();
    grouped.forEach(
        (meeting, bars) ->
            meetings.add(
                new MeetingThemesView(
                    meeting, named.getOrDefault(meeting, LocalText.same(meeting.value())), bars)));
    return meetings;
  }
}
