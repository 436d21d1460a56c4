package eu.jalon.reminder.wording;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.util.UriUtils;

/**
 * Where links in emails lead; never taken from a request.
 *
 * @param baseUrl the address at which people reach Jalon, without a slash at its end
 */
@ConfigurationProperties("jalon")
public record LinkProperties(@DefaultValue("http://127.0.0.1:8080") String baseUrl) {

  public LinkProperties {
    while (baseUrl.endsWith("/")) {
      baseUrl = baseUrl.substring(0, baseUrl.length() - 1);
    }
    URI address = URI.create(baseUrl);
    String scheme = String.valueOf(address.getScheme());
    if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException(
          "jalon.base-url is %s: an address like https://jalon.example.org is right"
              .formatted(baseUrl));
    }
  }

  /** The host, where its name can be part of an identifier. */
  String host() {
    String host = String.valueOf(URI.create(baseUrl).getHost());
    return host.matches("[A-Za-z0-9.-]+") ? host : "jalon";
  }

  /** A page by its path. */
  String to(String path) {
    return baseUrl + path;
  }

  /** Where somebody says that he is on an item, needs time for it, or that it is not his. */
  String toAnswer(String id) {
    return toActionItem(id) + "/answer";
  }

  /** The page of one action item. */
  String toActionItem(String id) {
    return baseUrl + "/tasks/" + UriUtils.encodePathSegment(id, "UTF-8");
  }
}
