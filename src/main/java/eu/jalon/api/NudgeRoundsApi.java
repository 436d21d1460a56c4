package eu.jalon.api;

import eu.jalon.directory.Person;
import eu.jalon.nudge.NudgeReport;
import eu.jalon.nudge.NudgeRound;
import eu.jalon.register.Viewer;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rounds of reminders by hand: a trial for any day, a real one for today. */
@RestController
@RequestMapping("/api/nudge-rounds")
class NudgeRoundsApi {

  private final NudgeRound round;

  NudgeRoundsApi(NudgeRound round) {
    this.round = round;
  }

  /** Which day, and whether it is only a trial. */
  record Wanted(LocalDate on, boolean dryRun) {

    Wanted {
      if (on == null) {
        throw Refusal.invalid("request.missing", "on");
      }
    }
  }

  /** How many nudges were held back for one reason. */
  record Held(String reason, int count) {}

  /** What a round did, or would do. */
  record RoundView(LocalDate on, int letters, int nudges, List<Held> suppressed) {

    static RoundView of(NudgeReport report) {
      return new RoundView(
          report.on(),
          report.letters(),
          report.nudges(),
          report.suppressed().entrySet().stream()
              .map(entry -> new Held(entry.getKey().name(), entry.getValue()))
              .toList());
    }
  }

  @PostMapping
  RoundView run(@RequestBody Wanted wanted, Person by) {
    Viewer.requireCoordinator(by);
    return RoundView.of(round.run(wanted.on(), wanted.dryRun()));
  }
}
