package eu.jalon.application;

import eu.jalon.actionitem.ActionItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test of the whole application over HTTP, with the sample register. All such classes share one
 * running application: each test works on commitments and meetings that no other test changes.
 */
abstract class ApplicationTest {

  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private ActionItems actionItems;

  final Calls calls() {
    return new Calls(http);
  }

  final Records records() {
    return new Records(jdbc, actionItems);
  }
}
