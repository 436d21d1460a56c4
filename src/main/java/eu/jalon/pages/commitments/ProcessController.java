package eu.jalon.pages.commitments;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.process.DrawnModel;
import eu.jalon.actionitem.process.ProcessPositions;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.Track;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The data for the diagram of a commitment's process. */
@Workspace
class ProcessController {

  private final Commitments commitments;
  private final ActionItems items;
  private final ProcessPositions standings;
  private final ModelNames modelNames;
  private final PageFormatter format;

  ProcessController(
      Commitments commitments,
      ActionItems items,
      ProcessPositions standings,
      ModelNames modelNames,
      PageFormatter format) {
    this.commitments = commitments;
    this.items = items;
    this.standings = standings;
    this.modelNames = modelNames;
    this.format = format;
  }

  /** The diagrams of one commitment. */
  record Pictures(List<Picture> pictures) {}

  /**
   * One model.
   *
   * @param title the title of the diagram
   * @param xml BPMN 2.0, its names in French
   * @param names the names in the reader's language, by element
   */
  record Picture(String title, String xml, Map<String, String> names, List<Token> tokens) {}

  /**
   * An element where the process is or was.
   *
   * @param now whether the process is there; otherwise it has passed
   * @param badge a short text beside the element
   * @param late whether an action item there is overdue
   */
  record Token(String element, boolean now, String badge, boolean late) {}

  @GetMapping(path = "/commitments/{ref}/process", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Pictures> process(@PathVariable String ref, Person person) {
    Commitment commitment = commitments.get(new CommitmentRef(ref), person);
    Map<String, ActionItemView> byId =
        items.of(commitment.ref()).stream()
            .collect(Collectors.toMap(view -> view.item().id(), Function.identity()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Pictures(
                standings.drawn(commitment).stream()
                    .map(model -> picture(model, commitment.track(), byId))
                    .toList()));
  }

  private Picture picture(DrawnModel model, Track track, Map<String, ActionItemView> byId) {
    Track own = model.track();
    return new Picture(
        own == null ? format.message("drawn.followUp") : format.term("track", own),
        model.xml(),
        model.names().stream()
            .collect(
                Collectors.toMap(
                    DrawnModel.Named::element, named -> modelNames.name(named, track))),
        model.marks().stream().map(mark -> token(mark, byId)).toList());
  }

  private Token token(DrawnModel.Mark mark, Map<String, ActionItemView> byId) {
    List<ActionItemView> open =
        mark.items().stream().map(byId::get).filter(Objects::nonNull).toList();
    int late = open.stream().mapToInt(view -> view.overdueDays(format.today())).max().orElse(0);
    String who =
        open.stream()
            .map(view -> view.item().ministry().value())
            .distinct()
            .collect(Collectors.joining(", "));
    String badge = who.isEmpty() ? side(mark.side()) : who;
    return new Token(
        mark.element(),
        mark.now(),
        late > 0 ? badge + " · " + format.message("drawn.late", late) : badge,
        late > 0);
  }

  private static String side(@Nullable PartyCode side) {
    return side == null ? "" : side.value();
  }
}
