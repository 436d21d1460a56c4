package eu.jalon;

import eu.jalon.operation.command.Commands;
import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Jalon, an action-item workflow engine with e-mail reminders. A declaration is split into
 * drafts ({@code intake}); each launched draft becomes a commitment ({@code commitment}) with a
 * process instance ({@code engine}) whose user tasks are action items ({@code actionitem}); a
 * reminder round ({@code reminder}, {@code schedule}) queues e-mails about them ({@code mail}).
 * {@code pages} and {@code api} are the user interfaces.
 */
@SpringBootApplication
public class JalonApplication {

  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("UTC")));
    Commands.of(JalonApplication.class, System.out)
        .run(args)
        .ifPresentOrElse(System::exit, () -> SpringApplication.run(JalonApplication.class, args));
  }
}
