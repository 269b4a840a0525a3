package org.vigie.gateway;

import org.vigie.gateway.publish.CensusPublisher;
import org.vigie.gateway.publish.ObservationAmendments;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Restores the state of the gateway from its topics, before it receives messages. */
record GatewayRecovery(KafkaConnectionConfig kafka, AvroSerdes serdes) {

    /** Restores the beds and the claims of the census. */
    CensusPublisher census(CensusPublisher census) {
        restore(kafka.topics().staysCurrent(), census);
        restore(kafka.topics().staysClaimed(), census);
        return census;
    }

    private void restore(Topic<BedStays> topic, CensusPublisher stays) {
        boolean claims = topic.equals(kafka.topics().staysClaimed());
        try (var reader = TopicReader.fromBeginning(kafka, serdes, topic)) {
            reader.readToEnd(record -> record.value()
                    .filter(known -> claims)
                    .ifPresentOrElse(
                            known -> stays.restore(record.key(), known), () -> stays.restoreBed(record.key())));
        }
    }

    /** Restores the observations that later messages may correct. */
    ObservationAmendments amendments(ObservationAmendments amendments) {
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().observationsNamed())) {
            reader.readToEnd(
                    record -> amendments.remember(record.key(), record.value().orElse(null)));
        }
        return amendments;
    }
}
