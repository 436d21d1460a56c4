package eu.jalon.pages.commitments;

import eu.jalon.shared.text.Choice;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the list can show of a commitment beside its reference and title, in the list's order. */
public enum ListColumn {
  TRACK,
  THEME,
  LEADS,
  ASSOCIATED,
  DUE,
  RULE,
  SLIPS,
  PRIORITY,
  STATE,
  REPORTED;

  /** What it shows where nobody chose. */
  static final Set<ListColumn> USUAL = EnumSet.of(LEADS, DUE, STATE);

  /** Its name in an address; its heading is the message {@code commitments.<key>}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The order the list has under this heading, if it can have one. */
  public @Nullable String sort() {
    return switch (this) {
      case DUE -> "dueOn";
      case STATE -> "status";
      default -> null;
    };
  }

  /** Those chosen, the usual ones where none is; refuses one that does not exist. */
  static Set<ListColumn> of(Collection<String> keys) {
    Set<ListColumn> chosen = EnumSet.noneOf(ListColumn.class);
    keys.stream()
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .map(ListColumn::of)
        .forEach(chosen::add);
    return chosen.isEmpty() ? EnumSet.copyOf(USUAL) : chosen;
  }

  private static ListColumn of(String key) {
    return Choice.required(values(), ListColumn::key, "columns", key);
  }

  /** As an address names them. */
  static String keys(Collection<ListColumn> columns) {
    return columns.stream().map(ListColumn::key).collect(Collectors.joining(","));
  }
}
