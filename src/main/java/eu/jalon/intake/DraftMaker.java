package eu.jalon.intake;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.intake.split.Proposal;
import eu.jalon.intake.split.ProposalTable;
import eu.jalon.intake.split.SplitDeclaration;
import eu.jalon.intake.split.SplitStep;
import eu.jalon.intake.split.SplitTheme;
import eu.jalon.shared.Country;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Makes a first draft of each step: title, track and owners as the table of rules proposes. */
@Component
class DraftMaker {

  private static final DeadlineRule PROPOSED_DEADLINE = DeadlineRule.parse("S-30");
  private static final int LONGEST_STEP = 8000;

  private final ProposalTable table;
  private final Directory directory;

  DraftMaker(
      @Value("${jalon.intake.rules:classpath:intake/proposal-rules.csv}") Resource rules,
      Directory directory)
      throws IOException {
    this.table = ProposalTable.parse(rules.getContentAsString(StandardCharsets.UTF_8));
    this.directory = directory;
  }

  List<DraftItem> of(SplitDeclaration split) {
    Set<MinistryCode> known = directory.ministriesByCode().keySet();
    List<DraftItem> items = new ArrayList<>();
    for (SplitTheme theme : split.themes()) {
      for (SplitStep step : theme.steps()) {
        var place = new Place(items.size() + 1, theme.number(), step.position());
        items.add(item(place, theme.title(), step.text(), known));
      }
    }
    return items;
  }

  /** Where a draft stands. */
  record Place(int n, int theme, int position) {}

  /** The draft of one step as it would have been made at the upload. */
  DraftItem of(Place place, String themeTitle, String text) {
    return item(place, themeTitle, text, directory.ministriesByCode().keySet());
  }

  static void refuseTooLong(int n, String text) {
    if (text.length() > LONGEST_STEP) {
      throw ValidationError.invalid("declaration.stepTooLong", n, text.length(), LONGEST_STEP);
    }
  }

  private DraftItem item(Place place, String themeTitle, String text, Set<MinistryCode> known) {
    refuseTooLong(place.n(), text);
    Proposal proposal = table.propose(themeTitle, text);
    List<MinistryCode> associated =
        proposal.associated().stream().map(MinistryCode::new).filter(known::contains).toList();
    return new DraftItem(
        place.n(),
        place.theme(),
        place.position(),
        text,
        LocalText.of(proposal.title(), null),
        Track.valueOf(proposal.track()),
        new Leads(
            new MinistryCode(proposal.leadBe()),
            new MinistryCode(proposal.leadFr()),
            Country.valueOf(proposal.accountable()),
            associated),
        PROPOSED_DEADLINE,
        false,
        0);
  }
}
