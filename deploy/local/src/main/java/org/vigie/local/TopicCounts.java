package org.vigie.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.vigie.local.TopicCounter.ValueConsumer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.DeadLetter;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Counts the records of the topics, from the first to the last, and finds the verdict on each published reading by its origin. A record
 * that was emitted again after a crash counts once. A second, different verdict on one reading is a conflict.
 */
final class TopicCounts implements AutoCloseable {
    private final TopicCatalogue topics;
    private final AvroSerdes serdes;
    private final PartitionReader reader;
    private final Map<String, TopicCounter<?>> counters = new HashMap<>();
    private final List<Topic<?>> counted = new ArrayList<>();
    private final Instant liveFrom;

    final VerdictTally verdicts = new VerdictTally();
    final Map<CleaningReasonRecord, Long> rejected = new TreeMap<>();
    final LatencyRecorder cleanLatency = new LatencyRecorder();
    final LatencyRecorder alertLatency = new LatencyRecorder();
    /** Time from the newest reading of a window to its score. It contains the seconds for which event time waits. */
    final LatencyRecorder scoreLatency = new LatencyRecorder();
    /** Time from the request of a score to its answer. */
    final LatencyRecorder scoreRequestLatency = new LatencyRecorder();

    final Map<String, Long> raisedByRule = new TreeMap<>();
    final Set<String> raised = new HashSet<>();
    final Set<String> cleared = new HashSet<>();
    /** Identifies a row of a table: a record that is read again is the same row. */
    final Map<List<?>, ScoreStatus> scored = new HashMap<>();

    final Set<List<?>> transitions = new HashSet<>();
    final Set<List<?>> levels = new HashSet<>();
    long observations;
    long unreadable;
    long quarantined;
    long windows;
    /** Windows with the estimates of an imputer. */
    long estimatedWindows;

    long scores;
    long deadLetters;
    /** Rows that the store refused and records that an app could not read. */
    long refused;

    /** @param liveFrom only records published from then on count for the latencies: before, the past was back-filled */
    TopicCounts(KafkaConnectionConfig kafka, Instant liveFrom) {
        this.topics = kafka.topics();
        this.serdes = new AvroSerdes(kafka.registry());
        this.liveFrom = liveFrom;
        handle(topics.observationsRaw(), this::raw);
        handle(topics.observationsClean(), this::clean);
        handle(topics.observationsRejected(), this::rejected);
        handle(topics.recordsQuarantined(), this::quarantined);
        handle(topics.windowsHourly(), this::window);
        handle(topics.scoresSurvival(), this::score);
        handle(topics.alertsLedger(), this::alert);
        handle(topics.triageCurrent(), this::triage);
        handle(topics.rowsRejected(), this::deadLetter);
        reader = PartitionReader.fromBeginning(kafka, counted);
        reader.positions().forEach(this::begin);
    }

    private void begin(TopicPartition partition, long first) {
        if (partition.topic().equals(topics.observationsRaw().name())) {
            verdicts.beginPartition(partition.partition(), first);
        }
    }

    /** Reads on to the end that the topics have now. */
    void readToEnd() {
        reader.readToEnd(record -> counters.get(record.topic()).take(record));
    }

    /** Names what is lost: every reading has exactly one verdict, and every unreadable record lies in quarantine. */
    List<String> differences() {
        List<String> differences = new ArrayList<>(verdicts.differences());
        if (unreadable != quarantined) {
            differences.add("%d unreadable records, %d in quarantine".formatted(unreadable, quarantined));
        }
        return differences;
    }

    /** Counts the different scores of this status. */
    long scored(ScoreStatus status) {
        return Collections.frequency(scored.values(), status);
    }

    @Override
    public void close() {
        reader.close();
    }

    /** Counts a raw record. Canaries are no readings of patients and are left out everywhere. */
    private void raw(ConsumerRecord<byte[], byte[]> record, Observation observation) {
        if (BedName.isCanary(observation.getBed())) {
            return;
        }
        observations++;
        verdicts.published(
                record.partition(), record.offset(), observation.getReadings().size());
    }

    private void clean(ConsumerRecord<byte[], byte[]> record, CleanObservation observation) {
        if (BedName.isCanary(observation.getBed())) {
            return;
        }
        for (JudgedReading reading : observation.getReadings()) {
            addVerdict(observation, reading);
        }
        boolean repeated = observation.getAttributedFrom() != null;
        if (!repeated && !observation.getPublishedAt().isBefore(liveFrom)) {
            cleanLatency.add(record.timestamp() - observation.getPublishedAt().toEpochMilli());
        }
    }

    /** Counts the verdict on a published reading. A derived reading has no place in the raw record and is not counted. */
    private void addVerdict(CleanObservation observation, JudgedReading reading) {
        if (reading.getIndex() >= 0) {
            verdicts.addVerdict(observation.getOrigin(), reading.getIndex(), verdict(reading.getVerdict()));
        }
    }

    private static byte verdict(CleaningOutcomeRecord outcome) {
        return switch (outcome) {
            case KEPT -> VerdictTally.CLEAN;
            case SUSPECT -> VerdictTally.SUSPECT;
            case RETRACTED -> VerdictTally.RETRACTED;
            case REJECTED -> VerdictTally.REJECTED;
        };
    }

    private void rejected(ConsumerRecord<byte[], byte[]> record, RejectedReading reading) {
        if (BedName.isCanary(reading.getBed())) {
            return;
        }
        byte verdict =
                reading.getReason() == CleaningReasonRecord.DUPLICATE ? VerdictTally.DUPLICATE : VerdictTally.REJECTED;
        if (verdicts.addVerdict(reading.getOrigin(), reading.getOrigin().getIndex(), verdict)) {
            rejected.merge(reading.getReason(), 1L, Long::sum);
        }
    }

    private void quarantined(ConsumerRecord<byte[], byte[]> record, Quarantined lost) {
        refused++;
        Origin origin = lost.getOrigin();
        if (origin.getTopic().equals(topics.observationsRaw().name()) && verdicts.quarantined(origin)) {
            quarantined++;
        }
    }

    private void window(ConsumerRecord<byte[], byte[]> record, Window window) {
        windows++;
        estimatedWindows += window.getEstimates() == null ? 0 : 1;
    }

    private void score(ConsumerRecord<byte[], byte[]> record, RiskScore score) {
        scores++;
        scored.put(
                List.of(
                        score.getWindowEnd(),
                        score.getStay(),
                        score.getModel(),
                        score.getModelVersion(),
                        score.getWindowDigest()),
                score.getStatus());
        if (!score.getWindowEnd().isBefore(liveFrom)) {
            scoreLatency.add(record.timestamp() - score.getWindowEnd().toEpochMilli());
            scoreRequestLatency.add(Math.round(score.getLatencyMs()));
        }
    }

    private void alert(ConsumerRecord<byte[], byte[]> record, Alert alert) {
        transitions.add(List.of(alert.getOnset(), alert.getAlert(), alert.getState(), alert.getPriority()));
        boolean begins = alert.getState() == AlertStateRecord.RAISED && raised.add(alert.getAlert());
        boolean ends = alert.getState() == AlertStateRecord.CLEARED && cleared.add(alert.getAlert());
        if (begins) {
            raisedByRule.merge(alert.getRule(), 1L, Long::sum);
        }
        if ((begins || ends) && !alert.getCausePublishedAt().isBefore(liveFrom)) {
            alertLatency.add(record.timestamp() - alert.getCausePublishedAt().toEpochMilli());
        }
    }

    private void triage(ConsumerRecord<byte[], byte[]> record, TriageAssessmentRecord triage) {
        if (BedName.isCanary(triage.getBed())) {
            return;
        }
        levels.add(List.of(triage.getAt(), triage.getStay(), triage.getLevel()));
    }

    private void deadLetter(ConsumerRecord<byte[], byte[]> record, DeadLetter row) {
        refused++;
        deadLetters++;
    }

    private <V extends SpecificRecord> void handle(Topic<V> topic, ValueConsumer<V> take) {
        Runnable unread =
                topic.name().equals(topics.observationsRaw().name()) ? () -> unreadable++ : TopicCounts::ignore;
        counters.put(topic.name(), new TopicCounter<>(serdes.of(topic).deserializer(), take, unread));
        counted.add(topic);
    }

    private static void ignore() {}
}
