package eu.jalon.intake;

import eu.jalon.directory.Person;
import eu.jalon.intake.draft.DraftAct;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.DraftTheme;
import eu.jalon.intake.draft.LastAct;
import eu.jalon.intake.store.JdbcDeclarations;
import eu.jalon.intake.store.JdbcDraftHistory;
import eu.jalon.intake.store.JdbcDraftItems;
import eu.jalon.intake.store.JdbcDraftItems.Placed;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what an act of the review changes, and undoes the last one; the caller has the lock. */
@Component
class DraftHistory {

  private final JdbcDraftHistory history;
  private final JdbcDraftItems items;
  private final JdbcDeclarations declarations;
  private final Clock clock;

  DraftHistory(
      JdbcDraftHistory history, JdbcDraftItems items, JdbcDeclarations declarations, Clock clock) {
    this.history = history;
    this.items = items;
    this.declarations = declarations;
    this.clock = clock;
  }

  /** Keeps the whole review before an act on a draft or, with 0, on several. */
  void before(UUID id, DraftAct act, int n, Person by) {
    history.keepAll(id, act, n, clock.instant(), by.id());
  }

  /** Keeps one draft before an act that changes no other. */
  void beforeOne(UUID id, DraftAct act, int n, Person by) {
    history.keepOne(id, act, n, clock.instant(), by.id());
  }

  Optional<LastAct> last(UUID id) {
    return history.last(id);
  }

  /** Undoes an act; refuses one that another act followed. */
  void undo(UUID id, int number) {
    if (history.last(id).map(LastAct::number).orElse(0) != number) {
      throw ValidationError.conflict("declaration.undoLater");
    }
    int revision = items.revision(id);
    List<Placed> before = items.before(id, number);
    if (history.isWhole(id, number)) {
      history.restoreThemesAndLists(id, number);
      items.replace(id, before.stream().map(one -> restored(one, revision)).toList());
    } else {
      before.forEach(one -> restore(id, one, revision));
    }
    for (DraftTheme theme : declarations.themes(id)) {
      items.renumber(id, theme.number());
    }
    history.forget(id, number, number);
  }

  private static Placed restored(Placed one, int revision) {
    DraftItem item = one.item();
    return new Placed(one.before(), item.at(item.n(), item.position(), revision));
  }

  private void restore(UUID id, Placed one, int revision) {
    items
        .find(id, one.before())
        .ifPresent(
            now ->
                items.update(id, one.item().at(now.n(), now.position(), now.version()), revision));
  }
}
