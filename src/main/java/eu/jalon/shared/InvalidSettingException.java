package eu.jalon.shared;

/**
 * A setting with which the application must not start. The message is one sentence that names the
 * property and what would be right; it is all that the operator is shown.
 */
public class InvalidSettingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public InvalidSettingException(String sentence) {
    super(sentence);
  }

  public InvalidSettingException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
