package org.vigie.replay.passport;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.platform.topic.TopicReader;
import org.vigie.replay.trial.AlertReplay;
import org.vigie.replay.trial.RecordTranscoder;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Reads the recorded entries of alerts, and runs the topology of alert-streams again over the records before and around them. */
final class RecordedAlerts {
    /** Records around the last entry: an entry is written at most this long after the records that led to it. */
    private static final Duration AFTER = Duration.ofMinutes(2);

    private final KafkaConnectionConfig kafka;
    private final TopicCatalogue topics;
    private final AvroSerdes live;
    private final AvroSerdes own = new AvroSerdes(new MockSchemaRegistryClient());

    RecordedAlerts(KafkaConnectionConfig kafka, AvroSerdes live) {
        this.kafka = kafka;
        this.topics = kafka.topics();
        this.live = live;
    }

    /**
     * Returns the entries of alerts by alert, oldest first. Entries without an alert, such as limits, are left out.
     *
     * @param id an alert, or a stay for all its alerts
     */
    Map<String, List<PlacedRecord<Alert>>> entries(String id) {
        Map<String, List<PlacedRecord<Alert>>> found = new LinkedHashMap<>();
        try (var reader = TopicReader.fromBeginning(kafka, live, topics.alertsLedger())) {
            reader.readToEnd(record -> record.readableValue()
                    .filter(entry -> !entry.getAlert().isEmpty())
                    .filter(entry ->
                            entry.getAlert().equals(id) || entry.getStay().equals(id))
                    .ifPresent(entry -> found.computeIfAbsent(entry.getAlert(), alert -> new ArrayList<>())
                            .add(new PlacedRecord<>(entry, record.place(), record.timestamp()))));
        }
        return found;
    }

    /**
     * Computes the entries of a stay again.
     *
     * @param history time before the first entry from which the stay's records are read
     */
    AlertPassport passport(
            List<PlacedRecord<Alert>> entries, Duration history, AlarmRuleCatalogue rules, StayWatchConfig watch) {
        Instant first =
                entries.stream().map(PlacedRecord::at).min(Instant::compareTo).orElseThrow();
        Instant last =
                entries.stream().map(PlacedRecord::at).max(Instant::compareTo).orElseThrow();
        String stay = entries.get(0).value().getStay();
        var period = new PartitionPeriod(first.minus(history), last.plus(AFTER));
        var passport = new AlertPassport();
        var transcoder = new RecordTranscoder(live, own);
        transcoder.add(topics.observationsClean(), passport::takeInput);
        transcoder.add(List.of(
                topics.staysCurrent(),
                topics.observationsRejected(),
                topics.scoresSurvival(),
                topics.commandsAlerts(),
                topics.alarmsBedside()));
        try (var replay = new AlertReplay(topics, own, rules, watch, period.from());
                var reader = TimeOrderedReader.open(kafka, inputs(), period)) {
            reader.readAll(record -> {
                if (isOf(stay, record.topic(), record.key())) {
                    transcoder.transcode(record).ifPresent(replay::send);
                    replay.collect(passport::takeComputed);
                }
            });
            replay.passTo(last.plus(AFTER));
            replay.collect(passport::takeComputed);
        }
        return passport;
    }

    private boolean isOf(String stay, String topic, byte[] key) {
        return topic.equals(topics.staysCurrent().name())
                || (key != null && stay.equals(new String(key, StandardCharsets.UTF_8)));
    }

    /** Returns what alert-streams reads for a stay, stays first. */
    private List<Topic<?>> inputs() {
        return List.of(
                topics.staysCurrent(),
                topics.observationsClean(),
                topics.observationsRejected(),
                topics.scoresSurvival(),
                topics.commandsAlerts(),
                topics.alarmsBedside());
    }
}
