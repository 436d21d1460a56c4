package eu.jalon.pages.declarations;

import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.draft.SplitPlace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft that is open to be edited or to be split.
 *
 * @param n the number of the draft
 * @param typed the values of its form, absent where it is to be split
 * @param read where the values of its fields come from
 * @param parts its words, those that a value was read from marked
 * @param places where it can be split
 */
record Opened(
    int n,
    @Nullable DraftForm typed,
    Map<DraftField, Read> read,
    List<Part> parts,
    List<SplitPlace> places,
    @Nullable Refused refused) {

  /** Where a value comes from, with the words of the document that state it. */
  record Read(String kind, String words) {}

  /** A part of the words of a step. */
  record Part(String text, boolean read) {}

  /**
   * Why what was typed was not saved.
   *
   * @param now the draft as it was saved meanwhile, if it was
   * @param lost what was typed, if its step is gone
   */
  record Refused(String sentence, @Nullable DraftItem now, @Nullable DraftForm lost) {}

  static Opened toSplit(DraftItem item) {
    return new Opened(item.n(), null, Map.of(), List.of(), SplitPlace.in(item), null);
  }

  static Opened toEdit(DraftItem item, String document) {
    return toEdit(item, document, DraftForm.of(item), null);
  }

  /**
   * Opens a draft to be edited.
   *
   * @param document the text of the whole document
   */
  static Opened toEdit(
      DraftItem item, String document, DraftForm typed, @Nullable Refused refused) {
    Map<DraftField, Read> read = new HashMap<>();
    List<String> stated = new ArrayList<>();
    item.origins()
        .forEach(
            (field, origin) -> {
              String words =
                  origin.isPlaced() && origin.end() <= document.length()
                      ? document
                          .substring(origin.start(), origin.end())
                          .replaceAll("\\s+", " ")
                          .strip()
                      : "";
              read.put(field, new Read(origin.kind().name(), words));
              if (!words.isEmpty()) {
                stated.add(words);
              }
            });
    return new Opened(item.n(), typed, read, parts(item.text(), stated), List.of(), refused);
  }

  private static List<Part> parts(String text, List<String> stated) {
    BitSet marked = new BitSet();
    for (String words : stated) {
      int at = text.indexOf(words);
      if (at >= 0) {
        marked.set(at, at + words.length());
      }
    }
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      boolean read = marked.get(from);
      int next = read ? marked.nextClearBit(from) : marked.nextSetBit(from);
      int to = next < 0 ? text.length() : Math.min(next, text.length());
      parts.add(new Part(text.substring(from, to), read));
      from = to;
    }
    return parts;
  }
}
