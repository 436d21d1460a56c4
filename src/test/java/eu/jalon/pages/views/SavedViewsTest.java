package eu.jalon.pages.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.SearchFixture;
import eu.jalon.shared.ValidationError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Saved views of a user. */
class SavedViewsTest {

  @ParameterizedTest
  @EnumSource
  void areKeptByNameAndAtMostOneOpensTheList(TestDatabase database) {
    try (SearchFixture register = SearchFixture.of(database)) {
      SavedViews views = register.get(SavedViews.class);
      views.save("  Retards  ", "overdue=true&sort=ref", true, SearchFixture.COORDINATOR);
      views.save("douane", "q=douane&sort=ref", true, SearchFixture.COORDINATOR);
      views.save("Retards", "sort=dueOn", false, SearchFixture.OTHER);

      assertThat(views.of(SearchFixture.COORDINATOR))
          .extracting(SavedView::name)
          .containsExactly("douane", "Retards");
      assertThat(views.of(SearchFixture.COORDINATOR))
          .filteredOn(SavedView::opening)
          .extracting(SavedView::name)
          .containsExactly("douane");
      SavedView late = views.of(SearchFixture.COORDINATOR).get(1);
      assertThat(late.query()).isEqualTo("overdue=true&sort=ref");

      views.open(late.id(), true, SearchFixture.COORDINATOR);
      assertThat(views.of(SearchFixture.COORDINATOR))
          .filteredOn(SavedView::opening)
          .extracting(SavedView::id)
          .containsExactly(late.id());
      views.open(late.id(), false, SearchFixture.COORDINATOR);
      assertThat(views.of(SearchFixture.COORDINATOR)).noneMatch(SavedView::opening);

      views.rename(late.id(), "Ce qui presse", SearchFixture.COORDINATOR);
      views.remove(views.of(SearchFixture.COORDINATOR).get(1).id(), SearchFixture.COORDINATOR);
      assertThat(views.of(SearchFixture.COORDINATOR))
          .extracting(SavedView::name)
          .containsExactly("Ce qui presse");
      assertThat(views.of(SearchFixture.OTHER)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refuseWhatCannotBeKeptAndLeaveEverythingAsItWas(TestDatabase database) {
    try (SearchFixture register = SearchFixture.of(database)) {
      SavedViews views = register.get(SavedViews.class);
      views.save("Retards", "overdue=true", true, SearchFixture.COORDINATOR);
      views.save("Autre", "sort=ref", false, SearchFixture.COORDINATOR);
      long other = views.of(SearchFixture.COORDINATOR).get(0).id();
      long late = views.of(SearchFixture.COORDINATOR).get(1).id();

      assertRefused("view.exists", () -> save(views, "RETARDS"));
      assertRefused("view.exists", () -> views.rename(other, "retards", SearchFixture.COORDINATOR));
      assertRefused("view.noName", () -> save(views, "   "));
      assertRefused("view.nameTooLong", () -> save(views, "x".repeat(61)));
      assertRefused("form.control", () -> save(views, "a\u202Eb"));
      assertRefused(
          "view.tooLong",
          () -> views.save("Long", "q=" + "x".repeat(2000), false, SearchFixture.COORDINATOR));
      assertRefused("view.unknown", () -> views.rename(late, "À moi", SearchFixture.OTHER));
      assertRefused("view.unknown", () -> views.open(late, true, SearchFixture.OTHER));
      assertRefused("view.unknown", () -> views.remove(late, SearchFixture.OTHER));
      assertRefused("view.unknown", () -> views.open(late + 99, true, SearchFixture.COORDINATOR));
      views.rename(late, "RETARDS", SearchFixture.COORDINATOR);

      assertThat(views.of(SearchFixture.COORDINATOR))
          .extracting(SavedView::name, SavedView::opening)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("Autre", false),
              org.assertj.core.groups.Tuple.tuple("RETARDS", true));

      for (int i = 2; i < SavedView.MOST; i++) {
        save(views, "Vue " + i);
      }
      assertRefused("view.tooMany", () -> save(views, "Une de trop"));
      assertThat(views.of(SearchFixture.COORDINATOR)).hasSize(SavedView.MOST);
    }
  }

  private static void save(SavedViews views, String name) {
    views.save(name, "sort=ref", false, SearchFixture.COORDINATOR);
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ValidationError.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}
