package org.vigie.notifications.delivery;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Collection;
import java.util.function.Function;
import org.vigie.schemas.NotificationStatus;

/**
 * Serves the status of each channel as metrics.
 *
 * @param statuses of the channels now; they change while the app runs
 */
record ChannelStatusMetrics(Collection<NotificationStatus> statuses) {
    private static final String CHANNEL = "channel";

    void register(PrometheusRegistry registry) {
        counter(registry, "vigie_notifications_delivered", "Alarms delivered.", NotificationStatus::getDelivered);
        counter(registry, "vigie_notifications_refused", "Alarms refused or too old.", NotificationStatus::getRefused);
        gauge(registry, "vigie_notifications_waiting", "Records not read yet.", NotificationStatus::getWaiting);
        String working = "1 while the channel works, 0 while it fails.";
        gauge(registry, "vigie_notifications_working", working, status -> status.getWorking() ? 1L : 0L);
    }

    private void counter(PrometheusRegistry registry, String name, String help, Function<NotificationStatus, Long> of) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(CHANNEL)
                .callback(out -> statuses.forEach(status -> out.call(of.apply(status), status.getChannel())))
                .register(registry);
    }

    private void gauge(PrometheusRegistry registry, String name, String help, Function<NotificationStatus, Long> of) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(CHANNEL)
                .callback(out -> statuses.forEach(status -> out.call(of.apply(status), status.getChannel())))
                .register(registry);
    }
}
