package eu.jalon.register;

import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.Refusal;
import java.util.List;

/** Who carries a commitment: one lead ministry per country, one of the two accountable. */
public record Owners(
    MinistryCode leadBe, MinistryCode leadFr, Country accountable, List<MinistryCode> associated) {

  public Owners {
    if (leadBe.country() != Country.BE) {
      throw Refusal.invalid("commitment.lead", leadBe, Country.BE);
    }
    if (leadFr.country() != Country.FR) {
      throw Refusal.invalid("commitment.lead", leadFr, Country.FR);
    }
    associated =
        associated.stream()
            .filter(code -> !code.equals(leadBe) && !code.equals(leadFr))
            .distinct()
            .sorted()
            .toList();
  }

  public MinistryCode lead(Country country) {
    return country == Country.BE ? leadBe : leadFr;
  }
}
