package org.vigie.bench.streams;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.trial.ComparedReplays;
import org.vigie.replay.trial.RecordTranscoder;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tries the shipped rules and those before them on the clean stream of a load, without a broker. */
final class TrialRunTime {
    private static final AlarmRuleCatalogue CURRENT = AlarmRuleCatalogue.load("adult-icu-3");
    private static final AlarmRuleCatalogue TRIED = AlarmRuleCatalogue.adultIcu();

    private final TopicCatalogue topics = ReplayRunTime.WARD.topics();
    private final AvroSerdes live = new AvroSerdes(new MockSchemaRegistryClient());
    private final List<ConsumerRecord<byte[], byte[]>> recorded = new ArrayList<>();

    /** @param load its verdicts are made first, and not measured */
    TrialRunTime(WardLoad load) {
        try (var ward = ReplayRunTime.ward(live, this::record)) {
            new ReplayRunTime(load).replay(ward, live);
            ward.finish();
        }
    }

    /**
     * Holds how long a trial took.
     *
     * @param records clean observations and stays
     * @param wall by the wall clock
     * @param reading processor time of the thread that decodes the records
     * @param current processor time of the thread with the current rules
     * @param tried processor time of the thread with the new rules
     */
    record TrialTimes(int records, Duration wall, Duration reading, Duration current, Duration tried) {}

    /** Keeps what a trial reads. The replay writes it under the names of its namespace. */
    private void record(RecordedRecord written) {
        String topic = ReplayRunTime.STUDIED.wardTopic(written.topic());
        if (topic.equals(topics.staysCurrent().name())
                || topic.equals(topics.observationsClean().name())) {
            recorded.add(new ConsumerRecord<>(
                    topic,
                    0,
                    recorded.size(),
                    written.at().toEpochMilli(),
                    TimestampType.LOG_APPEND_TIME,
                    written.key().length(),
                    written.value().length,
                    written.key().getBytes(StandardCharsets.UTF_8),
                    written.value(),
                    new RecordHeaders(),
                    Optional.empty()));
        }
    }

    TrialTimes measure() {
        var own = new AvroSerdes(new MockSchemaRegistryClient());
        var transcoder = new RecordTranscoder(live, own);
        transcoder.add(List.of(topics.staysCurrent(), topics.observationsClean()));
        Instant start = ReplayRunTime.START;
        String thread = Thread.currentThread().getName();
        ThreadUsage before = ThreadUsage.of(thread);
        long begun = System.nanoTime();
        try (var both = new ComparedReplays(topics, own, CURRENT, TRIED, StayWatchConfig.defaults(), start)) {
            recorded.forEach(record -> transcoder.transcode(record).ifPresent(both::take));
            both.finish();
            return new TrialTimes(
                    recorded.size(),
                    Duration.ofNanos(System.nanoTime() - begun),
                    Duration.ofNanos(ThreadUsage.of(thread).since(before).cpuNanos()),
                    Duration.ofNanos(
                            ThreadUsage.of(ComparedReplays.CURRENT_THREAD).cpuNanos()),
                    Duration.ofNanos(
                            ThreadUsage.of(ComparedReplays.TRIED_THREAD).cpuNanos()));
        }
    }
}
