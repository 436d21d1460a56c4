package eu.jalon.intake.draft;

import eu.jalon.commitment.Leads;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is to carry a step, as far as that is known. */
public record DraftOwners(
    @Nullable MinistryCode leadBe,
    @Nullable MinistryCode leadFr,
    @Nullable Country accountable,
    List<MinistryCode> associated) {

  /** No owner is known. */
  public static final DraftOwners NONE = new DraftOwners(null, null, null, List.of());

  public DraftOwners {
    if (leadBe != null && leadBe.country() != Country.BE) {
      throw ValidationError.invalid("commitment.lead", leadBe, Country.BE);
    }
    if (leadFr != null && leadFr.country() != Country.FR) {
      throw ValidationError.invalid("commitment.lead", leadFr, Country.FR);
    }
    MinistryCode be = leadBe;
    MinistryCode fr = leadFr;
    associated =
        associated.stream()
            .filter(code -> !code.equals(be) && !code.equals(fr))
            .distinct()
            .sorted()
            .toList();
  }

  public @Nullable MinistryCode lead(Country country) {
    return country == Country.BE ? leadBe : leadFr;
  }

  /** The owners of a commitment; nothing may be missing. */
  public Leads complete() {
    if (leadBe == null || leadFr == null || accountable == null) {
      throw new IllegalStateException("a draft without its owners is incomplete");
    }
    return new Leads(leadBe, leadFr, accountable, associated);
  }
}
