package eu.jalon.pages.overdue;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Person;
import eu.jalon.overview.overdue.OverdueAge;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.reminder.explain.LastReminder;
import eu.jalon.reminder.explain.LastReminders;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds the results of the last reminders to overdue items, with three statements for all of them.
 */
@Component
class OverdueRows {

  private final LastReminders reminders;
  private final Questions questions;
  private final PageFormatter format;

  OverdueRows(LastReminders reminders, Questions questions, PageFormatter format) {
    this.reminders = reminders;
    this.questions = questions;
    this.format = format;
  }

  List<OverdueRow> of(List<ActionItemView> views, DirectoryNames names, Person reader) {
    Map<String, LastReminder> last =
        reminders.of(views.stream().map(view -> view.item().id()).toList(), reader);
    Map<CommitmentRef, List<Question>> asked =
        questions
            .unanswered(views.stream().map(view -> view.item().ref()).distinct().toList(), reader)
            .stream()
            .collect(Collectors.groupingBy(Question::ref));
    return views.stream()
        .map(
            view ->
                row(
                    view,
                    last.getOrDefault(view.item().id(), LastReminder.NONE),
                    asked.getOrDefault(view.item().ref(), List.of()),
                    names))
        .toList();
  }

  private OverdueRow row(
      ActionItemView view, LastReminder last, List<Question> questions, DirectoryNames names) {
    int days = view.overdueDays(format.today());
    List<OverdueRow.Echo> echoes = new ArrayList<>();
    last.sent().forEach(sent -> echoes.add(echo(sent, names)));
    last.suppressed().forEach(suppressed -> echoes.add(echo(suppressed, names)));
    last.paused()
        .ifPresent(
            until ->
                echoes.add(answer(format.message("words.camePaused", format.day(until)), null)));
    questions.stream()
        .filter(question -> question.from().party().equals(view.item().ministry().party()))
        .forEach(question -> echoes.add(echo(question)));
    return new OverdueRow(
        view,
        days,
        OverdueAge.of(days),
        last.lastOn().orElse(null),
        last.sent().stream()
            .findFirst()
            .map(sent -> format.term("stage", sent.stage()))
            .orElse(null),
        echoes);
  }

  private OverdueRow.Echo echo(LastReminder.Sent sent, DirectoryNames names) {
    String who = name(sent.person(), names);
    String link = "/emails/" + sent.email();
    if (sent.failed()) {
      return new OverdueRow.Echo(
          OverdueRow.Echo.Kind.FAILED,
          format.message("words.cameFailed", who),
          sent.bounce() == null ? sent.reply() : sent.bounce(),
          link);
    }
    return sent.arrived() && sent.closedAt() != null
        ? new OverdueRow.Echo(
            OverdueRow.Echo.Kind.ARRIVED,
            format.message("words.cameSent", who, format.moment(sent.closedAt())),
            sent.reply(),
            link)
        : new OverdueRow.Echo(
            OverdueRow.Echo.Kind.WAITING,
            format.message("words.cameState", who, format.term("email.status", sent.status())),
            sent.bounce() == null ? sent.reply() : sent.bounce(),
            link);
  }

  private OverdueRow.Echo echo(LastReminder.Suppressed suppressed, DirectoryNames names) {
    String who =
        suppressed.person() == null
            ? format.message("words.cameNobody")
            : name(suppressed.person(), names);
    return new OverdueRow.Echo(
        OverdueRow.Echo.Kind.HELD,
        format.message("words.cameState", who, format.term("suppression", suppressed.reason())),
        null,
        null);
  }

  private OverdueRow.Echo echo(Question question) {
    return answer(
        format.message("words.cameAsked", format.day(format.date(question.askedAt()))),
        "/commitments/" + question.ref() + "#question-" + question.id());
  }

  private static OverdueRow.Echo answer(String what, @Nullable String link) {
    return new OverdueRow.Echo(OverdueRow.Echo.Kind.ANSWER, what, null, link);
  }

  private String name(PersonId person, DirectoryNames names) {
    return format.in(names.person(person));
  }
}
