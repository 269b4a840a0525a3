package org.vigie.gateway.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.monitoring.GatewayCounters;

/** Applies the patient movements of a delivery to the census, and archives the identity of each patient. */
public final class MovementPublisher {
    private final CensusPublisher census;
    private final DeliveryArchive archive;
    private final GatewayCounters counters;

    public MovementPublisher(CensusPublisher census, DeliveryArchive archive, GatewayCounters counters) {
        this.census = census;
        this.archive = archive;
        this.counters = counters;
    }

    /** Publishes the movements. Blocks until the broker has the changed stays. Movements without a patient are ignored. */
    CompletableFuture<Void> publish(IntakeDelivery delivery, Instant now) {
        List<PatientMovement> movements = delivery.movements().stream()
                .filter(movement -> !movement.patient().isEmpty())
                .toList();
        if (movements.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            census.apply(movements, now);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        counters.add("movements", movements.size());
        return keepIdentities(delivery.sender(), movements, now);
    }

    private CompletableFuture<Void> keepIdentities(String sender, List<PatientMovement> movements, Instant now) {
        return CompletableFuture.allOf(movements.stream()
                .map(movement -> archive.keepIdentity(sender, census.patient(movement.patient()), movement, now))
                .toArray(CompletableFuture[]::new));
    }
}
