package eu.jalon.actionitem;

import eu.jalon.directory.Directory;
import eu.jalon.shared.Fault;
import eu.jalon.shared.FaultSource;
import eu.jalon.shared.MinistryCode;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The fault of a ministry that has open action items and no person. */
@Component
class MinistriesWithoutPeople implements FaultSource {

  private final JdbcActionItems items;
  private final Directory directory;

  MinistriesWithoutPeople(JdbcActionItems items, Directory directory) {
    this.items = items;
    this.directory = directory;
  }

  @Override
  public List<Fault> faults() {
    Set<MinistryCode> staffed = directory.staff().keySet();
    return items.openMinistries().stream()
        .filter(ministry -> !staffed.contains(ministry))
        .map(ministry -> new Fault(Fault.Kind.MINISTRY_WITHOUT_PEOPLE, ministry.value()))
        .toList();
  }
}
