package eu.jalon.reminder.wording;

import eu.jalon.shared.InvalidSettingException;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.util.UriUtils;

/**
 * The URLs in e-mails; never derived from a request.
 *
 * @param baseUrl the public URL of Jalon, without a slash at its end
 */
@ConfigurationProperties("jalon")
public record LinkProperties(@DefaultValue("http://127.0.0.1:8080") String baseUrl) {

  public LinkProperties {
    while (baseUrl.endsWith("/")) {
      baseUrl = baseUrl.substring(0, baseUrl.length() - 1);
    }
    URI address = address(baseUrl);
    String scheme = String.valueOf(address.getScheme());
    if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new InvalidSettingException(
          "jalon.base-url is %s: it must be an address such as https://jalon.example.org."
              .formatted(baseUrl));
    }
  }

  private static URI address(String baseUrl) {
    try {
      return URI.create(baseUrl);
    } catch (IllegalArgumentException malformed) {
      return URI.create("malformed");
    }
  }

  /** The host for identifiers; {@code jalon} if its name has other characters. */
  String host() {
    String host = String.valueOf(URI.create(baseUrl).getHost());
    return host.matches("[A-Za-z0-9.-]+") ? host : "jalon";
  }

  /** The URL of a page by its path. */
  String to(String path) {
    return baseUrl + path;
  }

  /** The URL of the page to answer a reminder of an action item. */
  String toAnswer(String id) {
    return toActionItem(id) + "/answer";
  }

  /** The URL of an action item. */
  String toActionItem(String id) {
    return baseUrl + "/tasks/" + UriUtils.encodePathSegment(id, "UTF-8");
  }
}
