package eu.jalon.pages.frame;

import eu.jalon.directory.Person;
import java.util.List;

/**
 * One entry of the navigation.
 *
 * @param section the name of the section; the text is the message {@code nav.<section>}
 */
public record NavItem(String section, String href) {

  private static final NavItem COMMITMENTS = new NavItem("commitments", "/commitments");
  private static final NavItem PEOPLE = new NavItem("people", "/people");
  private static final NavItem TASKLIST = new NavItem("tasklist", "/camunda/app/tasklist/");

  /** The navigation of a user, by role. */
  static List<NavItem> of(Person person) {
    return switch (person.role()) {
      case COORDINATOR ->
          List.of(
              new NavItem("home", "/"),
              new NavItem("meetings", "/summits"),
              new NavItem("overdue", "/overdue"),
              COMMITMENTS,
              new NavItem("emails", "/emails"),
              new NavItem("declarations", "/declarations"),
              new NavItem("report", "/report"),
              PEOPLE,
              TASKLIST);
      case FOCAL_POINT ->
          List.of(
              new NavItem("work", "/my-work"),
              COMMITMENTS,
              new NavItem("settings", "/emails/settings"),
              TASKLIST);
      case ADMINISTRATOR ->
          List.of(
              PEOPLE,
              new NavItem("parties", "/parties"),
              new NavItem("audit", "/audit"),
              new NavItem("admin", "/camunda/app/admin/"));
    };
  }
}
