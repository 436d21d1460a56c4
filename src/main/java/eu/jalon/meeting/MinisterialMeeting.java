package eu.jalon.meeting;

import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ministerial meeting between two summits, which can also adopt commitments.
 *
 * @param series the series whose summits it lies between
 * @param monthOnly whether only the month of {@code heldOn} is known
 */
public record MinisterialMeeting(
    MeetingId id,
    String series,
    LocalText name,
    @Nullable String place,
    LocalDate heldOn,
    boolean monthOnly) {}
