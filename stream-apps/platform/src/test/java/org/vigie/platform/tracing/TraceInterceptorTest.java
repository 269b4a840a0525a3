package org.vigie.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the spans of the records that a client sends, with a collector in memory. */
class TraceInterceptorTest {
    private static final String RAW = "vigie.ward.observations.raw";
    private static final String CLEAN = "vigie.ward.observations.clean";
    private static final String LEDGER = "vigie.ward.alerts.ledger";
    private static final long NOON_MS = 1_795_000_000_000L;

    private final InMemorySpanExporter collector = InMemorySpanExporter.create();
    private final TraceInterceptor interceptor = interceptor(Sampler.alwaysOn());

    @AfterEach
    void close() {
        interceptor.close();
    }

    @Test
    void oneTraceGoesFromTheGatewayOverTheCleanReadingToTheAlarm() {
        // when
        Headers raw = sent(interceptor, RAW, new RecordHeaders());
        Headers clean = sent(interceptor, CLEAN, new TraceHeaders(raw).passedOn(NOON_MS));
        sent(interceptor, LEDGER, new TraceHeaders(clean).passedOn(NOON_MS + 5));

        // then
        List<SpanData> spans = collector.getFinishedSpanItems();
        assertThat(spans)
                .extracting(SpanData::getName)
                .containsExactly("publish observations.raw", "publish observations.clean", "publish alerts.ledger");
        assertThat(spans)
                .extracting(SpanData::getTraceId)
                .containsOnly(spans.get(0).getTraceId());
        assertThat(spans.get(1).getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
        assertThat(spans.get(2).getParentSpanId()).isEqualTo(spans.get(1).getSpanId());
    }

    @Test
    void aSpanBeginsWhenTheBrokerTookTheRecordThatTheStepReadsAndNoLaterRecordHasThatTime() {
        // given
        Headers raw = sent(interceptor, RAW, new RecordHeaders());

        // when
        Headers clean = sent(interceptor, CLEAN, new TraceHeaders(raw).passedOn(NOON_MS));

        // then
        assertThat(collector.getFinishedSpanItems().get(1).getStartEpochNanos())
                .isEqualTo(TimeUnit.MILLISECONDS.toNanos(NOON_MS));
        assertThat(clean.lastHeader(TraceHeaders.STEP_BEGAN)).isNull();
    }

    @Test
    void aSpanHoldsNeitherTheKeyNorTheValueOfItsRecord() {
        // when
        sent(interceptor, RAW, new RecordHeaders());

        // then
        assertThat(collector
                        .getFinishedSpanItems()
                        .get(0)
                        .getAttributes()
                        .asMap()
                        .keySet())
                .extracting(AttributeKey::getKey)
                .containsExactlyInAnyOrder(
                        "messaging.system",
                        "messaging.destination.name",
                        "messaging.destination.partition.id",
                        "messaging.kafka.offset");
    }

    @Test
    void twoRecordsOfOneStepHaveTheirOwnSpansAlthoughTheyShareHeaders() {
        // given
        var shared = new TraceHeaders(sent(interceptor, RAW, new RecordHeaders())).passedOn(NOON_MS);
        ((RecordHeaders) shared).setReadOnly();

        // when
        Headers ledger = sent(interceptor, LEDGER, shared);
        Headers current = sent(interceptor, "vigie.ward.alerts.current", shared);

        // then
        assertThat(TraceContext.in(ledger)).isPresent().isNotEqualTo(TraceContext.in(current));
        assertThat(collector.getFinishedSpanItems()).hasSize(3);
    }

    @Test
    void aRecordThatTheBrokerDoesNotTakeEndsItsSpanWithTheKindOfTheError() {
        // given
        var record = new ProducerRecord<Object, Object>(RAW, "REA/01", "reading");
        Headers headers = interceptor.onSend(record).headers();

        // when
        interceptor.onAcknowledgement(null, new TimeoutException("REA/01"), headers);

        // then
        assertThat(collector.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getStatus().getDescription()).isEqualTo("TimeoutException");
        });
    }

    @Test
    void aRecordOutsideATraceAndAChangelogAreLeftAsTheyAre() {
        // given
        var stays = new ProducerRecord<Object, Object>("vigie.ward.stays.current", "REA/01", "stay");
        var changelog = new ProducerRecord<Object, Object>("vigie-ward-alert-streams-stays-changelog", "1", "part");

        // when, then
        assertThat(interceptor.onSend(stays)).isSameAs(stays);
        assertThat(interceptor.onSend(changelog)).isSameAs(changelog);
    }

    @Test
    void aTraceThatIsNotKeptAddsNothingToItsRecords() {
        // given
        var record = new ProducerRecord<Object, Object>(RAW, "REA/01", "reading");

        // when, then
        assertThat(interceptor(Sampler.alwaysOff()).onSend(record)).isSameAs(record);
        assertThat(collector.getFinishedSpanItems()).isEmpty();
    }

    /** Sends a record, which the broker takes, and returns its headers. */
    private static Headers sent(TraceInterceptor interceptor, String topic, Headers headers) {
        var record = new ProducerRecord<Object, Object>(topic, null, NOON_MS + 1, "key", "value", headers);
        Headers sent = interceptor.onSend(record).headers();
        interceptor.onAcknowledgement(
                new RecordMetadata(new TopicPartition(topic, 0), 7, 0, NOON_MS, 1, 1), null, sent);
        return sent;
    }

    private TraceInterceptor interceptor(Sampler sampler) {
        var provider = SdkTracerProvider.builder()
                .setSampler(sampler)
                .addSpanProcessor(SimpleSpanProcessor.create(collector))
                .build();
        var created = new TraceInterceptor();
        created.configure(Map.of(TraceInterceptor.PROVIDER, provider));
        return created;
    }
}
