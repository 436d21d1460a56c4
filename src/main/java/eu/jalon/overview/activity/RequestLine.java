package eu.jalon.overview.activity;

import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.request.CommitmentRequest;
import eu.jalon.shared.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A request about a commitment that the reader's ministry leads.
 *
 * @param title the title of the commitment
 * @param step the step of the action item whose due date alone is to move, if it is about one
 */
public record RequestLine(CommitmentRequest request, LocalText title, @Nullable Step step) {}
