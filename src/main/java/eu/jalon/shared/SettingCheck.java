package eu.jalon.shared;

/**
 * Checks some settings without starting the application, for the command {@code check}. It finds
 * implementations by this type; they are no beans of the application.
 */
public interface SettingCheck {

  /**
   * Checks the settings and stores nothing.
   *
   * @return one line with the result
   * @throws InvalidSettingException if a setting is wrong
   */
  String check();
}
