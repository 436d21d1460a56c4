package eu.jalon.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.faults.PostOffice.Arrived;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge of the fault runs: each excuse is good for one copy of one email, of those it fits. */
class VerdictTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 2);

  @Test
  void anExcuseThatFitsSeveralEmailsIsLeftToTheOneThatHasNoOther() {
    Excuse either = excuse("a", "b");
    Excuse onlyFirst = excuse("a");
    Excuse onlySecond = excuse("b");

    assertThat(unexplained(List.of(either, onlyFirst), "a", "a", "b", "b")).isZero();
    assertThat(unexplained(List.of(either, onlySecond), "a", "a", "b", "b")).isZero();
    assertThat(unexplained(List.of(onlyFirst, either, onlyFirst), "a", "a", "a", "b", "b"))
        .isZero();
  }

  @Test
  void noExcuseIsGoodForTwoCopies() {
    assertThat(unexplained(List.of(excuse("a", "b")), "a", "a", "b", "b")).isOne();
    assertThat(unexplained(List.of(excuse("a")), "a", "a", "a")).isOne();
    assertThat(unexplained(List.of(excuse("b"), excuse("b")), "a", "a", "b")).isOne();
    assertThat(unexplained(List.of(), "a", "b")).isZero();
  }

  private static Excuse excuse(String... emails) {
    return new Excuse(Excuse.Kind.RESTART, Set.of(emails));
  }

  private static int unexplained(List<Excuse> excuses, String... arrived) {
    List<Arrived> copies =
        List.of(arrived).stream()
            .map(email -> new Arrived(email + "@example.org", DAY, email, Set.of()))
            .toList();
    FaultRegister.FaultDay day =
        new FaultRegister.FaultDay(
            DAY, Map.of("a@example.org", Set.of(), "b@example.org", Set.of()));
    return Verdict.of(List.of(day), copies, copies.size(), excuses).unexplained();
  }
}
