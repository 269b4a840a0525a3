package org.vigie.platform.tls;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HealthResult;

/**
 * Watches the certificates of an app's listeners. Its metric and its health check are those of the certificate that ends first.
 *
 * @param listeners TLS of each listener that has a certificate of its own
 */
public record ServerCertificates(List<ServerTls> listeners) implements HealthCheck {
    public ServerCertificates {
        listeners = List.copyOf(listeners);
    }

    /** Adds the metric and the health check to those of an app; nothing where no listener has a certificate. */
    public void watchedBy(AppMonitor monitor) {
        if (listeners.isEmpty()) {
            return;
        }
        GaugeWithCallback.builder()
                .name("vigie_tls_certificate_expires_timestamp_seconds")
                .help("When the certificate of the server that ends first does so.")
                .callback(out -> out.call((double) first().expires().getEpochSecond()))
                .register(monitor.registry());
        monitor.addReadiness(this);
    }

    private ServerTls first() {
        return Collections.min(listeners, Comparator.comparing(ServerTls::expires));
    }

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public HealthResult check() {
        return first().check();
    }
}
