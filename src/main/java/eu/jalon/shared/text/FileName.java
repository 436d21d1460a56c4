package eu.jalon.shared.text;

import eu.jalon.shared.ValidationError;
import java.util.regex.Pattern;

/** The name of a file as users know it: without folders, of characters that a text may hold. */
public record FileName(String value) {

  /** Longest name, in UTF-16 code units. */
  public static final int LONGEST = 200;

  private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
  private static final Pattern RESERVED = Pattern.compile("[\"<>|:*?]+");

  /** Refuses what {@link #of} would change. */
  public FileName {
    if (!value.equals(cleaned(value))) {
      throw ValidationError.invalid("fileName.wrong", value);
    }
  }

  /** The name that a browser sent, cleaned and shortened; its ending is kept. */
  public static FileName of(String sent) {
    return new FileName(cleaned(sent));
  }

  /** What follows the last dot, in lower case; empty where there is none. */
  public String ending() {
    int dot = value.lastIndexOf('.');
    return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
  }

  private static String cleaned(String sent) {
    String name = FOLDERS.matcher(sent).replaceFirst("");
    name = TextPolicy.SINGLE_LINE.cleaned(RESERVED.matcher(name).replaceAll("_"), "_");
    if (name.length() > LONGEST) {
      int dot = name.lastIndexOf('.');
      String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
      int end = LONGEST - ending.length();
      // Never half a character.
      end -= Character.isHighSurrogate(name.charAt(end - 1)) ? 1 : 0;
      name = name.substring(0, end).strip() + ending;
    }
    return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? "_" : name;
  }

  @Override
  public String toString() {
    return value;
  }
}
