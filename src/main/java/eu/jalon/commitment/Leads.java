package eu.jalon.commitment;

import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.util.List;

/** The lead ministry of each country, the accountable country, and the associated ministries. */
public record Leads(
    MinistryCode leadBe, MinistryCode leadFr, Country accountable, List<MinistryCode> associated) {

  public Leads {
    if (leadBe.country() != Country.BE) {
      throw ValidationError.invalid("commitment.lead", leadBe, Country.BE);
    }
    if (leadFr.country() != Country.FR) {
      throw ValidationError.invalid("commitment.lead", leadFr, Country.FR);
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
