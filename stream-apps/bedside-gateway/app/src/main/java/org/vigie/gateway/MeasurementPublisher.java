package org.vigie.gateway;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.schemas.NamedObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.terminology.DropReason;

/**
 * Publishes the measured values of a delivery to {@code observations.raw}. Values without a bed, and repeated values of one instant, are
 * left out.
 */
final class MeasurementPublisher {
    private static final Header BED_KNOWN = new RecordHeader(TopicCatalogue.BED_KNOWN, new byte[0]);
    private static final Header LATE = new RecordHeader(TopicCatalogue.BACKFILLED, new byte[0]);

    private final RecordSender recordSender;
    private final TopicCatalogue topics;
    private final CensusPublisher stays;
    private final ObservationAmendments amendments;
    private final DeliveryArchive archive;
    private final GatewayCounters counters;
    private final ObservationAssembler assembler = new ObservationAssembler();

    MeasurementPublisher(
            RecordSender recordSender,
            TopicCatalogue topics,
            CensusPublisher stays,
            ObservationAmendments amendments,
            DeliveryArchive archive,
            GatewayCounters counters) {
        this.recordSender = recordSender;
        this.topics = topics;
        this.stays = stays;
        this.amendments = amendments;
        this.archive = archive;
        this.counters = counters;
    }

    /**
     * The result for the measured values of one delivery.
     *
     * @param sent completes when the broker has all of them
     * @param published how many readings of the delivery are published
     * @param leftOut the elements that are not published
     * @param named the values by the identifiers of their sender; to be remembered once the broker has the delivery
     */
    record PublishedMeasurements(
            CompletableFuture<Void> sent,
            int published,
            List<DroppedElement> leftOut,
            Map<String, NamedObservation> named) {}

    /** Publishes the values of a delivery. Blocks while beds that are new are announced. */
    PublishedMeasurements publish(IntakeDelivery delivery, Instant now) {
        List<MeasuredValue> placed = new ArrayList<>();
        List<DroppedElement> leftOut = new ArrayList<>();
        place(delivery.observations(), placed, leftOut);
        int withoutBed = leftOut.size();
        RepeatedMetrics repeated = RepeatedMetrics.in(placed);
        leftOut.addAll(repeated.dropped());
        counters.add("dropped", repeated.left().size());
        counters.add("observations", repeated.taken().size());
        ObservationAmendments.AmendedValues amended = amendments.amend(delivery.sender(), repeated.taken());
        List<Observation> records = assembler.of(delivery.sender(), delivery.messageId(), amended.measured(), now);
        int retractions = amended.measured().size() - repeated.taken().size();
        int published = readings(records) - retractions;
        if (published < repeated.taken().size()) {
            leftOut.add(new DroppedElement("", "", "", "", DropReason.DUPLICATE_IN_MESSAGE)
                    .withReadings(repeated.taken().size() - published));
        }
        CompletableFuture<Void> sent = CompletableFuture.allOf(
                send(records, BED_KNOWN), send(amended.named()), quarantine(delivery, withoutBed));
        return new PublishedMeasurements(
                sent, published, List.copyOf(leftOut), Collections.unmodifiableMap(amended.named()));
    }

    /**
     * Publishes values whose code was mapped long after they were {@code received}.
     *
     * @return how many readings are published, once the broker has them
     */
    CompletableFuture<Integer> publishLate(
            String source, String messageId, List<MeasuredValue> placed, Instant received) {
        List<Observation> records = assembler.of(source, messageId, placed, received);
        return send(records, BED_KNOWN, LATE).thenApply(done -> readings(records));
    }

    /** Remembers the values of a delivery that the broker has, so that later corrections find them. */
    void remember(PublishedMeasurements published) {
        amendments.remember(published.named());
    }

    /** Gives each value its bed: the sent one, or the bed of its patient in the census. */
    private void place(List<MeasuredValue> measured, List<MeasuredValue> placed, List<DroppedElement> leftOut) {
        for (MeasuredValue one : measured) {
            String bed = one.bed().isEmpty() ? stays.bedOf(one.patient()) : one.bed();
            if (bed.isEmpty()) {
                leftOut.add(new DroppedElement("", "bed", one.variable(), "", DropReason.NO_BED)
                        .withReadings(1)
                        .withExpected("a bed, or a patient whom the census has on one"));
            } else {
                placed.add(one.bed().equals(bed) ? one : one.withBed(bed));
            }
        }
    }

    private CompletableFuture<Void> quarantine(IntakeDelivery delivery, int withoutBed) {
        if (withoutBed == 0) {
            return CompletableFuture.completedFuture(null);
        }
        var refusal = new RefusedMessage(
                delivery.protocol(),
                delivery.sender(),
                delivery.raw(),
                "no bed for " + withoutBed + " observations",
                withoutBed,
                QuarantineReason.NO_BED);
        return archive.quarantine(refusal, delivery.messageId());
    }

    private CompletableFuture<Void> send(Map<String, NamedObservation> named) {
        return all(named.entrySet().stream()
                .map(entry -> recordSender.send(topics.observationsNamed(), entry.getKey(), entry.getValue())));
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

    private static int readings(List<Observation> records) {
        return records.stream().mapToInt(record -> record.getReadings().size()).sum();
    }
}
