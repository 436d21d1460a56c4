package eu.jalon.virusscan;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FileName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Scans every file of a request before its handler runs: an infected file is refused and recorded
 * in the audit log, and one that could not be scanned is refused too.
 */
class UploadScanInterceptor implements HandlerInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(UploadScanInterceptor.class);

  private final VirusScan scan;
  private final AuditLog audit;

  UploadScanInterceptor(VirusScan scan, AuditLog audit) {
    this.scan = scan;
    this.audit = audit;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (scan.isConfigured() && request instanceof MultipartRequest upload) {
      upload.getMultiFileMap().values().stream()
          .flatMap(List::stream)
          .filter(file -> !file.isEmpty())
          .forEach(file -> require(file, request));
    }
    return true;
  }

  private void require(MultipartFile file, HttpServletRequest request) {
    FileName name = FileName.of(String.valueOf(file.getOriginalFilename()));
    Optional<String> found;
    try (InputStream content = file.getInputStream()) {
      found = scan.scan(content);
    } catch (IOException failure) {
      LOG.warn("A file was refused because it could not be scanned", failure);
      throw ValidationError.conflict("upload.notScanned", name);
    }
    if (found.isPresent()) {
      audit.record(
          AuditKind.REFUSAL,
          request.getRemoteUser(),
          request.getRemoteAddr(),
          request.getMethod() + " " + request.getRequestURI(),
          name.value(),
          "infected: " + found.get());
      throw ValidationError.invalid("upload.infected", name);
    }
  }
}
