package org.vigie.gateway.monitoring;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.schemas.CountedReadings;

/** Collects the intake ledger: messages and readings by sender, which a restart does not reset. */
public final class GatewayMetrics implements MultiCollector {
    private final Supplier<List<CountedReadings>> ledger;

    public GatewayMetrics(Supplier<List<CountedReadings>> ledger) {
        this.ledger = ledger;
    }

    @Override
    public MetricSnapshots collect() {
        var messages = counter("vigie_gateway_messages", "Messages that were answered for good.");
        var refused = counter("vigie_gateway_messages_refused", "Messages of which nothing was taken.");
        var readings = counter("vigie_gateway_readings", "Readings in messages = published + left out.");
        var published = counter("vigie_gateway_readings_published", "Readings that went to observations.raw.");
        var leftOut = counter("vigie_gateway_readings_left_out", "Readings that were left out, by reason.");
        var late = counter("vigie_gateway_readings_late", "Left out first, published when their code was mapped.");
        for (CountedReadings of : ledger.get()) {
            Labels sender = Labels.of("sender", of.getSource(), "protocol", of.getProtocol());
            add(messages, sender, of.getMessages());
            add(refused, sender, of.getRefused());
            add(readings, sender, of.getReadings());
            add(published, sender, of.getPublished());
            add(late, sender, of.getLate());
            of.getLeftOut().forEach((reason, count) -> add(leftOut, sender.add("reason", reason), count));
        }
        return MetricSnapshots.of(
                messages.build(), refused.build(), readings.build(), published.build(), leftOut.build(), late.build());
    }

    private static CounterSnapshot.Builder counter(String name, String help) {
        return CounterSnapshot.builder().name(name).help(help);
    }

    private static void add(CounterSnapshot.Builder counter, Labels labels, long value) {
        counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value((double) value)
                .build());
    }
}
