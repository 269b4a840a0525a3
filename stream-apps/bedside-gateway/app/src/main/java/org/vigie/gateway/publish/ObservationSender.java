package org.vigie.gateway.publish;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.vigie.gateway.send.RecordSender;
import org.vigie.schemas.NamedObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.topic.TopicCatalogue;

/** Sends observations to their topics, once the broker has their beds. */
final class ObservationSender {
    private static final Header BED_KNOWN = new RecordHeader(TopicCatalogue.BED_KNOWN, new byte[0]);
    private static final Header LATE = new RecordHeader(TopicCatalogue.BACKFILLED, new byte[0]);

    private final RecordSender recordSender;
    private final TopicCatalogue topics;
    private final CensusPublisher stays;

    ObservationSender(RecordSender recordSender, TopicCatalogue topics, CensusPublisher stays) {
        this.recordSender = recordSender;
        this.topics = topics;
        this.stays = stays;
    }

    /** Sends the identifiers of observations, for later corrections. */
    CompletableFuture<Void> send(Map<String, NamedObservation> named) {
        return all(named.entrySet().stream()
                .map(entry -> recordSender.send(topics.observationsNamed(), entry.getKey(), entry.getValue())));
    }

    /** Sends readings to {@code observations.raw}. */
    CompletableFuture<Void> send(List<Observation> records) {
        return send(records, BED_KNOWN);
    }

    /** Sends readings whose code was mapped long after they were received. */
    CompletableFuture<Void> sendLate(List<Observation> records) {
        return send(records, BED_KNOWN, LATE);
    }

    /** Announces the beds first: cleaning rejects a reading of a bed that is not in its topic. */
    private CompletableFuture<Void> send(List<Observation> records, Header... headers) {
        try {
            stays.announceBeds(
                    records.stream().map(Observation::getBed).distinct().toList());
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        return all(records.stream()
                .map(record -> recordSender.send(topics.observationsRaw(), record.getBed(), record, headers)));
    }

    private static CompletableFuture<Void> all(Stream<CompletableFuture<Void>> sent) {
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }
}
