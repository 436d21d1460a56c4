package eu.jalon.engine.access;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Authorizes only the candidate group of a task, and revokes the authorization when the candidate
 * group is removed. The engine's default also authorizes each assignee and revokes nothing, so that
 * a former ministry would keep its access.
 */
public class CandidateGroupAuthorizationProvider extends DefaultAuthorizationProvider {

  private static final AuthorizationEntity[] NONE = {};

  @Override
  public AuthorizationEntity[] newTaskAssignee(
      Task task, @Nullable String before, @Nullable String assignee) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(
      Task task, @Nullable String before, @Nullable String owner) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
    return NONE;
  }

  /** The right to assign is needed to release a task; the register decides on each assignment. */
  @Override
  public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
    AuthorizationEntity[] grants = super.newTaskGroupIdentityLink(task, group, type);
    for (AuthorizationEntity grant : grants) {
      if (grant != null && grant.getResourceType() == Resources.TASK.resourceType()) {
        grant.addPermission(Permissions.TASK_ASSIGN);
      }
    }
    return grants;
  }

  /** Nothing is asked for a task that the current command creates: it has no authorization yet. */
  @Override
  protected @Nullable AuthorizationEntity getGrantAuthorization(
      String task, @Nullable String user, @Nullable String group, Resource resource) {
    return isNew(task) ? null : super.getGrantAuthorization(task, user, group, resource);
  }

  private static boolean isNew(String task) {
    CachedDbEntity held =
        Context.getCommandContext()
            .getDbEntityManager()
            .getDbEntityCache()
            .getCachedEntity(TaskEntity.class, task);
    return held != null && held.getEntityState() == DbEntityState.TRANSIENT;
  }

  @Override
  public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
    AuthorizationEntity grant = getGrantAuthorizationByGroupId(group, Resources.TASK, task.getId());
    return grant == null ? NONE : new AuthorizationEntity[] {grant};
  }
}
