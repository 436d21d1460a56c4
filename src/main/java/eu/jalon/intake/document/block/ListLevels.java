package eu.jalon.intake.document.block;

import eu.jalon.intake.document.marker.ListMarker;
import java.util.ArrayDeque;
import java.util.Deque;

/** The level of a list item, by its indentation and by markers of another family. */
final class ListLevels {

  private static final double SAME_INDENT = 1.5;

  private record OpenList(String family, double indent) {}

  private final Deque<OpenList> open = new ArrayDeque<>();

  void clear() {
    open.clear();
  }

  /** A paragraph at or left of the outermost list ends it. */
  void leaveAt(double indent) {
    OpenList outermost = open.peekLast();
    if (outermost != null && indent <= outermost.indent() + SAME_INDENT) {
      open.clear();
    }
  }

  /** Notes an item whose level its format states. */
  void enter(int level) {
    double indent = FlowWriter.INDENT * level;
    while (!open.isEmpty() && open.peek().indent() >= indent) {
      open.pop();
    }
    open.push(new OpenList("", indent));
  }

  /** Returns the level of the next item, counted from 1. */
  int of(ListMarker marker, double indent) {
    while (!open.isEmpty() && open.peek().indent() > indent + SAME_INDENT) {
      open.pop();
    }
    OpenList here = open.peek();
    boolean deeper = here != null && indent > here.indent() + SAME_INDENT;
    if (!deeper) {
      boolean known = open.stream().anyMatch(list -> isSame(list, marker));
      while (known && !open.isEmpty() && !isSame(open.peek(), marker)) {
        open.pop();
      }
    }
    OpenList list = open.peek();
    if (list != null && !deeper && isSame(list, marker)) {
      open.pop();
      open.push(new OpenList(marker.family(), list.indent()));
    } else {
      open.push(new OpenList(marker.family(), indent));
    }
    return open.size();
  }

  private static boolean isSame(OpenList list, ListMarker marker) {
    return list.family().equals(marker.family());
  }
}
