package eu.jalon.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.simulation.faults.ReceivingMailServer.Arrived;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge of the fault runs: each excuse is good for one copy of one email, of those it fits. */
class DeliveryCheckTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 2);

  @Test
  void anExcuseThatFitsSeveralEmailsIsLeftToTheOneThatHasNoOther() {
    AllowedDuplicate either = excuse("a", "b");
    AllowedDuplicate onlyFirst = excuse("a");
    AllowedDuplicate onlySecond = excuse("b");

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

  private static AllowedDuplicate excuse(String... emails) {
    return new AllowedDuplicate(AllowedDuplicate.Kind.RESTART, Set.of(emails));
  }

  private static int unexplained(List<AllowedDuplicate> excuses, String... arrived) {
    List<Arrived> copies =
        List.of(arrived).stream()
            .map(email -> new Arrived(email + "@example.org", DAY, email, Set.of()))
            .toList();
    FaultRegister.FaultDay day =
        new FaultRegister.FaultDay(
            DAY, Map.of("a@example.org", Set.of(), "b@example.org", Set.of()));
    return DeliveryCheck.of(List.of(day), copies, copies.size(), excuses).unexplained();
  }
}
