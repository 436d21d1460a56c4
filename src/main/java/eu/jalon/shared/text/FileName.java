package eu.jalon.shared.text;

import eu.jalon.shared.ValidationError;
import java.util.regex.Pattern;

/**
 * The base name of a file, without folders and without characters that {@link TextPolicy} rejects.
 */
public record FileName(String value) {

  /** Maximum length in UTF-16 code units. */
  public static final int LONGEST = 200;

  private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
  private static final Pattern RESERVED = Pattern.compile("[\"<>|:*?]+");

  /** Rejects a name that {@link #of} would change. */
  public FileName {
    if (!value.equals(cleaned(value))) {
      throw ValidationError.invalid("fileName.wrong", value);
    }
  }

  /** Cleans and shortens a name that a browser sent; the file extension is kept. */
  public static FileName of(String sent) {
    return new FileName(cleaned(sent));
  }

  /** Returns the file extension in lower case, without the dot; empty if there is none. */
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
      // Do not cut a surrogate pair in half.
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
