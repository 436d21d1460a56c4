package eu.jalon.directory.people;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Lists ministries that no reminder reaches and accounts that share an address, as details for
 * administrators. People mend them in the directory, so the status stays {@code UP}.
 */
@Component
class DirectoryHealthIndicator extends AbstractHealthIndicator {

  private final DirectoryFlaws flaws;

  DirectoryHealthIndicator(DirectoryFlaws flaws) {
    super("The directory cannot be read");
    this.flaws = flaws;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    DirectoryFlaws.Flaws found = flaws.all();
    builder
        .up()
        .withDetail(
            "ministriesWithoutReader",
            found.withoutReader().stream().map(code -> code.value()).toList())
        .withDetail(
            "sharedAddresses",
            found.sharedAddresses().stream()
                .map(people -> people.stream().map(id -> id.value()).toList())
                .toList());
  }
}
