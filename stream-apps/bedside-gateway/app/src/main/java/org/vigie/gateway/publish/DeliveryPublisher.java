package org.vigie.gateway.publish;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.vigie.gateway.codes.LeftOutCounter;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.gateway.intake.VisitBed;
import org.vigie.gateway.ledger.SenderAccounts;
import org.vigie.gateway.monitoring.GatewayCounters;

/**
 * Publishes the content of one message, whatever its protocol: the message itself (encrypted), its movements, its measured values and its
 * alarms. Then the readings of the message are counted.
 *
 * <p>Topics hold pseudonyms of patients. Clear names are encrypted by {@link DeliveryArchive}.
 */
public final class DeliveryPublisher implements MessageIntake {
    private final BedNameResolver beds;
    private final StayLookup census;
    private final DeliveryPublishers publishers;
    private final LeftOutCounter leftOut;
    private final SenderAccounts accounts;
    private final GatewayCounters counters;
    private final Clock clock;
    private final DeliveryMask mask = new DeliveryMask();

    public DeliveryPublisher(
            BedNameResolver beds,
            StayLookup census,
            DeliveryPublishers publishers,
            LeftOutCounter leftOut,
            SenderAccounts accounts,
            GatewayCounters counters,
            Clock clock) {
        this.beds = beds;
        this.census = census;
        this.publishers = publishers;
        this.leftOut = leftOut;
        this.accounts = accounts;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void take(IntakeDelivery delivery) throws IOException, InterruptedException {
        try {
            publish(delivery).get();
        } catch (ExecutionException e) {
            throw new IOException("the broker did not take a delivery", e.getCause());
        }
    }

    @Override
    public String bedOf(String number, Instant at) {
        return census.bedOf(number, at);
    }

    @Override
    public List<MeasuredValue> placed(String sender, List<MeasuredValue> values, Instant now) {
        return publishers.measurements().placed(sender, values, now);
    }

    @Override
    public boolean hasPatient(String number) {
        return census.hasPatient(number);
    }

    @Override
    public List<VisitBed> bedsOfVisit(String number) {
        return census.bedsOfVisit(number);
    }

    /** Sends the message to quarantine under its digest. A message that the broker does not take is counted as lost. */
    @Override
    public void refuse(RefusedMessage refusal) {
        String id = "refused-" + UUID.nameUUIDFromBytes(refusal.raw());
        var unused = refused(refusal, id).exceptionally(failure -> {
            counters.add("lost", 1);
            return null;
        });
    }

    /** Sends a message to quarantine. It is counted once the broker has it. */
    public CompletableFuture<Void> refused(RefusedMessage refusal, String messageId) {
        return publishers.archive().quarantine(refusal, messageId).thenRun(() -> accounts.refused(refusal));
    }

    /** Counts a message that was stored before and is acknowledged again. */
    public void sentAgain(IntakeProtocol protocol, String sender, int readings) {
        accounts.sentAgain(sender, protocol, readings);
    }

    /**
     * Publishes a delivery. Blocks for movements and for beds that are new.
     *
     * @return completes when the broker has all of it; fails when it has not
     */
    public CompletableFuture<Void> publish(IntakeDelivery delivered) {
        IntakeDelivery delivery = mask.of(beds.named(delivered));
        Instant now = clock.instant();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        sent.add(publishers.archive().keepMessage(delivery, now));
        sent.add(publishers.movements().publish(delivery, now));
        PublishedMeasurements measured = publishers.measurements().publish(delivery, now);
        sent.add(measured.sent());
        delivery.alerts().forEach(alert -> sent.add(publishers.alarms().publish(delivery, alert, now)));
        leftOut.count(delivery, now);
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).thenRun(() -> {
            publishers.measurements().remember(measured);
            accounts.taken(delivery, measured.published(), measured.leftOut());
        });
    }

    /** Publishes the values of a message whose code was mapped long after it was {@code received}. */
    public CompletableFuture<Void> publishBackfilled(IntakeDelivery mapped, Instant received) {
        return publishers
                .measurements()
                .publishLate(beds.named(mapped), received)
                .thenAccept(readings -> accounts.late(mapped.sender(), mapped.protocol(), readings));
    }
}
