package eu.jalon.pages;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.shared.CommitmentRef;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;

/** Requests pages as different users, without a browser. */
record PagesFixture(MockMvc mvc, JdbcClient jdbc, ActionItems items) {

  private static final List<String> WRITTEN =
      List.of(
          "reminder_pause",
          "absence",
          "notification_setting",
          "commitment_request",
          "commitment_change",
          "undeliverable_address",
          "email",
          "reminder",
          "reminder_round");

  int status(String who, String path) throws Exception {
    return open(who, path).getStatus();
  }

  String page(String who, String path) throws Exception {
    return open(who, path).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** A user of the sample with the authorities that the login gives. */
  private static RequestPostProcessor person(String who) {
    String role =
        who.startsWith("coord-")
            ? "COORDINATOR"
            : who.equals("admin") ? "ADMINISTRATOR" : "FOCAL_POINT";
    return user(who).roles(role);
  }

  private MockHttpServletResponse open(String who, String path) throws Exception {
    return mvc.perform(get(path).with(person(who))).andReturn().getResponse();
  }

  /** The redirect of a request without a session. */
  String anonymous(String path) throws Exception {
    return String.valueOf(mvc.perform(get(path)).andReturn().getResponse().getRedirectedUrl());
  }

  int posted(String who, String path, Map<String, String> fields) throws Exception {
    return submit(who, path, fields).getResponse().getStatus();
  }

  int postedWithoutToken(String who, String path) throws Exception {
    return mvc.perform(post(path).with(person(who))).andReturn().getResponse().getStatus();
  }

  /** The page that a form gives, or the one after it with its flash attributes. */
  String answered(String who, String path, Map<String, String> fields) throws Exception {
    MvcResult result = submit(who, path, fields);
    if (result.getResponse().getRedirectedUrl() == null) {
      return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
    FlashMap flash = result.getFlashMap();
    MockHttpServletRequestBuilder next =
        get(String.valueOf(result.getResponse().getRedirectedUrl())).with(person(who));
    // As an attribute: the session of the request is in the database.
    next.requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, flash);
    return mvc.perform(next)
        .andReturn()
        .getResponse()
        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private MvcResult submit(String who, String path, Map<String, String> fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(person(who)).with(csrf());
    fields.forEach(request::param);
    return mvc.perform(request).andReturn();
  }

  /** The open item of a ministry's party in a commitment. */
  String item(String ref, String party) {
    return items.of(new CommitmentRef(ref)).stream()
        .map(view -> view.item())
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .filter(item -> item.ministry().party().value().equals(party))
        .findFirst()
        .orElseThrow()
        .id();
  }

  long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  /** The number of rows in all tables that pages write. */
  List<Long> rows() {
    return WRITTEN.stream().map(table -> count("select count(*) from " + table)).toList();
  }
}
