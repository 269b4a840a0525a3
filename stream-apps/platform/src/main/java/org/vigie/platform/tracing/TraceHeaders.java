package org.vigie.platform.tracing;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the headers of a Kafka record that belong to its trace: the context in the form of W3C Trace Context, and when the step
 * began that makes the next record.
 */
public record TraceHeaders(Headers headers) {
    /** Names the trace and its last span, as in W3C Trace Context. */
    static final String CONTEXT = "traceparent";
    /** Says in milliseconds since 1970 when the broker took the record from which a step makes another one. */
    static final String STEP_BEGAN = "vigie-step-began";

    /**
     * Returns the headers of a record that a step makes from this one: its trace, and nothing without a trace.
     *
     * @param timestamp when the broker took this record, ms since 1970
     */
    public Headers passedOn(long timestamp) {
        var passed = new RecordHeaders();
        Header context = headers.lastHeader(CONTEXT);
        if (context != null) {
            passed.add(context);
            passed.add(STEP_BEGAN, bytes(Long.toString(timestamp)));
        }
        return passed;
    }

    /** Returns the text of the last header of this name; null when there is none. */
    @Nullable
    String text(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Puts a text in the place of all headers of this name. */
    void put(String name, String text) {
        headers.remove(name).add(name, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
