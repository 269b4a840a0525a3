package org.vigie.gateway.publish;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.gateway.read.BedList;
import org.vigie.schemas.bed.BedName;

/**
 * Gives each bed of a delivery its safe name. A bed that the unit does not list gets a marked name. It is counted, and reported once in the
 * log.
 */
public final class BedNameResolver {
    private static final Logger LOG = LoggerFactory.getLogger(BedNameResolver.class);
    /** The largest number of unknown beds that are remembered, so that made-up beds cannot fill the memory or the log. */
    private static final int MAX_REPORTED = 1_000;

    private final BedList list;
    private final Predicate<String> isInWard;
    private final GatewayCounters counters;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * Creates a resolver.
     *
     * @param isInWard says whether a bed with exactly this name is in the ward
     */
    public BedNameResolver(BedList list, Predicate<String> isInWard, GatewayCounters counters) {
        this.list = list;
        this.isInWard = isInWard;
        this.counters = counters;
    }

    IntakeDelivery named(IntakeDelivery delivery) {
        return isOfCanary(delivery) ? delivery : safelyNamed(delivery);
    }

    private static boolean isOfCanary(IntakeDelivery delivery) {
        return delivery.sender().equals(BedName.CANARY_SENDER)
                && delivery.movements().isEmpty()
                && delivery.alerts().isEmpty()
                && delivery.observations().stream()
                        .allMatch(measured -> BedName.isCanary(measured.bed()) && BedName.isSafe(measured.bed()));
    }

    private IntakeDelivery safelyNamed(IntakeDelivery delivery) {
        return delivery.with(
                delivery.observations().stream().map(this::named).toList(),
                delivery.movements().stream().map(this::named).toList(),
                delivery.alerts().stream().map(this::named).toList());
    }

    MeasuredValue named(MeasuredValue measured) {
        String bed = name(measured.bed());
        if (BedName.isUnknown(bed)) {
            counters.add("readings of unknown beds", 1);
        }
        return bed.equals(measured.bed()) ? measured : measured.withBed(bed);
    }

    private PatientMovement named(PatientMovement movement) {
        String bed = name(movement.bed());
        String priorBed = name(movement.priorBed());
        return bed.equals(movement.bed()) && priorBed.equals(movement.priorBed())
                ? movement
                : movement.withBeds(bed, priorBed);
    }

    private BedsideAlert named(BedsideAlert alert) {
        String bed = name(alert.bed());
        return bed.equals(alert.bed()) ? alert : alert.withBed(bed);
    }

    /**
     * Returns the safe name of a bed. A bed of the ward keeps its name, so that its patient and its measurements stay together. A bed that
     * another sender calls like a canary's bed is an unknown bed: its patient must be watched.
     */
    String name(String sent) {
        boolean isCanary = BedName.isCanary(sent);
        if (sent.isEmpty() || (!isCanary && BedName.isSafe(sent) && isInWard.test(sent))) {
            return sent;
        }
        String bed = isCanary ? BedName.unknown(sent).value() : list.name(sent);
        if (BedName.isUnknown(bed) && reported.size() < MAX_REPORTED && reported.add(bed)) {
            counters.add("unknown beds", 1);
            LOG.warn("bed {} is not listed (beds in the configuration): watched as an unknown bed", bed);
        }
        return bed;
    }
}
