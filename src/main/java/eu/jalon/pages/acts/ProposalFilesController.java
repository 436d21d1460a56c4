package eu.jalon.pages.acts;

import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListFiles;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.proposal.Proposals;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Exports the proposals that wait for an answer. */
@Workspace
class ProposalFilesController {

  private final Proposals proposals;
  private final Directory directory;
  private final ListFiles files;
  private final PageFormatter format;

  ProposalFilesController(
      Proposals proposals, Directory directory, ListFiles files, PageFormatter format) {
    this.proposals = proposals;
    this.directory = directory;
    this.files = files;
    this.format = format;
  }

  @GetMapping({"/proposals.csv", "/proposals.xlsx"})
  ResponseEntity<byte[]> file(Person person, HttpServletRequest request) throws IOException {
    List<Proposal> open = proposals.open(person);
    DirectoryNames names = DirectoryNames.of(directory);
    return files.send(
        format.message("proposals.title"),
        List.<ListFiles.ListColumn<Proposal>>of(
            new ListFiles.ListColumn<>(format.message("words.sheetRef"), 13, Proposal::about),
            new ListFiles.ListColumn<>(
                format.message("emails.kind"),
                18,
                proposal -> format.term("proposal", proposal.kind())),
            new ListFiles.ListColumn<>(
                format.message("words.sheetParty"), 14, proposal -> format.party(proposal.party())),
            new ListFiles.ListColumn<>(
                format.message("audit.person"),
                26,
                proposal -> format.in(names.person(proposal.proposedBy()))),
            new ListFiles.ListColumn<>(
                format.message("emails.day"), 12, proposal -> format.date(proposal.proposedAt())),
            new ListFiles.ListColumn<>(format.message("overdue.act.reason"), 60, Proposal::reason),
            new ListFiles.ListColumn<>(
                format.message("proposals.awaited"),
                24,
                proposal ->
                    proposal.awaited().stream()
                        .map(format::party)
                        .sorted()
                        .collect(Collectors.joining(", ")))),
        Page.of(open, new Page.Request(0, Page.Request.MAX_SIZE), open.size()),
        request);
  }
}
