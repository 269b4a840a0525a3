package org.vigie.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * Identifies a span within its trace, in the form of W3C Trace Context.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 */
record TraceContext(String traceId, String spanId) {
    private static final Pattern HEADER = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-01");

    static TraceContext of(Span span) {
        return new TraceContext(
                span.getSpanContext().getTraceId(), span.getSpanContext().getSpanId());
    }

    /** Returns the context of a record; empty when it is in no trace that is kept. */
    static Optional<TraceContext> in(Headers headers) {
        String text = new TraceHeaders(headers).text(TraceHeaders.CONTEXT);
        Matcher found = HEADER.matcher(text == null ? "" : text);
        return found.matches() ? Optional.of(new TraceContext(found.group(1), found.group(2))) : Optional.empty();
    }

    /** Returns the value of the header {@code traceparent}; the trace is kept. */
    String toHeader() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    /** Returns the span as the parent of one in another process. */
    SpanContext asParent() {
        return SpanContext.createFromRemoteParent(traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
    }
}
