package org.vigie.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.codes.BedList;
import org.vigie.gateway.codes.BedsideAlert;
import org.vigie.gateway.codes.Intake.Delivery;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Movement;
import org.vigie.schemas.bed.BedName;

/**
 * Calls each bed of a delivery by its safe name, whatever protocol it came by. A bed that the unit does not list is watched all the same, under a
 * marked name; it is counted, and said once in the log.
 */
final class KnownBeds {
    private static final Logger LOG = LoggerFactory.getLogger(KnownBeds.class);
    /** A sender that makes up beds must not fill the memory or the log. */
    private static final int MOST_SAID = 1_000;

    private final BedList list;
    private final Predicate<String> isInWard;
    private final Counts counts;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** @param isInWard whether a bed of exactly this name is in the ward already */
    KnownBeds(BedList list, Predicate<String> isInWard, Counts counts) {
        this.list = list;
        this.isInWard = isInWard;
        this.counts = counts;
    }

    Delivery named(Delivery delivery) {
        return new Delivery(
                delivery.protocol(),
                delivery.sender(),
                delivery.messageId(),
                delivery.readings(),
                delivery.observations().stream().map(this::named).toList(),
                delivery.movements().stream().map(this::named).toList(),
                delivery.alerts().stream().map(this::named).toList(),
                delivery.dropped(),
                delivery.raw());
    }

    Measured named(Measured measured) {
        String bed = name(measured.bed());
        if (BedName.isUnknown(bed)) {
            counts.add("readings of unknown beds", 1);
        }
        return bed.equals(measured.bed()) ? measured : measured.onBed(bed);
    }

    private Movement named(Movement movement) {
        String bed = name(movement.bed());
        String priorBed = name(movement.priorBed());
        return bed.equals(movement.bed()) && priorBed.equals(movement.priorBed())
                ? movement
                : new Movement(
                        movement.event(),
                        movement.action(),
                        movement.patient(),
                        movement.visit(),
                        bed,
                        priorBed,
                        movement.priorPatient(),
                        movement.time(),
                        movement.admittedAt(),
                        movement.dischargedAt(),
                        movement.movement(),
                        movement.person());
    }

    private BedsideAlert named(BedsideAlert alert) {
        String bed = name(alert.bed());
        return bed.equals(alert.bed())
                ? alert
                : new BedsideAlert(
                        bed,
                        alert.patient(),
                        alert.device(),
                        alert.time(),
                        alert.id(),
                        alert.code(),
                        alert.text(),
                        alert.source(),
                        alert.value(),
                        alert.phase(),
                        alert.state(),
                        alert.priority(),
                        alert.type(),
                        alert.watchdog(),
                        alert.test());
    }

    /** A bed of the ward keeps its name: a patient who lies there is never split from what is measured there. */
    String name(String sent) {
        if (sent.isEmpty() || (BedName.isSafe(sent) && isInWard.test(sent))) {
            return sent;
        }
        String bed = list.name(sent);
        if (BedName.isUnknown(bed) && said.size() < MOST_SAID && said.add(bed)) {
            counts.add("unknown beds", 1);
            LOG.warn("bed {} is not listed (beds in the configuration): watched as an unknown bed", bed);
        }
        return bed;
    }
}
