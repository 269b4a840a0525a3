package org.vigie.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each record that a Kafka client sends in a trace. The span lasts from the time at which the step began until the broker
 * has the record.
 *
 * <p>Kafka creates it when {@code interceptor.classes} of {@code kafka.clientProperties} names this class. That key holds for consumers too;
 * what they read is left as it is.
 */
public final class TraceInterceptor
        implements ProducerInterceptor<Object, Object>, ConsumerInterceptor<Object, Object> {
    /** Key under which a test hands over where the spans go. */
    static final String PROVIDER = "vigie.tracing.provider";

    private final Map<String, Span> unacknowledged = new ConcurrentHashMap<>();
    private RecordSpans spans = new RecordSpans(TracerProvider.noop());

    /**
     * Reads the variables of OpenTelemetry at the first client of the process.
     *
     * @throws io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException when one of them cannot be used
     */
    @Override
    public void configure(Map<String, ?> settings) {
        spans = new RecordSpans(
                settings.get(PROVIDER) instanceof TracerProvider given ? given : ProcessTelemetry.get());
    }

    /** Returns the record with the context of its span; the same record when it is in no trace. */
    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> sent) {
        Optional<Span> begun = spans.begin(sent);
        if (begun.isEmpty()) {
            return sent;
        }
        Span span = begun.get();
        unacknowledged.put(span.getSpanContext().getSpanId(), span);
        return new ProducerRecord<>(
                sent.topic(), sent.partition(), sent.timestamp(), sent.key(), sent.value(), headers(sent, span));
    }

    /** Copies the headers: Kafka Streams gives several records of one step the same ones. */
    private static Headers headers(ProducerRecord<Object, Object> sent, Span span) {
        var headers = new RecordHeaders(sent.headers().toArray());
        new TraceHeaders(headers)
                .put(TraceHeaders.CONTEXT, TraceContext.of(span).toHeader());
        headers.remove(TraceHeaders.STEP_BEGAN);
        return headers;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata at, @Nullable Exception failure, Headers headers) {
        TraceContext.in(headers)
                .map(context -> unacknowledged.remove(context.spanId()))
                .ifPresent(span -> end(span, at, failure));
    }

    private static void end(Span span, @Nullable RecordMetadata at, @Nullable Exception failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
        } else if (at != null) {
            span.setAttribute("messaging.destination.partition.id", Integer.toString(at.partition()));
            span.setAttribute("messaging.kafka.offset", at.offset());
        }
        span.end();
    }

    @Override
    public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
