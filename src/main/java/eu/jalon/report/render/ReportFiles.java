package eu.jalon.report.render;

import eu.jalon.report.document.ReportNote;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Renders reports as files, with a cache of the last few: a {@link ReportNote} contains all the
 * content of its files and is the cache key.
 */
@Component
public class ReportFiles {

  private static final int MAX_FILES = 4;

  private record Key(String format, ReportNote note) {}

  private final ReportPdf pdf;
  private final ReportOdt odt;
  private final Map<Key, byte[]> files =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > MAX_FILES;
        }
      };

  ReportFiles(ReportPdf pdf, ReportOdt odt) {
    this.pdf = pdf;
    this.odt = odt;
  }

  /** The report as a PDF file. */
  public byte[] pdf(ReportNote note) {
    return file("pdf", note, pdf::write);
  }

  /** The report as an ODT file. */
  public byte[] odt(ReportNote note) {
    return file("odt", note, odt::write);
  }

  private byte[] file(String format, ReportNote note, Function<ReportNote, byte[]> writer) {
    Key key = new Key(format, note);
    byte[] cached;
    synchronized (files) {
      cached = files.get(key);
    }
    if (cached == null) {
      cached = writer.apply(note);
      synchronized (files) {
        files.put(key, cached);
      }
    }
    return cached.clone();
  }
}
