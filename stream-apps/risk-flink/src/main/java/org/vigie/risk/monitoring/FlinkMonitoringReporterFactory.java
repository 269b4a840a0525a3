package org.vigie.risk.monitoring;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.vigie.platform.app.MonitoringConfig;
import org.vigie.platform.tls.ServerTlsConfig;

/**
 * Makes the reporter of a process of Flink. Flink loads this class as a service; it does nothing unless the configuration names it:
 *
 * <pre>
 * metrics.reporters: vigie
 * metrics.reporter.vigie.factory.class: org.vigie.risk.monitoring.FlinkMonitoringReporterFactory
 * metrics.reporter.vigie.port: 16062
 * metrics.reporter.vigie.host: 127.0.0.1     # the default; another address needs tls.certificate and tls.privateKey
 * </pre>
 */
public final class FlinkMonitoringReporterFactory implements MetricReporterFactory {
    private static final String LOOPBACK = "127.0.0.1";

    /** @throws IllegalArgumentException when the port is missing or no number, with its key */
    @Override
    public MetricReporter createMetricReporter(Properties settings) {
        String port = settings.getProperty("port", "");
        if (!port.matches("[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException("metrics.reporter.NAME.port: must be 1 to 65535, was '" + port + "'");
        }
        return new FlinkMonitoringReporter(
                new MonitoringConfig(settings.getProperty("host", LOOPBACK), Integer.parseInt(port), tls(settings)));
    }

    private static ServerTlsConfig tls(Properties settings) {
        return new ServerTlsConfig(
                file(settings, "tls.certificate"),
                file(settings, "tls.privateKey"),
                Optional.empty(),
                Optional.empty(),
                file(settings, "tls.clientAuthorities"),
                Boolean.parseBoolean(settings.getProperty("tls.atProxy", "false")));
    }

    private static Optional<Path> file(Properties settings, String key) {
        return Optional.ofNullable(settings.getProperty(key)).map(Path::of);
    }
}
