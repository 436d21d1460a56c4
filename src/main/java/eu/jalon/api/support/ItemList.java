package eu.jalon.api.support;

import eu.jalon.shared.paging.Page;
import java.util.List;
import java.util.function.Function;

/** One page of a list, the response of all lists of the API. */
public record ItemList<T>(List<T> items, int page, int size, long total) {

  public static <S, T> ItemList<T> of(Page<S> page, Function<? super S, ? extends T> mapping) {
    Page<T> mapped = page.map(mapping);
    return new ItemList<>(mapped.items(), mapped.page(), mapped.size(), mapped.total());
  }
}
