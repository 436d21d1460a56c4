package eu.jalon.shared.paging;

import eu.jalon.shared.ValidationError;
import java.util.List;
import java.util.function.Function;

/** One page of a list and the total number of items. */
public record Page<T>(List<T> items, int page, int size, long total) {

  /** The requested page; pages count from 0 and have 1 to 200 items. */
  public record Request(int page, int size) {

    public static final int MAX_SIZE = 200;

    public Request {
      if (page < 0 || page > 1_000_000) {
        throw ValidationError.invalid("page.number", page);
      }
      if (size < 1 || size > MAX_SIZE) {
        throw ValidationError.invalid("page.size", size, MAX_SIZE);
      }
    }

    public long offset() {
      return (long) page * size;
    }
  }

  public Page {
    items = List.copyOf(items);
  }

  public static <T> Page<T> of(List<T> items, Request request, long total) {
    return new Page<>(items, request.page(), request.size(), total);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
    return new Page<>(items.stream().<R>map(mapper).toList(), page, size, total);
  }

  /** Returns the number of pages, at least 1. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }
}
