package eu.jalon.pages.commitments;

import eu.jalon.commitment.CommitmentFilter;
import eu.jalon.shared.text.Choice;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The optional columns of the list, in their order. */
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

  /** The default columns. */
  static final Set<ListColumn> USUAL = EnumSet.of(LEADS, DUE, STATE);

  /** The name in an address; the heading is the message {@code commitments.column.<key>}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The CSS classes of its cells. */
  String classes() {
    return "col-"
        + key()
        + switch (this) {
          case LEADS, ASSOCIATED -> " leads";
          case DUE -> " due";
          case SLIPS -> " num";
          default -> "";
        };
  }

  /** The sort key of the column. */
  public String sort() {
    return switch (this) {
      case DUE -> CommitmentFilter.Column.DUE_ON.key();
      case STATE -> CommitmentFilter.Column.STATUS.key();
      default -> key();
    };
  }

  /** The chosen columns, or the default ones if none is chosen; refuses unknown columns. */
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

  /** The columns as a request parameter. */
  static String keys(Collection<ListColumn> columns) {
    return columns.stream().map(ListColumn::key).collect(Collectors.joining(","));
  }
}
