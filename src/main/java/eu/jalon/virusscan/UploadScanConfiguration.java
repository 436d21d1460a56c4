package eu.jalon.virusscan;

import eu.jalon.audit.AuditLog;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Scans the files of all requests. */
@Configuration(proxyBeanMethods = false)
class UploadScanConfiguration implements WebMvcConfigurer {

  private final VirusScan scan;
  private final AuditLog audit;

  UploadScanConfiguration(VirusScan scan, AuditLog audit) {
    this.scan = scan;
    this.audit = audit;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new UploadScanInterceptor(scan, audit));
  }
}
