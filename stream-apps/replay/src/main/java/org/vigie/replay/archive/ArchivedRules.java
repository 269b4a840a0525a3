package org.vigie.replay.archive;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.List;
import java.util.Optional;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Reads the alarm rules that were published for the ward of an archive. Each day of an archive holds all of them. */
public record ArchivedRules(ArchiveFolder folder, TopicCatalogue ward) {
    /**
     * Returns the rules that were published before the end of a period.
     *
     * @param configured rules that are in force while nothing is published
     */
    public RuleHistory history(AlarmRuleCatalogue configured, PartitionPeriod period) {
        var history = new RuleHistory(configured);
        Topic<RulePublication> topic = ward.rulesPublished();
        if (folder.days(topic, period).isEmpty()) {
            return history;
        }
        var serdes = new AvroSerdes(new MockSchemaRegistryClient());
        var values = serdes.of(topic).deserializer();
        try (var reader = new ArchiveReader(folder, List.of(topic), List.of(topic), period, serdes)) {
            reader.readAll(record -> {
                // Rules that this release cannot read leave those before them in force, as in alert-streams.
                Optional<String> unused = history.take(values.deserialize(record.topic(), record.value()));
            });
        }
        return history;
    }
}
