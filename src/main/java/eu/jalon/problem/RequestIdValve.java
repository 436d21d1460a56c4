package eu.jalon.problem;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Gives each request its id. A valve and not a filter, because the web server logs an exception
 * after the filters.
 */
final class RequestIdValve extends ValveBase {

  RequestIdValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    response.setHeader(RequestId.HEADER, RequestId.begin(request.getHeader(RequestId.HEADER)));
    try {
      getNext().invoke(request, response);
    } finally {
      RequestId.end();
    }
  }
}
