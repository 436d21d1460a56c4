package eu.jalon.reminder;

import eu.jalon.actionitem.ActionItemContinued;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the pause of the reminders of an action item that goes on as another one. */
@Component
class PauseContinuation {

  private final JdbcPauses pauses;

  PauseContinuation(JdbcPauses pauses) {
    this.pauses = pauses;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void continued(ActionItemContinued event) {
    pauses.move(event.from(), event.to());
  }
}
