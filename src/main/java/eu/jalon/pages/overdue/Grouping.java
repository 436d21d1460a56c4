package eu.jalon.pages.overdue;

import eu.jalon.register.ActionItemView;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** By what the overdue items are put together. */
enum Grouping {
  MINISTRY {
    @Override
    Object keyOf(ActionItemView view, LocalDate today) {
      return view.item().ministry();
    }
  },
  THEME {
    @Override
    Object keyOf(ActionItemView view, LocalDate today) {
      return view.theme();
    }
  },
  AGE {
    @Override
    Object keyOf(ActionItemView view, LocalDate today) {
      return Age.of(view.item().overdueDays(today));
    }
  };

  abstract Object keyOf(ActionItemView view, LocalDate today);

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Grouping of(String key) {
    return Arrays.stream(values())
        .filter(grouping -> grouping.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "list.grouping",
                    key,
                    String.join(", ", Arrays.stream(values()).map(Grouping::key).toList())));
  }
}
