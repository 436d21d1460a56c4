package eu.jalon.pages.declarations;

import eu.jalon.directory.Person;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.intake.MarkedPlace;
import eu.jalon.intake.SourceFiles;
import eu.jalon.intake.draft.BlockRole;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.intake.draft.DraftList;
import eu.jalon.intake.draft.LastAct;
import eu.jalon.intake.draft.SourceBlock;
import eu.jalon.pages.declarations.MarkedBlocks.MarkedBlock;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a document as it is, and lets a coordinator say what counts in it. */
@Workspace
@RequestMapping("/declarations/{id}/marking")
class MarkingController {

  /** Blocks on one page. */
  private static final int SHOWN = 300;

  private final Intake intake;
  private final DraftReview drafts;
  private final SourceFiles files;
  private final ValidationMessages refusals;

  MarkingController(
      Intake intake, DraftReview drafts, SourceFiles files, ValidationMessages refusals) {
    this.intake = intake;
    this.drafts = drafts;
    this.files = files;
    this.refusals = refusals;
  }

  @GetMapping
  String show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int from,
      Person person,
      Model model) {
    DeclarationDraft draft = intake.get(id, person);
    if (draft.summary().launched() != null) {
      return "redirect:/declarations/" + id;
    }
    List<SourceBlock> blocks = files.blocks(id, person);
    int start = Math.max(0, Math.min(from, Math.max(0, blocks.size() - 1)));
    int end = Math.min(blocks.size(), start + SHOWN);
    model.addAttribute("draft", draft);
    model.addAttribute("blocks", marked(draft, blocks.subList(start, end), person));
    model.addAttribute("from", start);
    model.addAttribute("to", end);
    model.addAttribute("all", blocks.size());
    model.addAttribute("before", Math.max(0, start - SHOWN));
    model.addAttribute("roles", BlockRole.values());
    model.addAttribute("warnings", files.warnings(id, person));
    if (!model.containsAttribute("seen")) {
      model.addAttribute("seen", seen(id, person));
    }
    return "declarations/marking";
  }

  /**
   * Marks the blocks that were shown; what was not changed stays as it is.
   *
   * @param role what each of them is, in their order
   * @param counts numbers of the lists that count
   * @param seen the last act that the user saw
   */
  @PostMapping
  String mark(
      @PathVariable UUID id,
      @RequestParam int from,
      @RequestParam int seen,
      @RequestParam(required = false) @Nullable List<String> role,
      @RequestParam(required = false) @Nullable List<Integer> counts,
      @RequestParam(defaultValue = "false") boolean next,
      Person person,
      Model model,
      RedirectAttributes flash) {
    List<String> roles = Objects.requireNonNullElse(role, List.of());
    DeclarationDraft draft = intake.get(id, person);
    try {
      if (seen != seen(id, person)) {
        throw ValidationError.conflict("declaration.reviewChanged");
      }
      List<SourceBlock> blocks = files.blocks(id, person);
      int end = Math.min(blocks.size(), from + roles.size());
      List<MarkedBlock> shown = marked(draft, blocks.subList(Math.min(from, end), end), person);
      drafts.choose(id, counting(draft, shown, counts), changed(shown, roles), person);
    } catch (ValidationError refusal) {
      model.addAttribute("refused", refusals.sentence(refusal));
      model.addAttribute("typedRoles", roles);
      model.addAttribute("typedCounts", Objects.requireNonNullElse(counts, List.of()));
      return show(id, from, person, model);
    }
    if (next) {
      return "redirect:/declarations/" + id + "/marking?from=" + (from + SHOWN);
    }
    flash.addFlashAttribute("marked", true);
    return "redirect:/declarations/" + id;
  }

  private List<MarkedBlock> marked(
      DeclarationDraft draft, List<SourceBlock> blocks, Person person) {
    return new MarkedBlocks(draft, files.text(draft.summary().id(), person)).of(blocks);
  }

  private int seen(UUID id, Person person) {
    return drafts.last(id, person).map(LastAct::number).orElse(0);
  }

  /** The lists that count: those that were ticked, and of those not shown the ones that did. */
  private static Set<Integer> counting(
      DeclarationDraft draft, List<MarkedBlock> shown, @Nullable List<Integer> ticked) {
    Set<Integer> asked =
        shown.stream()
            .map(MarkedBlock::list)
            .filter(Objects::nonNull)
            .map(DraftList::number)
            .collect(Collectors.toSet());
    Set<Integer> chosen = Set.copyOf(Objects.requireNonNullElse(ticked, List.of()));
    return draft.lists().stream()
        .filter(
            list -> asked.contains(list.number()) ? chosen.contains(list.number()) : list.counts())
        .map(DraftList::number)
        .collect(Collectors.toSet());
  }

  private static List<MarkedPlace> changed(List<MarkedBlock> shown, List<String> roles) {
    List<MarkedPlace> places = new ArrayList<>();
    for (int i = 0; i < Math.min(shown.size(), roles.size()); i++) {
      MarkedBlock block = shown.get(i);
      BlockRole role = Choice.required(BlockRole.values(), Enum::name, "role", roles.get(i));
      if (role != block.role()) {
        places.add(new MarkedPlace(block.block().start(), block.block().end(), role));
      }
    }
    return places;
  }
}
