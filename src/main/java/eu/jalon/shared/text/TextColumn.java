package eu.jalon.shared.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes texts in several languages as database columns: a JSON object with a member for
 * each language, <code>{"fr": "Sommet", "nl": "Top"}</code>, the first of which is used for those
 * that are missing.
 */
public final class TextColumn {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader TEXTS =
      JSON.readerFor(new TypeReference<LinkedHashMap<String, String>>() {});

  private TextColumn() {}

  /** Returns the text of a column that is not null. */
  public static LocalText read(ResultSet row, String column) throws SQLException {
    return new LocalText(texts(row.getString(column)));
  }

  /** Returns the text of a column; null if the column is null. */
  public static @Nullable LocalText optional(ResultSet row, String column) throws SQLException {
    String stored = row.getString(column);
    return stored == null ? null : new LocalText(texts(stored));
  }

  /** Returns the texts of a column by their language, without those that were not given. */
  public static Map<Language, String> texts(@Nullable String stored) {
    Map<Language, String> texts = new LinkedHashMap<>();
    if (stored != null) {
      try {
        TEXTS
            .<Map<String, String>>readValue(stored)
            .forEach((code, text) -> texts.put(Language.of(code), text));
      } catch (JsonProcessingException broken) {
        throw new IllegalStateException("Not a text in several languages: " + stored, broken);
      }
    }
    return texts;
  }

  /** Returns the value of a column for a text; null for null. */
  public static @Nullable String write(@Nullable LocalText text) {
    return text == null ? null : write(text.texts());
  }

  /** Returns the value of a column for texts by their language; null if there is none. */
  public static @Nullable String write(Map<Language, String> texts) {
    if (texts.isEmpty()) {
      return null;
    }
    Map<String, String> byCode = new LinkedHashMap<>();
    texts.forEach((language, text) -> byCode.put(language.code(), text));
    try {
      return JSON.writeValueAsString(byCode);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
