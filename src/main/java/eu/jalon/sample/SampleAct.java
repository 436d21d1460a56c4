package eu.jalon.sample;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.jalon.commitment.Priority;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person did on a day, as the sample file states it; see {@link SampleDay} for the day. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SampleAct.Complete.class, name = "complete"),
  @JsonSubTypes.Type(value = SampleAct.Extend.class, name = "extend"),
  @JsonSubTypes.Type(value = SampleAct.Reassign.class, name = "reassign"),
  @JsonSubTypes.Type(value = SampleAct.Prioritise.class, name = "prioritise"),
  @JsonSubTypes.Type(value = SampleAct.Ask.class, name = "ask"),
  @JsonSubTypes.Type(value = SampleAct.Answer.class, name = "answer"),
  @JsonSubTypes.Type(value = SampleAct.Remind.class, name = "remind"),
  @JsonSubTypes.Type(value = SampleAct.Bounce.class, name = "bounce"),
  @JsonSubTypes.Type(value = SampleAct.Close.class, name = "close"),
  @JsonSubTypes.Type(value = SampleAct.Move.class, name = "move")
})
sealed interface SampleAct {

  String on();

  /** Completes the open item of a ministry, as one of its staff; a file goes with a report. */
  record Complete(
      String on,
      CommitmentRef ref,
      MinistryCode ministry,
      Map<String, String> fields,
      @Nullable TextFile file)
      implements SampleAct {}

  /** A text file attached to a report. */
  record TextFile(String name, String text) {}

  record Extend(String on, PersonId by, CommitmentRef ref, String deadline, String reason)
      implements SampleAct {}

  record Reassign(String on, PersonId by, CommitmentRef ref, MinistryCode to, String reason)
      implements SampleAct {}

  record Prioritise(String on, PersonId by, CommitmentRef ref, Priority priority, String reason)
      implements SampleAct {}

  record Ask(String on, PersonId by, CommitmentRef ref, @Nullable PartyCode to, String text)
      implements SampleAct {}

  /** Answers the open question of the commitment to the person's party. */
  record Answer(String on, PersonId by, CommitmentRef ref, String text) implements SampleAct {}

  record Remind(String on, PersonId by, CommitmentRef ref, String reason) implements SampleAct {}

  /** The mail server of a person's ministry returns the last e-mail to that person. */
  record Bounce(String on, PersonId to, String status, String diagnostic) implements SampleAct {}

  record Close(
      String on,
      PersonId by,
      MeetingId meeting,
      String heldOn,
      MeetingId next,
      LocalText name,
      @Nullable String place)
      implements SampleAct {}

  record Move(String on, PersonId by, MeetingId meeting, String to, String reason)
      implements SampleAct {}
}
