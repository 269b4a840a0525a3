package org.vigie.platform.monitoring;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects metrics of several sources and writes them in the text format of Prometheus 0.0.4. */
final class MetricsText {
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final List<MetricSnapshot> metrics = new ArrayList<>();

    private MetricsText(Stream<MetricSnapshots> sources) {
        sources.forEach(source -> source.forEach(metrics::add));
    }

    /** @param sources metrics of the same name must have different labels */
    static String of(Stream<MetricSnapshots> sources) {
        return new MetricsText(sources).text();
    }

    private String text() {
        var text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, new MetricSnapshots(metrics));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
