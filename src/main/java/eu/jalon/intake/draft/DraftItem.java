package eu.jalon.intake.draft;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.document.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a declaration as it will be entered, for a coordinator to review. What neither the
 * document nor a coordinator gave is null.
 *
 * @param n its number in the whole declaration, from 1; it moves when steps are split or merged
 * @param position its number in its theme among those that are not left out, from 1
 * @param text the words of the declaration
 * @param origins where the value of each field comes from; a field without a value has none
 * @param list number of the list it was found in, 0 for one marked by hand
 * @param span where it stands in the document
 * @param leftOut whether it is no commitment and will not be entered
 * @param version of what stands under this number: whatever moves there has a higher one
 */
public record DraftItem(
    int n,
    int theme,
    int position,
    String text,
    DraftTitles title,
    @Nullable Track track,
    DraftOwners owners,
    @Nullable DeadlineRule deadline,
    Map<DraftField, DraftOrigin> origins,
    List<DraftFlag> flags,
    int list,
    Span span,
    boolean leftOut,
    int version) {

  public DraftItem {
    origins = Map.copyOf(origins);
    flags = List.copyOf(flags);
  }

  /** Where a field's value comes from, null where it has none. */
  public @Nullable DraftOrigin origin(DraftField field) {
    return origins.get(field);
  }

  /** Offset of its first character in the document. */
  public int start() {
    return span.start();
  }

  /** Offset after its last character in the document; equal to the start where it is not there. */
  public int end() {
    return span.end();
  }

  /** Whether the document states the value of a field. */
  public boolean isStated(DraftField field) {
    DraftOrigin origin = origins.get(field);
    return origin != null && origin.kind() == DraftOrigin.Kind.STATED;
  }

  public boolean isCorrected(DraftField field) {
    DraftOrigin origin = origins.get(field);
    return origin != null && origin.isCorrected();
  }

  public DraftItem worded(String words, DraftTitles titled, Span where) {
    return new DraftItem(
        n, theme, position, words, titled, track, owners, deadline, origins, flags, list, where,
        leftOut, version);
  }

  public DraftItem owned(@Nullable Track other, DraftOwners carriers) {
    return new DraftItem(
        n, theme, position, text, title, other, carriers, deadline, origins, flags, list, span,
        leftOut, version);
  }

  public DraftItem due(@Nullable DeadlineRule rule) {
    return new DraftItem(
        n, theme, position, text, title, track, owners, rule, origins, flags, list, span, leftOut,
        version);
  }

  /** The draft with a proposed deadline, if it has none. */
  public DraftItem orDue(@Nullable DeadlineRule proposed) {
    return deadline != null || proposed == null
        ? this
        : due(proposed).from(DraftField.DEADLINE, DraftOrigin.PROPOSED);
  }

  public DraftItem from(DraftField field, @Nullable DraftOrigin origin) {
    Map<DraftField, DraftOrigin> changed = new HashMap<>(origins);
    if (origin == null) {
      changed.remove(field);
    } else {
      changed.put(field, origin);
    }
    return new DraftItem(
        n, theme, position, text, title, track, owners, deadline, changed, flags, list, span,
        leftOut, version);
  }

  public DraftItem in(int number) {
    return new DraftItem(
        n, theme, position, text, title, track, owners, deadline, origins, flags, number, span,
        leftOut, version);
  }

  public DraftItem under(int other) {
    return new DraftItem(
        n, other, position, text, title, track, owners, deadline, origins, flags, list, span,
        leftOut, version);
  }

  public DraftItem left(boolean out) {
    return new DraftItem(
        n, theme, position, text, title, track, owners, deadline, origins, flags, list, span, out,
        version);
  }

  public DraftItem at(int number, int place, int newVersion) {
    return new DraftItem(
        number,
        theme,
        place,
        text,
        title,
        track,
        owners,
        deadline,
        origins,
        flags,
        list,
        span,
        leftOut,
        newVersion);
  }
}
