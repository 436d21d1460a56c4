package eu.jalon.reminder.wording;

import eu.jalon.reminder.news.ChangeNotice;
import java.util.List;

/**
 * What a digest is about.
 *
 * @param items the action items that are listed
 * @param news the changes that it tells of, oldest first
 */
public record DigestContent(List<DigestItem> items, List<ChangeNotice> news) {}
