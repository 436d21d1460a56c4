package eu.jalon.security.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits per node on the resources of one user or one address.
 *
 * @param body the maximum size of a request body that is not a file upload
 * @param bodyTime the maximum time between the first and the last byte of a body
 * @param slowBodies the maximum number of bodies arriving at the same time
 * @param slowBodiesPerAddress the same for one IPv4 address or one IPv6 /64 network
 * @param callsPerUser the maximum number of concurrent requests of one user
 * @param expensive the maximum number of concurrent exports, imports, previews and audits
 * @param expensivePerUser the same for one user
 * @param reports the maximum number of reports written as PDF or ODT at the same time
 * @param reportsPerUser the same for one user
 * @param longestWait the maximum wait of an expensive request for a permit
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
