package eu.jalon.operation.release;

import eu.jalon.shared.InvalidSettingException;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * Brings the schema up to date, unless a newer release has used the database: an older one would
 * read its data wrongly and put its own, older process models in force.
 */
@Component
class ReleaseCheck implements FlywayMigrationStrategy {

  private final Optional<Release> own;

  @Autowired
  ReleaseCheck(ObjectProvider<BuildProperties> build) {
    this(Release.of(build));
  }

  ReleaseCheck(Optional<Release> own) {
    this.own = own;
  }

  /**
   * @throws InvalidSettingException if a newer release has used the database
   */
  @Override
  public void migrate(Flyway flyway) {
    JdbcInstallation installation = JdbcInstallation.of(flyway);
    check(flyway, installation);
    flyway.migrate();
    own.filter(release -> isNewer(release, installation))
        .ifPresent(release -> installation.setRelease(release.version()));
  }

  void check(Flyway flyway, JdbcInstallation installation) {
    Optional<String> used = installation.release();
    if (own.isPresent() && used.isPresent()) {
      Release newest = new Release(used.get());
      if (newest.compareTo(own.get()) > 0) {
        throw newer("release " + newest.version(), "release " + own.get().version());
      }
    }
    Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState().isApplied() && !migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .findFirst()
        .ifPresent(
            version -> {
              throw newer("schema " + version, "a release that does not know it");
            });
  }

  private static boolean isNewer(Release release, JdbcInstallation installation) {
    return installation.release().map(Release::new).stream()
        .noneMatch(used -> used.compareTo(release) >= 0);
  }

  private static InvalidSettingException newer(String found, String own) {
    return new InvalidSettingException(
        "spring.datasource.url names a database that %s of Jalon has used, and this is %s: start that release or a later one, or restore the backup taken before the upgrade."
            .formatted(found, own));
  }
}
