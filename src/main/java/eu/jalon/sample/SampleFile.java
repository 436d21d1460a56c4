package eu.jalon.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The structure of the sample YAML files; {@link SampleDay} reads the days. */
final class SampleFile {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .addMixIn(CommitmentRef.class, ValueMixIn.class)
          .addMixIn(MeetingId.class, ValueMixIn.class)
          .addMixIn(MinistryCode.class, ValueMixIn.class)
          .addMixIn(PersonId.class, ValueMixIn.class);

  private SampleFile() {}

  /** A value that is written as its text. */
  private abstract static class ValueMixIn {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ValueMixIn(String unused) {}
  }

  static Contents read(InputStream yaml) throws IOException {
    return YAML.readValue(yaml, Contents.class);
  }

  /**
   * A file.
   *
   * @param enteredBy the coordinator who entered its commitments
   */
  record Contents(
      PersonId enteredBy,
      List<SummitEntry> summits,
      List<MeetingEntry> meetings,
      List<ThemeEntry> themes,
      List<CommitmentEntry> commitments,
      List<SampleAct> acts) {}

  /** A summit beyond those that the schema has. */
  record SummitEntry(
      MeetingId id, String series, LocalText name, @Nullable String place, String date) {}

  record MeetingEntry(MeetingId id, LocalText name, @Nullable String place, String heldOn) {}

  /** A theme and the day on which its commitments were entered. */
  record ThemeEntry(MeetingId meeting, int number, String entered, LocalText title) {}

  /**
   * A commitment.
   *
   * @param entered the day on which it was entered, if it was not that of its theme
   * @param taken the days on which parties took charge of it without a note
   */
  record CommitmentEntry(
      CommitmentRef ref,
      LocalText title,
      LocalText summary,
      Map<PartyCode, String> leads,
      PartyCode accountable,
      List<String> associated,
      String track,
      String deadline,
      @Nullable String entered,
      @Nullable Closed closed,
      @Nullable Map<PartyCode, String> taken,
      @Nullable Map<PartyCode, List<CompletedItem>> progress) {}

  record Closed(String status, String on) {}

  /** A completed action item of a lead: taking charge with a note, or a report. */
  record CompletedItem(
      String on,
      @Nullable String takeCharge,
      @Nullable String report,
      @Nullable String text,
      SampleAct.@Nullable TextFile file) {}
}
