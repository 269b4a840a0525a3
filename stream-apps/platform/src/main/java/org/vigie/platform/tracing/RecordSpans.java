package org.vigie.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Begins the spans of records that are sent to the ward's topics. */
final class RecordSpans {
    private static final Pattern TOPIC = Pattern.compile("vigie[.][^.]+[.](.+)");
    /** The topics to which what a device has sent comes first. */
    private static final Pattern BEGINS_TRACE = Pattern.compile("observations[.]raw|alarms[.]bedside");

    private final Tracer tracer;

    RecordSpans(TracerProvider provider) {
        this.tracer = provider.get("org.vigie.platform.tracing");
    }

    /** Begins the span of a record; empty when the record is in no trace, or in one that is not kept. */
    Optional<Span> begin(ProducerRecord<?, ?> sent) {
        Matcher topic = TOPIC.matcher(sent.topic());
        Optional<TraceContext> parent = TraceContext.in(sent.headers());
        if (!topic.matches()
                || (parent.isEmpty() && !BEGINS_TRACE.matcher(topic.group(1)).matches())) {
            return Optional.empty();
        }
        Span span = builder(sent, topic.group(1), parent).startSpan();
        return span.getSpanContext().isSampled() ? Optional.of(span) : Optional.empty();
    }

    private SpanBuilder builder(ProducerRecord<?, ?> sent, String noun, Optional<TraceContext> parent) {
        SpanBuilder builder = tracer.spanBuilder("publish " + noun)
                .setSpanKind(SpanKind.PRODUCER)
                .setNoParent()
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", sent.topic());
        parent.ifPresent(context -> {
            builder.setParent(Context.root().with(Span.wrap(context.asParent())));
            builder.setStartTimestamp(began(sent), TimeUnit.MILLISECONDS);
        });
        return builder;
    }

    /** Returns when the broker took the record from which this one was made, ms since 1970. */
    private static long began(ProducerRecord<?, ?> sent) {
        String began = new TraceHeaders(sent.headers()).text(TraceHeaders.STEP_BEGAN);
        if (began != null && began.matches("\\d{1,18}")) {
            return Long.parseLong(began);
        }
        return sent.timestamp() == null ? System.currentTimeMillis() : sent.timestamp();
    }
}
