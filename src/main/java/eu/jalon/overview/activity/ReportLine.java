package eu.jalon.overview.activity;

import eu.jalon.commitment.ProgressReport;
import eu.jalon.shared.LocalText;

/**
 * A progress report with the title of its commitment.
 *
 * @param visible whether the reader may see the commitment; a former lead may not
 */
public record ReportLine(ProgressReport report, LocalText title, boolean visible) {}
