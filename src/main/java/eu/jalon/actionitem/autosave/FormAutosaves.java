package eu.jalon.actionitem.autosave;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.directory.Person;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.TextPolicy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody typed into a form and has not sent: kept for him, on every device. */
@Service
@Transactional
public class FormAutosaves {

  private final JdbcFormAutosaves drafts;
  private final ActionItems items;
  private final Clock clock;

  FormAutosaves(JdbcFormAutosaves drafts, ActionItems items, Clock clock) {
    this.drafts = drafts;
    this.items = items;
    this.clock = clock;
  }

  /** What he typed the last time; empty where there is nothing. */
  @Transactional(readOnly = true)
  public Map<String, String> of(String item, Person person) {
    return drafts.of(item, person.id());
  }

  /**
   * Keeps what he typed, in place of what was kept before. It need not be complete nor right.
   *
   * @throws ValidationError where the item is not his or not open, or a field is not the form's or
   *     longer than any form takes
   */
  public void keep(String item, Map<String, String> fields, Person person) {
    ActionItem open = items.own(item, person);
    fields.forEach(
        (name, text) -> {
          if (!StepOutcome.fields(open.step()).contains(name)) {
            throw ValidationError.invalid("form.unknownField", name);
          }
          if (TextPolicy.length(text) > StepOutcome.MAX_TEXT) {
            throw ValidationError.invalid(
                "form.tooLong", name, TextPolicy.length(text), StepOutcome.MAX_TEXT);
          }
        });
    Map<String, String> kept = new HashMap<>();
    fields.forEach((name, text) -> kept.put(name, TextPolicy.MULTI_LINE.cleaned(text, " ")));
    drafts.replace(item, person.id(), kept, clock.instant());
  }
}
