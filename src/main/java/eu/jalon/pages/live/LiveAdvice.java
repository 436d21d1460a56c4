package eu.jalon.pages.live;

import eu.jalon.pages.frame.Workspace;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Adds the mark of the data to the model before the controller reads any: a change that happens
 * while a page is being rendered has a later mark, so the page is notified.
 */
@ControllerAdvice(annotations = Workspace.class)
class LiveAdvice {

  private final LiveHub hub;

  LiveAdvice(LiveHub hub) {
    this.hub = hub;
  }

  @ModelAttribute
  void mark(Model model) {
    model.addAttribute("liveMark", hub.mark());
    model.addAttribute("livePause", hub.pause().toMillis());
  }
}
