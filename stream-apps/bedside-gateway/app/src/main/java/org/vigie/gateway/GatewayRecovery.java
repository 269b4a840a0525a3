package org.vigie.gateway;

import java.util.List;
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
            reader.restore((bed, known) -> {
                stays.restoreBed(bed);
                if (claims) {
                    stays.restoreClaims(bed, known.map(BedStays::getStays).orElse(List.of()));
                }
            });
        }
    }

    /** Restores the observations that later messages may correct. */
    ObservationAmendments amendments(ObservationAmendments amendments) {
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().observationsNamed())) {
            reader.restore((name, named) -> amendments.remember(name, named.orElse(null)));
        }
        return amendments;
    }
}
