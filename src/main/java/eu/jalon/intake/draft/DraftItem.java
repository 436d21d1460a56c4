package eu.jalon.intake.draft;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.intake.document.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
 * @param restricted whether it will be restricted; null for the default of its theme or series
 * @param span its place in the document
 * @param leftOut whether it is no commitment and will not be entered
 * @param version the version of the draft with this number; a draft that moves to it gets a higher
 *     one
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
    @Nullable Boolean restricted,
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
    return with(
        copy -> {
          copy.text = words;
          copy.title = titled;
          copy.span = where;
        });
  }

  public DraftItem owned(@Nullable Track other, DraftOwners carriers) {
    return with(
        copy -> {
          copy.track = other;
          copy.owners = carriers;
        });
  }

  public DraftItem due(@Nullable DeadlineRule rule) {
    return with(copy -> copy.deadline = rule);
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
    return with(copy -> copy.origins = changed);
  }

  public DraftItem in(int number) {
    return with(copy -> copy.list = number);
  }

  public DraftItem under(int other) {
    return with(copy -> copy.theme = other);
  }

  public DraftItem marked(@Nullable Boolean marking) {
    return with(copy -> copy.restricted = marking);
  }

  public DraftItem left(boolean out) {
    return with(copy -> copy.leftOut = out);
  }

  public DraftItem at(int number, int place, int newVersion) {
    return with(
        copy -> {
          copy.n = number;
          copy.position = place;
          copy.version = newVersion;
        });
  }

  private DraftItem with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.toItem();
  }

  /** The values of an item, some of which are replaced. */
  private static final class Copy {

    private int n;
    private int theme;
    private int position;
    private String text;
    private DraftTitles title;
    private @Nullable Track track;
    private DraftOwners owners;
    private @Nullable DeadlineRule deadline;
    private Map<DraftField, DraftOrigin> origins;
    private final List<DraftFlag> flags;
    private int list;
    private Span span;
    private @Nullable Boolean restricted;
    private boolean leftOut;
    private int version;

    Copy(DraftItem item) {
      n = item.n;
      theme = item.theme;
      position = item.position;
      text = item.text;
      title = item.title;
      track = item.track;
      owners = item.owners;
      deadline = item.deadline;
      origins = item.origins;
      flags = item.flags;
      list = item.list;
      span = item.span;
      restricted = item.restricted;
      leftOut = item.leftOut;
      version = item.version;
    }

    DraftItem toItem() {
      return new DraftItem(
          n,
          theme,
          position,
          text,
          title,
          track,
          owners,
          deadline,
          origins,
          flags,
          list,
          span,
          restricted,
          leftOut,
          version);
    }
  }
}
