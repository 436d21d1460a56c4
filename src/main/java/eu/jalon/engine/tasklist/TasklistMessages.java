package eu.jalon.engine.tasklist;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.engine.model.ModelElements;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The translated texts that Jalon adds to Tasklist's own. */
@Component
class TasklistMessages {

  /** The fields of a card in their order; each has a label for screen readers. */
  enum CardField {
    REF,
    LATE,
    TITLE,
    THEME,
    OWNER;

    /** The name in Tasklist and in the message bundle. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final MessageSource messages;
  private final Today today;

  TasklistMessages(MessageSource messages, Today today) {
    this.messages = messages;
    this.today = today;
  }

  String step(ActionItemView view, Person reader) {
    return text("step." + view.item().step().key(), reader);
  }

  String process(String key, Person reader) {
    return ModelElements.trackOf(key)
        .map(track -> text("track." + track, reader))
        .orElseGet(() -> text("tasklist.process." + key, reader));
  }

  String filter(String name, Person reader) {
    String key =
        name.startsWith(TasklistFilters.WAITING)
            ? "waiting"
            : name.substring(TasklistFilters.PREFIX.length());
    return text("tasklist.filter." + key, reader);
  }

  String label(String line, Person reader) {
    return text("tasklist.card." + line, reader);
  }

  /** The text of a card field. */
  String card(
      CardField field, ActionItemView view, Map<MinistryCode, Ministry> ministries, Person reader) {
    return switch (field) {
      case REF -> view.item().ref().value();
      case LATE -> view.item().dueOn().map(due -> late(view, due, reader)).orElse("");
      case TITLE ->
          (view.restricted() ? text("restricted.true", reader) + " · " : "")
              + view.title().in(reader.language());
      case THEME -> view.theme().title().in(reader.language());
      case OWNER ->
          Optional.ofNullable(ministries.get(view.item().ministry()))
              .map(ministry -> ministry.name().in(reader.language()))
              .orElse(view.item().ministry().value());
    };
  }

  /** The due date and its distance from today by the server's clock, not the browser's. */
  private String late(ActionItemView view, DueDate due, Person reader) {
    LocalDate day = today.of(reader);
    int overdue = view.overdueDays(day);
    int left = overdue > 0 ? -overdue : due.daysLeft(day);
    String key = left < 0 ? "overdue" : left == 0 ? "today" : left == 1 ? "tomorrow" : "in";
    return text("tasklist.late." + key, reader, Math.abs(left))
        + " · "
        + reader.language().rules().day(due.day());
  }

  private String text(String key, Person reader, Object... arguments) {
    return messages.getMessage(key, arguments, reader.language().locale());
  }
}
