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

/** Stores the unsent input of forms per user, so that it is available on every device. */
@Service
@Transactional
public class FormAutosaves {

  private final JdbcFormAutosaves autosaves;
  private final ActionItems items;
  private final Clock clock;

  FormAutosaves(JdbcFormAutosaves autosaves, ActionItems items, Clock clock) {
    this.autosaves = autosaves;
    this.items = items;
    this.clock = clock;
  }

  /** Returns the last saved input by field; empty if there is none. */
  @Transactional(readOnly = true)
  public Map<String, String> of(String item, Person person) {
    return autosaves.of(item, person.id());
  }

  /**
   * Replaces the saved input. It may be incomplete or invalid.
   *
   * @throws ValidationError if the person may not complete the item, a field is not in the form, or
   *     a value is too long
   */
  public void save(String item, Map<String, String> fields, Person person) {
    ActionItem open = items.own(item, person);
    fields.forEach(
        (name, text) -> {
          if (!StepOutcome.fields(open.step()).contains(name)) {
            throw ValidationError.ofField("form.unknownField", name);
          }
          if (TextPolicy.length(text) > StepOutcome.MAX_TEXT) {
            throw ValidationError.ofField(
                "form.tooLong", name, TextPolicy.length(text), StepOutcome.MAX_TEXT);
          }
        });
    Map<String, String> cleaned = new HashMap<>();
    fields.forEach((name, text) -> cleaned.put(name, TextPolicy.MULTI_LINE.cleaned(text, " ")));
    autosaves.replace(item, person.id(), cleaned, clock.instant());
  }
}
