package org.vigie.station;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.station.command.AlertCommandResponse;

/** Counts what the station reads and answers, for its metrics. Safe for several threads. */
final class StationMetrics {
    private static final String NOT_SENT = "NOT_SENT";

    private final InstantSource clock;
    private final Map<String, Long> newestMs = new ConcurrentHashMap<>();
    private final Counter commands = Counter.builder()
            .name("vigie_station_commands")
            .help("Commands of users, by their result: OBEYED, REFUSED, PENDING (no answer in time) or NOT_SENT.")
            .labelNames("result")
            .build();

    /** @param clock of the station */
    StationMetrics(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps the append time of a record that was read and handled. */
    void read(ConsumerRecord<?, ?> record) {
        newestMs.merge(record.topic(), record.timestamp(), Math::max);
    }

    /** Counts the result of one command. */
    CompletableFuture<AlertCommandResponse> count(CompletableFuture<AlertCommandResponse> answer) {
        return answer.whenComplete((response, failure) -> commands.labelValues(
                        failure == null ? response.status().name() : NOT_SENT)
                .inc());
    }

    /**
     * Registers the metrics.
     *
     * @param streams event streams that are open now
     * @param waiting events that are not sent to their pages yet
     * @param dropped how often a page was too slow and lost its backlog
     */
    void register(PrometheusRegistry registry, IntSupplier streams, IntSupplier waiting, LongSupplier dropped) {
        registry.register(commands);
        gauge(registry, "vigie_station_event_streams", "Event streams that are open.", streams);
        gauge(registry, "vigie_station_events_waiting", "Events that are not sent to their pages yet.", waiting);
        CounterWithCallback.builder()
                .name("vigie_station_event_backlogs_dropped")
                .help("Backlogs of pages that were too slow; such a page received a new snapshot.")
                .callback(out -> out.call((double) dropped.getAsLong()))
                .register(registry);
        registerAges(registry);
    }

    /**
     * Registers how many patients the station holds in memory, with their course.
     *
     * @param occupied beds with a patient now
     */
    void registerPatients(PrometheusRegistry registry, IntSupplier occupied) {
        gauge(registry, "vigie_station_beds_occupied", "Beds with a patient, whose course is in memory.", occupied);
    }

    private static void gauge(PrometheusRegistry registry, String name, String help, IntSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(out -> out.call(value.getAsInt()))
                .register(registry);
    }

    private void registerAges(PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name("vigie_station_newest_record_age_seconds")
                .help("Time since the broker took the newest record that the station has read, by topic.")
                .labelNames("topic")
                .callback(out -> newestMs.forEach((topic, at) -> out.call((clock.millis() - at) / 1000.0, topic)))
                .register(registry);
    }
}
