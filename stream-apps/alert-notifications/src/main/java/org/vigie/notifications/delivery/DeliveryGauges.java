package org.vigie.notifications.delivery;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/** Measures the deliveries of each channel: how long the last one took, and how many calls are followed. */
final class DeliveryGauges {
    private static final String CHANNEL = "channel";
    private static final double MILLIS = 1000;

    private final Gauge delay = gauge(
            "vigie_notifications_delay_seconds",
            "Time from the append of the last alarm at the broker until the channel was done with it.");
    private final Gauge calls = gauge("vigie_notifications_calls", "Calls that are followed until they are read.");

    void register(PrometheusRegistry registry) {
        registry.register(delay);
        registry.register(calls);
    }

    void delay(String channel, Duration of) {
        delay.labelValues(channel).set(of.toMillis() / MILLIS);
    }

    void calls(String channel, int followed) {
        calls.labelValues(channel).set(followed);
    }

    private static Gauge gauge(String name, String help) {
        return Gauge.builder().name(name).help(help).labelNames(CHANNEL).build();
    }
}
