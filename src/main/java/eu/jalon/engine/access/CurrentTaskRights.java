package eu.jalon.engine.access;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Grants the work on a task to its candidate group and to no person, and takes it away with the
 * candidate group. The engine's default also grants it to each assignee and takes nothing away, so
 * that a former ministry would keep its access.
 */
public class CurrentTaskRights extends DefaultAuthorizationProvider {

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

  @Override
  public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String group, String type) {
    AuthorizationEntity grant = getGrantAuthorizationByGroupId(group, Resources.TASK, task.getId());
    return grant == null ? NONE : new AuthorizationEntity[] {grant};
  }
}
