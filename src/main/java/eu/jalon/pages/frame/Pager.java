package eu.jalon.pages.frame;

import eu.jalon.shared.paging.Page;
import java.util.Optional;

/** The position in a list of several pages, with links to its neighbours. */
public record Pager(int page, int pages, long first, long last, long total, ListLink list) {

  public static Pager of(Page<?> page, ListLink list) {
    long first = page.items().isEmpty() ? 0 : (long) page.page() * page.size() + 1;
    return new Pager(
        page.page(),
        page.pages(),
        first,
        Math.max(0, first + page.items().size() - 1),
        page.total(),
        list);
  }

  public Optional<ListLink> previous() {
    return page > 0 ? Optional.of(list.page(Math.min(page, pages) - 1)) : Optional.empty();
  }

  public Optional<ListLink> next() {
    return page + 1 < pages ? Optional.of(list.page(page + 1)) : Optional.empty();
  }
}
