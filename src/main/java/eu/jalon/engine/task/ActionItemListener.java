package eu.jalon.engine.task;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.deadline.DueOffset;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Updates the action item of a user task on each of its events. */
class ActionItemListener implements TaskListener {

  private final Step step;
  private final DueOffset offset;

  ActionItemListener(Step step, DueOffset offset) {
    this.step = step;
    this.offset = offset;
  }

  @Override
  public void notify(DelegateTask task) {
    ActionItemSession session = ActionItemSession.current();
    if (task.getExecution() == null) {
      throw session.gone(task);
    }
    switch (task.getEventName()) {
      case EVENTNAME_CREATE -> session.opened(task, step, offset);
      case EVENTNAME_ASSIGNMENT -> session.assigned(task);
      case EVENTNAME_UPDATE -> session.updated(task);
      case EVENTNAME_COMPLETE -> session.done(task, step);
      case EVENTNAME_DELETE -> session.dropped(task);
      default -> throw new IllegalStateException("Unexpected task event: " + task.getEventName());
    }
  }
}
