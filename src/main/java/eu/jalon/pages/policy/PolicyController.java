package eu.jalon.pages.policy;

import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.policy.PolicyInForce;
import eu.jalon.reminder.policy.ReminderPolicies;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the reminder policy in force. */
@Workspace
class PolicyController {

  private final ReminderPolicies keeper;
  private final PolicyDescriber policy;
  private final ValidationMessages messages;

  PolicyController(ReminderPolicies keeper, PolicyDescriber policy, ValidationMessages messages) {
    this.keeper = keeper;
    this.policy = policy;
    this.messages = messages;
  }

  @GetMapping("/reminder-policy")
  String policy(Person person, Model model) {
    PolicyInForce table = keeper.inForce();
    model.addAttribute("inForce", table);
    model.addAttribute("shipped", isShipped(table.source()));
    model.addAttribute("lines", table.rules().stream().map(policy::spoken).toList());
    if (!person.is(Role.FOCAL_POINT)) {
      table.refused().ifPresent(refused -> addRefused(model, refused));
    }
    return "policy/policy";
  }

  private void addRefused(Model model, PolicyInForce.Refused refused) {
    model.addAttribute("refused", refused);
    model.addAttribute("why", messages.sentence(refused.key(), refused.arguments()));
  }

  /** Whether the policy is the one shipped with the application. */
  private static boolean isShipped(String source) {
    return source.startsWith("class path resource")
        || source.equals("processes/reminder-policy.dmn");
  }
}
