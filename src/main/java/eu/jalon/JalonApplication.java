package eu.jalon;

import java.time.ZoneId;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Jalon. The route of one datum goes through the rooms in this order: a declaration is split
 * (intake), its steps are entered (register), each gets a process (engine) whose tasks are action
 * items (register again), which a round (schedule, reminder) turns into emails (mailQueue). The
 * pages and the API look in from the side; directory knows who people are, and security lets them
 * in.
 */
@SpringBootApplication
public class JalonApplication {

  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("UTC")));
    SpringApplication.run(JalonApplication.class, args);
  }
}
