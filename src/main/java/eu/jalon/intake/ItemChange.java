package eu.jalon.intake;

import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator changes in a draft; absent parts stay as they are.
 *
 * @param version the version of the draft that he saw
 */
public record ItemChange(
    int version,
    @Nullable String titleFr,
    @Nullable String titleNl,
    @Nullable Track track,
    @Nullable MinistryCode leadBe,
    @Nullable MinistryCode leadFr,
    @Nullable Country accountable,
    @Nullable List<MinistryCode> associated,
    @Nullable DeadlineRule deadline,
    @Nullable Boolean leftOut) {}
