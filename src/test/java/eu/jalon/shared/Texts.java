package eu.jalon.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Languages of the tests, and texts in them. */
public final class Texts {

  public static final Language FR = Language.of("fr");
  public static final Language NL = Language.of("nl");
  public static final Language EN = Language.of("en");
  public static final Language DE = Language.of("de");

  private Texts() {}

  public static LocalText text(String fr, @Nullable String nl) {
    return text(fr, nl, null);
  }

  public static LocalText text(@Nullable String fr, @Nullable String nl, @Nullable String en) {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    texts.put("fr", fr);
    texts.put("nl", nl);
    texts.put("en", en);
    return LocalText.given(texts).orElseThrow(() -> ValidationError.invalid("text.blank"));
  }

  /** The same with one text. */
  public static String column(String fr) {
    return "{\"fr\":\"" + fr + "\"}";
  }

  /** A column of texts, for fixtures that write it with SQL. */
  public static String column(String fr, String nl) {
    return "{\"fr\":\"" + fr + "\",\"nl\":\"" + nl + "\"}";
  }
}
