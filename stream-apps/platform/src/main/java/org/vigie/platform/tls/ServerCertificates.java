package org.vigie.platform.tls;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HealthResult;

/**
 * Watches the certificates of an app's listeners. The metric and the health check name each
 * listener. An ended certificate does not make the app unready, because its other listeners still receive.
 *
 * @param listeners TLS of each listener that has a certificate of its own, by the listener's name
 */
public record ServerCertificates(Map<String, ServerTls> listeners) implements HealthCheck {
    private static final Comparator<Map.Entry<String, ServerTls>> BY_END =
            Map.Entry.<String, ServerTls>comparingByValue(Comparator.comparing(ServerTls::expires))
                    .thenComparing(Map.Entry.comparingByKey());

    public ServerCertificates {
        listeners = Map.copyOf(listeners);
    }

    /** Adds the metric and the health check to those of an app; nothing where no listener has a certificate. */
    public void watchedBy(AppMonitor monitor) {
        if (listeners.isEmpty()) {
            return;
        }
        GaugeWithCallback.builder()
                .name("vigie_tls_certificate_expires_timestamp_seconds")
                .help("When the certificate of a listener ends.")
                .labelNames("listener")
                .callback(out -> listeners.forEach(
                        (name, tls) -> out.call((double) tls.expires().getEpochSecond(), name)))
                .register(monitor.registry());
        monitor.addNotice(this);
    }

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public HealthResult check() {
        List<HealthResult> results = listeners.entrySet().stream()
                .sorted(BY_END)
                .map(listener -> named(listener.getKey(), listener.getValue().check()))
                .toList();
        return new HealthResult(
                results.stream().allMatch(HealthResult::isUp),
                results.stream().map(HealthResult::detail).collect(Collectors.joining("; ")));
    }

    private static HealthResult named(String listener, HealthResult result) {
        return new HealthResult(result.isUp(), listener + ": " + result.detail());
    }
}
