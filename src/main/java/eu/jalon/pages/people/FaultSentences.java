package eu.jalon.pages.people;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.operation.alarm.AlarmWatch;
import eu.jalon.reminder.wording.AlarmWriter;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says on the home page of administrators what is wrong at present. */
@Component
class FaultSentences {

  private final AlarmWatch alarms;
  private final MessageSource messages;

  FaultSentences(AlarmWatch alarms, MessageSource messages) {
    this.alarms = alarms;
    this.messages = messages;
  }

  /** Returns a sentence for each fault, the oldest first; none for another role. */
  List<String> of(Person reader) {
    return reader.is(Role.ADMINISTRATOR)
        ? alarms.raised().stream()
            .map(alarm -> AlarmWriter.sentence(messages, alarm.fault(), reader.language()))
            .toList()
        : List.of();
  }
}
