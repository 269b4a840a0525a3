package org.vigie.notifications.delivery;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import org.vigie.schemas.NotificationDelivery;

/** Counts each state that a call reaches, by channel. */
public final class DeliveryStateMetrics {
    private final Counter states = Counter.builder()
            .name("vigie_notifications_deliveries")
            .help("States that calls reached.")
            .labelNames("channel", "state")
            .build();

    public void register(PrometheusRegistry registry) {
        registry.register(states);
    }

    void count(NotificationDelivery delivery) {
        states.labelValues(delivery.getChannel(), delivery.getState().name().toLowerCase(Locale.ROOT))
                .inc();
    }
}
