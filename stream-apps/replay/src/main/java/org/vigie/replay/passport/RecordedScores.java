package org.vigie.replay.passport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Window;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.TopicCatalogue;

/** Finds recorded scores and the windows from which they were computed. */
final class RecordedScores {
    /** A window is published before its score, by at most the time that a score request may take. */
    private static final Duration AROUND = Duration.ofMinutes(5);

    private final KafkaConnectionConfig kafka;
    private final TopicCatalogue topics;
    private final AvroSerdes serdes;

    RecordedScores(KafkaConnectionConfig kafka, AvroSerdes serdes) {
        this.kafka = kafka;
        this.topics = kafka.topics();
        this.serdes = serdes;
    }

    /**
     * Returns the scores with an identifier, oldest first.
     *
     * @param id {@code stay:revision}, or a stay for all its scores
     */
    List<PlacedRecord<RiskScore>> scores(String id) {
        List<PlacedRecord<RiskScore>> found = new ArrayList<>();
        try (var reader = TopicReader.fromBeginning(kafka, serdes, topics.scoresSurvival())) {
            reader.readToEnd(record -> record.readableValue()
                    .filter(score -> score.getStay().equals(id)
                            || ScorePassport.id(score).equals(id))
                    .ifPresent(score -> found.add(new PlacedRecord<>(score, record.place(), record.timestamp()))));
        }
        return found;
    }

    /** Returns the window of each score that is still kept, by stay, revision and digest. */
    RecordedWindows windows(List<PlacedRecord<RiskScore>> scores) {
        Instant first =
                scores.stream().map(PlacedRecord::at).min(Instant::compareTo).orElseThrow();
        Instant last =
                scores.stream().map(PlacedRecord::at).max(Instant::compareTo).orElseThrow();
        String stay = scores.get(0).value().getStay();
        Map<String, PlacedRecord<Window>> windows = new HashMap<>();
        var values = serdes.of(topics.windowsHourly()).deserializer();
        var period = new PartitionPeriod(first.minus(AROUND), last.plus(AROUND));
        try (var reader = TimeOrderedReader.open(kafka, List.of(topics.windowsHourly()), period)) {
            reader.readAll(record -> window(record, values)
                    .filter(window -> window.value().getStay().equals(stay))
                    .ifPresent(window -> windows.put(
                            key(window.value().getRevision(), window.value().getDigest()), window)));
        }
        return new RecordedWindows(windows);
    }

    /** Returns the window of a record; empty for bytes that cannot be read, whose score then has no window. */
    private static Optional<PlacedRecord<Window>> window(
            ConsumerRecord<byte[], byte[]> record, Deserializer<Window> values) {
        try {
            return Optional.of(new PlacedRecord<>(
                    values.deserialize(record.topic(), record.value()),
                    "%s-%d-%d".formatted(record.topic(), record.partition(), record.offset()),
                    Instant.ofEpochMilli(record.timestamp())));
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }

    private static String key(long revision, String digest) {
        return revision + " " + digest;
    }

    /**
     * Holds windows of one stay.
     *
     * @param byKey by revision and digest
     */
    record RecordedWindows(Map<String, PlacedRecord<Window>> byKey) {
        RecordedWindows {
            byKey = Map.copyOf(byKey);
        }

        /** Returns the window of a score; empty when it is no longer kept. */
        Optional<PlacedRecord<Window>> of(RiskScore score) {
            return Optional.ofNullable(byKey.get(key(score.getWindowRevision(), score.getWindowDigest())));
        }
    }
}
