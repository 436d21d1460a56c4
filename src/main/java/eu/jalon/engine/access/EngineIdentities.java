package eu.jalon.engine.access;

import eu.jalon.directory.IdentityMirror;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.engine.fault.EngineFaults;
import eu.jalon.shared.Country;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Users and groups in the engine, as the directory has them: one group per ministry. Nobody can
 * sign in with the engine's own passwords, which are random and forgotten.
 */
@Component
class EngineIdentities implements IdentityMirror {

  private final IdentityService identity;
  private final TaskService tasks;
  private final EngineGrants grants;

  EngineIdentities(IdentityService identity, TaskService tasks, EngineGrants grants) {
    this.identity = identity;
    this.tasks = tasks;
    this.grants = grants;
  }

  @Override
  public void mirror(List<Ministry> ministries, List<Person> people) {
    EngineFaults.translate(
        () -> copy(ministries, people), ValidationError.conflict("request.raced"));
  }

  private void copy(List<Ministry> ministries, List<Person> people) {
    Set<String> groups =
        identity.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
    if (!groups.contains(Groups.CAMUNDA_ADMIN)) {
      group(Groups.CAMUNDA_ADMIN, "Jalon", Groups.GROUP_TYPE_SYSTEM);
    }
    grants.toAdministrators();
    for (Ministry ministry : ministries) {
      String id = ministry.code().value();
      if (!groups.contains(id)) {
        group(id, nameOf(ministry), Groups.GROUP_TYPE_WORKFLOW);
      }
      grants.toMinistry(ministry);
    }
    for (Person person : people) {
      user(person);
      membership(person);
    }
  }

  /** The engine shows one name to everybody: in Belgium it is in both languages. */
  private static String nameOf(Ministry ministry) {
    String french = ministry.name().fr();
    String dutch = ministry.name().in(Language.NL);
    return ministry.country() == Country.FR || dutch.equals(french)
        ? french
        : french + " · " + dutch;
  }

  private void group(String id, String name, String type) {
    Group group = identity.newGroup(id);
    group.setName(name);
    group.setType(type);
    identity.saveGroup(group);
  }

  private void user(Person person) {
    String id = person.id().value();
    User user = identity.createUserQuery().userId(id).singleResult();
    if (user == null) {
      user = identity.newUser(id);
      user.setPassword(UUID.randomUUID().toString());
    }
    user.setFirstName(person.name().in(person.language()));
    user.setLastName("");
    user.setEmail(person.address().map(EmailAddress::value).orElse(null));
    identity.saveUser(user);
  }

  private void membership(Person person) {
    String user = person.id().value();
    String wanted =
        person.is(Role.ADMINISTRATOR)
            ? Groups.CAMUNDA_ADMIN
            : person.workplace().map(MinistryCode::value).orElseThrow();
    Set<String> present =
        identity.createGroupQuery().groupMember(user).list().stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    if (!present.contains(wanted)) {
      identity.createMembership(user, wanted);
    }
    List<String> former = present.stream().filter(group -> !group.equals(wanted)).toList();
    if (!former.isEmpty()) {
      former.forEach(group -> identity.deleteMembership(user, group));
      giveBack(user);
    }
  }

  /** What a person claimed in the name of a former ministry is open to its other people again. */
  private void giveBack(String user) {
    tasks.createTaskQuery().taskAssignee(user).list().stream()
        .map(Task::getId)
        .forEach(task -> tasks.setAssignee(task, null));
  }
}
