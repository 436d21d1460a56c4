package eu.jalon.engine.access;

import eu.jalon.directory.Ministry;
import eu.jalon.engine.model.ModelElements;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's authorizations of each group. The right to a task comes from its candidate
 * group ({@link CandidateGroupAuthorizationProvider}).
 */
@Component
public class EngineAuthorizations {

  private static final String TASKLIST = "tasklist";
  private static final String COCKPIT = "cockpit";

  /** The follow-up process and the track processes that it calls. */
  private static final List<String> MODELS =
      Stream.concat(Stream.of(ModelElements.FOLLOW_UP), ModelElements.TRACKS.values().stream())
          .toList();

  private final AuthorizationService authorizations;

  EngineAuthorizations(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  void grantToMinistry(Ministry ministry) {
    String group = ministry.code().value();
    grant(group, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
    if (ministry.coordination()) {
      grant(group, Resources.APPLICATION, COCKPIT, Permissions.ACCESS);
      grant(group, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
    }
    for (String model : MODELS) {
      grantModel(group, model, ministry.coordination());
    }
  }

  private void grantModel(String group, String model, boolean coordination) {
    if (coordination) {
      grant(
          group,
          Resources.PROCESS_DEFINITION,
          model,
          ProcessDefinitionPermissions.READ,
          ProcessDefinitionPermissions.READ_INSTANCE,
          ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
          ProcessDefinitionPermissions.READ_TASK_VARIABLE,
          ProcessDefinitionPermissions.READ_TASK,
          ProcessDefinitionPermissions.TASK_ASSIGN,
          ProcessDefinitionPermissions.READ_HISTORY);
    } else {
      // For the reference and title on Tasklist's cards; AccessRules and EngineExpressionFilter
      // reject the requests that would read variables of other ministries' processes.
      grant(
          group,
          Resources.PROCESS_DEFINITION,
          model,
          ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE);
    }
  }

  /** Administrators read users, groups and settings, but no processes or tasks. */
  void grantToAdministrators() {
    grant(Groups.CAMUNDA_ADMIN, Resources.APPLICATION, "admin", Permissions.ACCESS);
    grant(Groups.CAMUNDA_ADMIN, Resources.USER, Authorization.ANY, Permissions.READ);
    grant(Groups.CAMUNDA_ADMIN, Resources.GROUP, Authorization.ANY, Permissions.READ);
    grant(Groups.CAMUNDA_ADMIN, Resources.AUTHORIZATION, Authorization.ANY, Permissions.READ);
    grant(Groups.CAMUNDA_ADMIN, Resources.SYSTEM, Authorization.ANY, SystemPermissions.READ);
  }

  /** Lets all users read a filter, but not change it. */
  public void shareFilter(String filterId) {
    if (authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
            .resourceType(Resources.FILTER)
            .resourceId(filterId)
            .count()
        == 0) {
      Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
      all.setResource(Resources.FILTER);
      all.setResourceId(filterId);
      all.addPermission(Permissions.READ);
      authorizations.saveAuthorization(all);
    }
  }

  /** Lets one group read a filter. */
  public void shareFilterWithGroup(String filterId, String group) {
    grant(group, Resources.FILTER, filterId, Permissions.READ);
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    if (authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .count()
        == 0) {
      Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(group);
      grant.setResource(resource);
      grant.setResourceId(id);
      grant.setPermissions(permissions);
      authorizations.saveAuthorization(grant);
    }
  }
}
