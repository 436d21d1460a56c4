package eu.jalon.intake.document.pdf;

/**
 * A character of a page.
 *
 * @param x the left edge, in points from the left of the page
 * @param right the right edge
 * @param y the baseline, in points from the top of the page
 * @param size the size of its type, in points
 */
record Glyph(String text, double x, double right, double y, double size, boolean bold) {}
