package eu.jalon.report.render;

import eu.jalon.report.document.ReportNote;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Writes notes as files and keeps the last few, so that a report that did not change is written
 * once. A note holds all that its file is made of, so a file is found again by its note.
 */
@Component
public class ReportFiles {

  private static final int KEPT = 4;

  private record Key(String format, ReportNote note) {}

  private final ReportPdf pdf;
  private final ReportOdt odt;
  private final Map<Key, byte[]> files =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  ReportFiles(ReportPdf pdf, ReportOdt odt) {
    this.pdf = pdf;
    this.odt = odt;
  }

  /** The note as the bytes of a PDF file. */
  public byte[] pdf(ReportNote note) {
    return file("pdf", note, pdf::write);
  }

  /** The note as the bytes of an ODT file. */
  public byte[] odt(ReportNote note) {
    return file("odt", note, odt::write);
  }

  private byte[] file(String format, ReportNote note, Function<ReportNote, byte[]> writer) {
    Key key = new Key(format, note);
    byte[] kept;
    synchronized (files) {
      kept = files.get(key);
    }
    if (kept == null) {
      kept = writer.apply(note);
      synchronized (files) {
        files.put(key, kept);
      }
    }
    return kept.clone();
  }
}
