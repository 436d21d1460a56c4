package eu.jalon.engine.access;

import eu.jalon.directory.IdentityMirror;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Series;
import eu.jalon.engine.fault.EngineExceptions;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Copies the directory's people and ministries to the engine as users and groups, and the series as
 * tenants, whose members are the ministries of the parties in the series. The engine's passwords
 * are random and not kept: users sign in to Jalon only.
 */
@Component
class EngineIdentityMirror implements IdentityMirror {

  /** The length of the engine's column. */
  private static final int LONGEST_NAME = 255;

  private final IdentityService identity;
  private final TaskService tasks;
  private final EngineAuthorizations authorizations;

  EngineIdentityMirror(
      IdentityService identity, TaskService tasks, EngineAuthorizations authorizations) {
    this.identity = identity;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  @Override
  public void mirror(List<Ministry> ministries, List<Person> people) {
    EngineExceptions.translate(
        () -> copy(ministries, people), ValidationError.conflict("request.raced"));
  }

  @Override
  public void mirrorSeries(List<Series> series, List<Ministry> ministries) {
    EngineExceptions.translate(
        () -> series.forEach(each -> copy(each, ministries)),
        ValidationError.conflict("request.raced"));
  }

  private void copy(List<Ministry> ministries, List<Person> people) {
    Set<String> groups =
        identity.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
    if (!groups.contains(Groups.CAMUNDA_ADMIN)) {
      saveGroup(Groups.CAMUNDA_ADMIN, "Jalon", Groups.GROUP_TYPE_SYSTEM);
    }
    authorizations.grantToAdministrators();
    for (Ministry ministry : ministries) {
      String id = ministry.code().value();
      if (!groups.contains(id)) {
        saveGroup(id, nameOf(ministry), Groups.GROUP_TYPE_WORKFLOW);
      } else {
        renameGroup(id, nameOf(ministry));
      }
      authorizations.grantToMinistry(ministry);
    }
    for (Person person : people) {
      if (person.closed()) {
        remove(person);
      } else {
        saveUser(person);
        updateMembership(person);
      }
    }
  }

  private void copy(Series series, List<Ministry> ministries) {
    String id = series.id();
    if (identity.createTenantQuery().tenantId(id).count() == 0) {
      Tenant tenant = identity.newTenant(id);
      tenant.setName(series.name().first());
      identity.saveTenant(tenant);
    }
    Set<String> wanted =
        ministries.stream()
            .filter(ministry -> series.parties().contains(ministry.party()))
            .map(ministry -> ministry.code().value())
            .collect(Collectors.toSet());
    Set<String> present =
        identity.createGroupQuery().memberOfTenant(id).list().stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    wanted.stream()
        .filter(group -> !present.contains(group))
        .forEach(group -> identity.createTenantGroupMembership(id, group));
    present.stream()
        .filter(group -> !wanted.contains(group))
        .forEach(group -> identity.deleteTenantGroupMembership(id, group));
  }

  /**
   * The engine has one name per group for users of all languages, so it is the ministry's name in
   * as many of its languages as the column holds.
   */
  private static String nameOf(Ministry ministry) {
    String name = ministry.name().first();
    for (String other : new LinkedHashSet<>(ministry.name().texts().values())) {
      String longer = name + " · " + other;
      if (!other.equals(ministry.name().first()) && longer.length() <= LONGEST_NAME) {
        name = longer;
      }
    }
    return name;
  }

  private void renameGroup(String id, String name) {
    Group group = identity.createGroupQuery().groupId(id).singleResult();
    if (!name.equals(group.getName())) {
      group.setName(name);
      identity.saveGroup(group);
    }
  }

  private void saveGroup(String id, String name, String type) {
    Group group = identity.newGroup(id);
    group.setName(name);
    group.setType(type);
    identity.saveGroup(group);
  }

  private void saveUser(Person person) {
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

  /** Removes a user with the memberships; the history keeps the id. */
  private void remove(Person person) {
    unassignTasks(person.id().value());
    identity.deleteUser(person.id().value());
  }

  private void updateMembership(Person person) {
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
      unassignTasks(user);
    }
  }

  /**
   * Unassigns the tasks that a user claimed for a former ministry, so that colleagues there can
   * claim them.
   */
  private void unassignTasks(String user) {
    tasks.createTaskQuery().taskAssignee(user).list().stream()
        .map(Task::getId)
        .forEach(task -> tasks.setAssignee(task, null));
  }
}
