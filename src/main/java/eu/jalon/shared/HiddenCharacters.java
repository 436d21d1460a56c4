package eu.jalon.shared;

/** Characters that nobody types and that bend what stands beside them. */
public final class HiddenCharacters {

  private HiddenCharacters() {}

  /** Whether a text holds a control, or a sign that turns the direction of what follows. */
  public static boolean in(String text) {
    return text.codePoints().anyMatch(HiddenCharacters::isHidden);
  }

  private static boolean isHidden(int c) {
    boolean control = Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0;
    boolean embedding = c >= 0x202A && c <= 0x202E;
    boolean isolate = c >= 0x2066 && c <= 0x2069;
    return control || embedding || isolate;
  }
}
