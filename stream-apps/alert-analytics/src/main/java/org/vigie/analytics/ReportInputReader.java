package org.vigie.analytics;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Reads the input of a report from the topics, from their beginning to their present end. */
final class ReportInputReader {
    private final KafkaConnectionConfig kafka;
    private final AvroSerdes serdes;
    private int unreadable;

    ReportInputReader(KafkaConnectionConfig kafka) {
        this.kafka = kafka;
        this.serdes = new AvroSerdes(kafka.registry());
    }

    Collection<AlarmEpisode> episodes() {
        Map<String, AlarmEpisode> episodes = new HashMap<>();
        read(kafka.topics().alertsLedger(), entry -> add(episodes, entry));
        return episodes.values();
    }

    private static void add(Map<String, AlarmEpisode> episodes, Alert entry) {
        if (!BedsideAlarmMapper.isOfMonitor(entry)) {
            EpisodeAggregator.after(Optional.ofNullable(episodes.get(entry.getAlert())), entry)
                    .ifPresent(after -> episodes.put(after.getAlert(), after));
        }
    }

    /** Returns the newest record of each bed, without the beds of canaries. */
    Collection<BedStays> beds() {
        Map<String, BedStays> beds = new HashMap<>();
        read(kafka.topics().staysCurrent(), bed -> beds.put(bed.getBed(), bed));
        beds.keySet().removeIf(BedName::isCanary);
        return beds.values();
    }

    /** Returns the number of records that could not be decoded and were left out. */
    int unreadable() {
        return unreadable;
    }

    private <V extends SpecificRecord> void read(Topic<V> topic, Consumer<V> taker) {
        try (var reader = TopicReader.fromBeginning(kafka, serdes, topic)) {
            reader.readToEnd(record -> {
                unreadable += record.isUnreadable() ? 1 : 0;
                record.readableValue().ifPresent(taker);
            });
        }
    }
}
