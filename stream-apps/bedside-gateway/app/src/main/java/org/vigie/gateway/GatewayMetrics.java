package org.vigie.gateway;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.CountedReadings;

/** The ledger of counts, and what else was counted since the start, in the text format of Prometheus. */
final class GatewayMetrics {
    private GatewayMetrics() {}

    /** @param sinceStart what {@link GatewayCounters} counted, by kind */
    static String text(List<CountedReadings> counted, Map<String, Long> sinceStart) {
        var messages = counter("vigie_gateway_messages", "Messages that were answered for good.");
        var refused = counter("vigie_gateway_messages_refused", "Messages of which nothing was taken.");
        var readings = counter("vigie_gateway_readings", "Readings in messages = published + left out.");
        var published = counter("vigie_gateway_readings_published", "Readings that went to observations.raw.");
        var leftOut = counter("vigie_gateway_readings_left_out", "Readings that were left out, by reason.");
        var late = counter("vigie_gateway_readings_late", "Left out first, published when their code was mapped.");
        for (CountedReadings of : counted) {
            Labels sender = Labels.of("sender", of.getSource(), "protocol", of.getProtocol());
            add(messages, sender, of.getMessages());
            add(refused, sender, of.getRefused());
            add(readings, sender, of.getReadings());
            add(published, sender, of.getPublished());
            add(late, sender, of.getLate());
            of.getLeftOut().forEach((reason, count) -> add(leftOut, sender.add("reason", reason), count));
        }
        var kinds =
                counter("vigie_gateway_counts", "What was counted since the start, by kind: unknown beds, failures.");
        sinceStart.forEach((kind, count) -> add(kinds, Labels.of("kind", kind), count));
        return text(MetricSnapshots.of(
                messages.build(),
                refused.build(),
                readings.build(),
                published.build(),
                leftOut.build(),
                late.build(),
                kinds.build()));
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

    private static String text(MetricSnapshots snapshots) {
        var text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, snapshots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
