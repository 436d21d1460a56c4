package eu.jalon.pages.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How soon open pages show changes by other users.
 *
 * @param poll the time between two reads of the mark of the data
 * @param pause the minimum time between two requests of a page for itself; with as much again at
 *     random, so that not all pages request themselves at once
 */
@ConfigurationProperties("jalon.live")
record LiveProperties(@DefaultValue("2s") Duration poll, @DefaultValue("5s") Duration pause) {}
