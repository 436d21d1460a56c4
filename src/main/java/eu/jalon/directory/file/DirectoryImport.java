package eu.jalon.directory.file;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Updates the directory from the configured YAML file at each start, before the port is open and
 * before any job runs.
 */
@Component
@Conditional(DirectoryFileCondition.class)
class DirectoryImport implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryImport.class);

  private final Directory directory;
  private final Parties parties;
  private final TransactionOperations transaction;
  private final Resource file;

  DirectoryImport(
      Directory directory,
      Parties parties,
      TransactionOperations transaction,
      @Value("${jalon.directory.file}") Resource file) {
    this.directory = directory;
    this.parties = parties;
    this.transaction = transaction;
    this.file = file;
  }

  /**
   * @throws InvalidSettingException if the file cannot be read or has a wrong value; nothing is
   *     stored then
   */
  @Override
  public void afterSingletonsInstantiated() {
    DirectoryFile read = ConfiguredDirectory.read(file);
    try {
      rejectUnknownMinistries(read);
      transaction.executeWithoutResult(
          status -> {
            parties.enter(read.parties(), read.series());
            directory.enter(read.ministries(), open(read.people()));
          });
    } catch (ValidationError wrong) {
      throw ConfiguredDirectory.invalid(file, wrong);
    }
    LOG.info(
        "Directory updated: {} parties, {} series, {} ministries and {} people from {}",
        read.parties().size(),
        read.series().size(),
        read.ministries().size(),
        read.people().size(),
        file.getDescription());
  }

  /**
   * Without people whose accounts were closed in the application; they stay closed. People of a
   * ministry that was merged into another one belong to that.
   */
  private List<Person> open(List<Person> people) {
    Set<PersonId> closed = directory.closedAccounts();
    List<Person> ignored = people.stream().filter(each -> closed.contains(each.id())).toList();
    if (!ignored.isEmpty()) {
      LOG.warn(
          "Closed accounts of the directory file stay closed: {}",
          ignored.stream().map(each -> each.id().value()).toList());
    }
    Map<MinistryCode, Ministry> known = directory.ministriesByCode();
    return people.stream()
        .filter(each -> !closed.contains(each.id()))
        .map(each -> inPresentMinistry(each, known))
        .toList();
  }

  private static Person inPresentMinistry(Person person, Map<MinistryCode, Ministry> known) {
    MinistryCode code = person.ministry();
    Ministry ministry = code == null ? null : known.get(code);
    MinistryCode into = ministry == null ? null : ministry.mergedInto();
    return into == null
        ? person
        : inPresentMinistry(
            new Person(
                person.id(), person.name(), person.email(), person.language(), person.role(), into),
            known);
  }

  private void rejectUnknownMinistries(DirectoryFile read) {
    Set<MinistryCode> known = new HashSet<>(directory.ministriesByCode().keySet());
    known.addAll(read.ministries().stream().map(Ministry::code).collect(Collectors.toSet()));
    for (Person person : read.people()) {
      person
          .workplace()
          .filter(ministry -> !known.contains(ministry))
          .ifPresent(
              unknown -> {
                throw ValidationError.invalid("directory.unknownMinistry", person.id(), unknown);
              });
    }
  }
}
