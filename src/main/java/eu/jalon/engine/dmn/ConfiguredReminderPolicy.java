package eu.jalon.engine.dmn;

import eu.jalon.reminder.policy.ReminderPolicyCheck;
import eu.jalon.shared.InvalidSettingException;
import eu.jalon.shared.SettingCheck;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;

/** Reads the configured reminder policy, without putting it in force. */
@ConditionalOnProperty("jalon.reminder.policy")
class ConfiguredReminderPolicy implements SettingCheck {

  private static final String PROPERTY = "jalon.reminder.policy";

  private final Resource file;

  ConfiguredReminderPolicy(@Value("${jalon.reminder.policy}") Resource file) {
    this.file = file;
  }

  @Override
  public String check() {
    try {
      String dmn = file.getContentAsString(StandardCharsets.UTF_8);
      ReminderPolicyCheck.check(new DmnReminderPolicyReader().read(dmn));
      return PROPERTY + ": " + file.getDescription();
    } catch (ValidationError wrong) {
      throw new InvalidSettingException(
          "%s is %s, which has a fault:".formatted(PROPERTY, file.getDescription()), wrong);
    } catch (IOException unreadable) {
      throw new InvalidSettingException(
          "%s is %s, which cannot be read: name an existing file."
              .formatted(PROPERTY, file.getDescription()),
          unreadable);
    }
  }
}
