package org.vigie.replay.publication;

import java.util.Optional;
import org.vigie.access.command.CommandAccess;
import org.vigie.analytics.rules.PublicationAuditText;
import org.vigie.analytics.rules.RulePublisher;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Writes one publication, and proves by reading that no other one took its number.
 *
 */
record RulePublicationRun(KafkaConnectionConfig kafka, AvroSerdes serdes, AlarmRuleCatalogue configured) {
    RulePublicationRun(KafkaConnectionConfig kafka, AlarmRuleCatalogue configured) {
        this(kafka, new AvroSerdes(kafka.registry()), configured);
    }

    RuleHistory history() {
        return new PublishedRuleReader(kafka, serdes).read(configured);
    }

    /**
     * Publishes.
     *
     * @param access decides who may publish
     * @throws IllegalArgumentException for the namespace of a replay
     * @throws IllegalStateException when it is refused, or when somebody else published at the same moment
     */
    void publish(RulePublication publication, CommandAccess access) {
        requireWard();
        access.change(new PublicationAuditText(publication).toString(), () -> publish(publication));
    }

    private void publish(RulePublication publication) {
        try (var publisher = RulePublisher.open(kafka, serdes)) {
            publisher.publish(publication);
        }
        Optional<RulePublication> read = history().numbered(publication.getNumber());
        if (!read.equals(Optional.of(publication))) {
            throw new IllegalStateException("publication " + publication.getNumber()
                    + " was written by two people at the same moment; ./vigie rules list shows which is in force");
        }
    }

    private void requireWard() {
        if (TopicCatalogue.isReplay(kafka.namespace())) {
            throw new IllegalArgumentException(
                    "--namespace: rules are published for a ward, was the replay '" + kafka.namespace() + "'");
        }
    }
}
