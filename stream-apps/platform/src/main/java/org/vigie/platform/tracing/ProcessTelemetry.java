package org.vigie.platform.tracing;

import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;

/** Holds the one source of spans of this process, which OpenTelemetry's standard variables configure. */
final class ProcessTelemetry {
    /** Vigie exports spans alone; its metrics and logs have ways of their own. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.traces.exporter", "otlp",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none",
            "otel.exporter.otlp.protocol", "http/protobuf");

    private static final TracerProvider OF_THIS_PROCESS = AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> DEFAULTS)
            .build()
            .getOpenTelemetrySdk()
            .getSdkTracerProvider();

    private ProcessTelemetry() {}

    /** Returns it. It sends what is left when the process ends. */
    static TracerProvider get() {
        return OF_THIS_PROCESS;
    }
}
