package eu.jalon.security.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a node one user or one address may take.
 *
 * @param body the largest body of a request that is no file upload
 * @param bodyTime how long a body may take to arrive, from its first byte to its last
 * @param slowBodies how many bodies may be arriving at once
 * @param slowBodiesPerAddress how many of them from one IPv4 address or one IPv6 /64 network
 * @param callsPerUser how many requests of one user may be worked on at once
 * @param expensive how many exports, imports, plans and previews may be worked on at once
 * @param expensivePerUser how many of them for one user
 * @param reports how many reports may be written as PDF or ODT at once
 * @param reportsPerUser how many of them for one user
 * @param longestWait how long an expensive call waits for its turn
 */
@ConfigurationProperties("jalon.limits")
public record LimitProperties(
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("20s") Duration bodyTime,
    @DefaultValue("64") int slowBodies,
    @DefaultValue("8") int slowBodiesPerAddress,
    @DefaultValue("24") int callsPerUser,
    @DefaultValue("6") int expensive,
    @DefaultValue("2") int expensivePerUser,
    @DefaultValue("2") int reports,
    @DefaultValue("1") int reportsPerUser,
    @DefaultValue("20s") Duration longestWait) {}
