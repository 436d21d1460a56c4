package eu.jalon.sample;

import eu.jalon.shared.LocalText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The structure of the sample YAML files. */
final class SampleFile {

  private SampleFile() {}

  record Contents(
      List<MeetingEntry> meetings, List<ThemeEntry> themes, List<CommitmentEntry> commitments) {}

  record MeetingEntry(String id, LocalText name, @Nullable String place, String heldOn) {}

  record ThemeEntry(String meeting, int number, LocalText title) {}

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
      @Nullable Map<String, List<CompletedItem>> progress) {}

  record Closed(String status, String on) {}

  /** A completed action item of a lead: taking charge with a note, or a report. */
  record CompletedItem(
      @Nullable String takeCharge, @Nullable String report, @Nullable String text) {}
}
