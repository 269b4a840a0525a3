package org.vigie.gateway.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.gateway.publish.ObservationAmendments.AmendedValues;
import org.vigie.gateway.send.RecordSender;
import org.vigie.schemas.Observation;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.terminology.DropReason;

/**
 * Publishes the measured values of a delivery to {@code observations.raw}. Values without a bed, and repeated values of one instant, are
 * left out.
 */
public final class MeasurementPublisher {
    private final ObservationSender observations;
    private final MeasuredBedResolver beds;
    private final ObservationAmendments amendments;
    private final DeliveryArchive archive;
    private final GatewayCounters counters;
    private final ObservationAssembler assembler = new ObservationAssembler();

    public MeasurementPublisher(
            RecordSender recordSender,
            TopicCatalogue topics,
            CensusPublisher stays,
            ObservationAmendments amendments,
            DeliveryArchive archive,
            GatewayCounters counters) {
        this.observations = new ObservationSender(recordSender, topics, stays);
        this.beds = new MeasuredBedResolver(stays, new SenderDeviceClocks());
        this.amendments = amendments;
        this.archive = archive;
        this.counters = counters;
    }

    /** Publishes the values of a delivery. Blocks while beds that are new are announced. */
    PublishedMeasurements publish(IntakeDelivery delivery, Instant now) {
        List<MeasuredValue> placed = new ArrayList<>();
        List<DroppedElement> leftOut = new ArrayList<>();
        sort(placed(delivery.sender(), delivery.observations(), now), placed, leftOut);
        CompletableFuture<Void> withoutBed = quarantine(delivery, leftOut.size());
        RepeatedMetrics repeated = RepeatedMetrics.in(placed);
        leftOut.addAll(repeated.dropped());
        AmendedValues amended = amendments.amend(delivery.sender(), repeated.taken());
        leftOut.addAll(amended.dropped());
        int taken = counted(repeated.taken()) - amended.unsaid().size();
        counters.add("dropped", repeated.left().size() + amended.unsaid().size());
        counters.add("observations", taken);
        List<Observation> records =
                assembler.of(delivery.sender(), messageId(delivery, amended, now), amended.measured(), now);
        int uncounted = amended.measured().size() - taken;
        int published = readings(records) - uncounted;
        leftOut.addAll(duplicates(taken - published));
        CompletableFuture<Void> sent =
                CompletableFuture.allOf(observations.send(records), observations.send(amended.named()), withoutBed);
        return new PublishedMeasurements(sent, published, leftOut, amended.named());
    }

    /**
     * Returns the message's id. An infusion that goes on can be said in the words of its start: such a message differs from the first one by
     * its time of receipt only.
     */
    private static String messageId(IntakeDelivery delivery, AmendedValues amended, Instant now) {
        boolean holdsState =
                amended.measured().stream().anyMatch(one -> one.statement().state());
        return holdsState ? delivery.messageId() + "-" + now.toEpochMilli() : delivery.messageId();
    }

    private static int counted(List<MeasuredValue> measured) {
        return measured.stream().mapToInt(MeasuredValue::readings).sum();
    }

    private static List<DroppedElement> duplicates(int readings) {
        return readings <= 0
                ? List.of()
                : List.of(new DroppedElement("", "", "", "", DropReason.DUPLICATE_IN_MESSAGE).withReadings(readings));
    }

    /**
     * Publishes the values of a message whose code was mapped long after it was {@code received}. When values have no bed, the message lies in
     * quarantine.
     *
     * @return how many readings are published, once the broker has them
     */
    CompletableFuture<Integer> publishLate(IntakeDelivery mapped, Instant received) {
        List<MeasuredValue> placed = new ArrayList<>();
        List<DroppedElement> leftOut = new ArrayList<>();
        sort(beds.placedLate(mapped.observations()), placed, leftOut);
        CompletableFuture<Void> withoutBed = quarantine(mapped, leftOut.size());
        List<Observation> records = assembler.of(mapped.sender(), mapped.messageId(), placed, received);
        return CompletableFuture.allOf(observations.sendLate(records), withoutBed)
                .thenApply(done -> readings(records));
    }

    /** Remembers the values of a delivery that the broker has, so that later corrections find them. */
    void remember(PublishedMeasurements published) {
        amendments.remember(published.named());
    }

    /** Returns the values of a message with their beds. The bed of a value is empty when there is none. */
    List<MeasuredValue> placed(String sender, List<MeasuredValue> values, Instant now) {
        return beds.placed(sender, values, now);
    }

    /** Sorts the readings that have a bed from those that have none. The state of an infusion without a bed changes nothing. */
    private static void sort(List<MeasuredValue> values, List<MeasuredValue> placed, List<DroppedElement> leftOut) {
        for (MeasuredValue one : values) {
            if (one.bed().isEmpty() && one.readings() > 0) {
                leftOut.add(new DroppedElement("", "bed", one.variable(), "", DropReason.NO_BED)
                        .withReadings(1)
                        .withExpected("a bed, or a patient whom the census had on one when it was measured"));
            } else if (!one.bed().isEmpty()) {
                placed.add(one);
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

    private static int readings(List<Observation> records) {
        return records.stream().mapToInt(record -> record.getReadings().size()).sum();
    }
}
