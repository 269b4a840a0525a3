package org.vigie.replay.publication;

import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Reads the alarm rules that were published for a ward. */
public record PublishedRuleReader(KafkaConnectionConfig kafka, AvroSerdes serdes) {
    public PublishedRuleReader(KafkaConnectionConfig kafka) {
        this(kafka, new AvroSerdes(kafka.registry()));
    }

    /**
     * Reads them to the present.
     *
     * @param configured rules that are in force while nothing is published
     * @throws org.vigie.platform.topic.TopicUnavailableException when the topic cannot be read
     */
    public RuleHistory read(AlarmRuleCatalogue configured) {
        var history = new RuleHistory(configured);
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().rulesPublished())) {
            reader.readToEnd(record -> record.readableValue().ifPresent(publication -> {
                // Rules that this release cannot read leave those before them in force, as in alert-streams.
                var unused = history.take(publication);
            }));
        }
        return history;
    }
}
