package eu.jalon.sample;

import eu.jalon.shared.LocalText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sample files as they are written; what is optional there may be absent here. */
final class SampleFile {

  private SampleFile() {}

  record Contents(
      List<MeetingEntry> meetings, List<ThemeEntry> themes, List<CommitmentEntry> commitments) {}

  record MeetingEntry(String id, LocalText name, @Nullable String place, String heldOn) {}

  record ThemeEntry(String origin, int number, LocalText title) {}

  record CommitmentEntry(
      String ref,
      LocalText title,
      LocalText summary,
      Map<String, String> leads,
      String accountable,
      List<String> associated,
      String track,
      String deadline,
      @Nullable Closed closed,
      @Nullable Map<String, List<Act>> progress) {}

  record Closed(String status, String on) {}

  /** Something that a lead already did: took charge with a note, or reported. */
  record Act(@Nullable String takeCharge, @Nullable String report, @Nullable String text) {}
}
