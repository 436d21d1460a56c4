package eu.jalon.intake.propose;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftFlag;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftOrigin;
import eu.jalon.intake.draft.DraftOrigin.Kind;
import eu.jalon.intake.draft.DraftOwners;
import eu.jalon.intake.draft.DraftTitles;
import eu.jalon.intake.propose.StepReader.Reading;
import eu.jalon.intake.propose.StepReader.StatedOwner;
import eu.jalon.intake.split.SplitDeclaration;
import eu.jalon.intake.split.SplitList;
import eu.jalon.intake.split.SplitList.Certainty;
import eu.jalon.intake.split.SplitStep;
import eu.jalon.intake.split.SplitTheme;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a first draft of each step: what the document states, what tables of words propose, and
 * nothing where neither does.
 */
@Component
public class DraftMaker {

  private static final int LONGEST_STEP = 8000;
  private static final int LONG = 600;

  private final ProposalTables tables;
  private final Deadlines deadlines;
  private final Directory directory;
  private final Meetings meetings;

  DraftMaker(ProposalTables tables, Deadlines deadlines, Directory directory, Meetings meetings) {
    this.tables = tables;
    this.deadlines = deadlines;
    this.directory = directory;
    this.meetings = meetings;
  }

  /**
   * Context for making drafts from the words of steps.
   *
   * @param meeting the meeting; only ministries of the parties of its series are proposed
   * @param text the whole text of the document
   * @param date the day from which it counts periods, null where it is not known
   */
  public record Origin(
      MeetingId meeting, String text, Language language, @Nullable LocalDate date) {}

  public List<DraftItem> of(SplitDeclaration split, Origin document) {
    Makers makers = makers(document.meeting());
    Set<Integer> unsure =
        split.lists().stream()
            .filter(list -> list.certainty() == Certainty.UNSURE)
            .map(SplitList::number)
            .collect(Collectors.toSet());
    List<DraftItem> items = new ArrayList<>();
    for (SplitTheme theme : split.themes()) {
      for (SplitStep step : theme.steps()) {
        var place = new Place(items.size() + 1, theme.number(), step.position());
        items.add(item(place, theme.title(), step, document, makers, unsure.contains(step.list())));
      }
    }
    return items;
  }

  /** The place of a draft. */
  public record Place(int n, int theme, int position) {}

  /** The draft of some words as it would have been made at the upload. */
  public DraftItem of(Place place, String themeTitle, String text, Span span, Origin document) {
    SplitStep step = new SplitStep(1, text, span, 0, "", SplitStep.Cell.NONE, SplitStep.Cell.NONE);
    return item(place, themeTitle, step, document, makers(document.meeting()), false);
  }

  public static void refuseTooLong(int n, String text) {
    if (text.length() > LONGEST_STEP) {
      throw ValidationError.invalid("declaration.stepTooLong", n, text.length(), LONGEST_STEP);
    }
  }

  /** Finds the ministries of a series as the directory has them now. */
  private record Makers(Owners owners, StepReader reader, Set<String> leads) {}

  private Makers makers(MeetingId meeting) {
    List<PartyCode> parties = meetings.seriesOf(meeting).parties();
    List<Ministry> ministries =
        directory.ministries().stream()
            .filter(ministry -> parties.contains(ministry.party()))
            .toList();
    OwnerWords words = tables.ownerWords();
    Owners owners =
        new Owners(
            words,
            ministries.stream()
                .map(
                    ministry ->
                        new Office(
                            ministry.code().value(),
                            ministry.party().value(),
                            List.copyOf(ministry.name().texts().values()),
                            ministry.coordination()))
                .toList());
    Set<String> leads =
        ministries.stream()
            .filter(ministry -> !ministry.coordination())
            .map(ministry -> ministry.code().value())
            .collect(Collectors.toSet());
    return new Makers(owners, new StepReader(owners, deadlines), leads);
  }

  private DraftItem item(
      Place place,
      String themeTitle,
      SplitStep step,
      Origin document,
      Makers makers,
      boolean unsure) {
    refuseTooLong(place.n(), step.text());
    Reading reading = makers.reader().read(step, document.text(), document.date());
    Map<DraftField, DraftOrigin> origins = new HashMap<>();
    Track track = tables.tracks().best(step.text()).map(Track::valueOf).orElse(null);
    if (track != null) {
      origins.put(DraftField.TRACK, DraftOrigin.PROPOSED);
    }
    DraftOwners owners = owners(themeTitle, step.text(), reading, makers, origins);
    StatedDeadline due = reading.due();
    DeadlineRule deadline = due == null ? null : due.rule();
    if (deadline != null) {
      origins.put(DraftField.DEADLINE, new DraftOrigin(Kind.STATED, reading.dueSpan()));
    }
    return new DraftItem(
        place.n(),
        place.theme(),
        place.position(),
        step.text(),
        titles(step.text(), document.language()),
        track,
        owners,
        deadline,
        origins,
        flags(step.text(), reading, unsure),
        step.list(),
        step.span(),
        null,
        false,
        0);
  }

  private static List<DraftFlag> flags(String text, Reading reading, boolean unsure) {
    List<DraftFlag> flags = new ArrayList<>();
    if (unsure) {
      flags.add(DraftFlag.UNSURE);
    }
    if (reading.severalDates()) {
      flags.add(DraftFlag.SEVERAL_DATES);
    }
    if (text.length() > LONG) {
      flags.add(DraftFlag.LONG);
    }
    return flags;
  }

  public static DraftTitles titles(String text, Language document) {
    return new DraftTitles(eu.jalon.intake.propose.TitleProposals.of(text, document));
  }

  /** The first ministry of each party that is stated leads; further ones are associated. */
  private DraftOwners owners(
      String themeTitle,
      String text,
      Reading reading,
      Makers makers,
      Map<DraftField, DraftOrigin> origins) {
    SortedMap<PartyCode, MinistryCode> leads = new TreeMap<>();
    PartyCode first = null;
    Set<MinistryCode> associated = new HashSet<>();
    for (StatedOwner owner : reading.owners()) {
      MinistryCode code = new MinistryCode(owner.code());
      if (!makers.leads().contains(owner.code()) || leads.containsKey(code.party())) {
        associated.add(code);
      } else {
        leads.put(code.party(), code);
        first = first == null ? code.party() : first;
        origins.put(DraftField.lead(code.party()), new DraftOrigin(Kind.STATED, owner.span()));
      }
    }
    if (leads.isEmpty()) {
      proposed(themeTitle, text, makers)
          .forEach(
              code -> {
                if (!leads.containsKey(code.party())) {
                  leads.put(code.party(), code);
                  origins.put(DraftField.lead(code.party()), DraftOrigin.PROPOSED);
                }
              });
    }
    if (first != null) {
      origins.put(DraftField.ACCOUNTABLE, DraftOrigin.PROPOSED);
    }
    return new DraftOwners(leads, first, List.copyOf(associated));
  }

  /** Ministries whose field the step or its theme is about; words of the step come first. */
  private List<MinistryCode> proposed(String themeTitle, String text, Makers makers) {
    List<String> codes = new ArrayList<>(makers.owners().fields(themeTitle));
    for (String words : List.of(text, themeTitle)) {
      for (String field : tables.fields().all(words)) {
        codes.addAll(makers.owners().fields(field));
      }
    }
    return codes.stream()
        .filter(makers.leads()::contains)
        .distinct()
        .map(MinistryCode::new)
        .toList();
  }
}
