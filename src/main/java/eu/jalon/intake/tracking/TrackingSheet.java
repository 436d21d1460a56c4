package eu.jalon.intake.tracking;

import eu.jalon.intake.sheet.SheetMapping;
import eu.jalon.intake.sheet.SheetTable;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tracking sheet that was uploaded.
 *
 * @param text the whole text of the file
 * @param date the day from which it counts periods, null where it is not known
 * @param declaration what it was taken over as, null while it is previewed
 * @param version counts the changes of the mapping
 */
public record TrackingSheet(
    UUID id,
    MeetingId meeting,
    String fileName,
    String text,
    Language language,
    @Nullable LocalDate date,
    SheetTable table,
    SheetMapping mapping,
    @Nullable UUID declaration,
    int version) {}
