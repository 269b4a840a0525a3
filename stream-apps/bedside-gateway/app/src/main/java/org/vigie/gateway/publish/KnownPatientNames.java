package org.vigie.gateway.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;
import org.vigie.signal.masking.KnownNames;

/**
 * Remembers the names of patients by their number and by their bed, so that a later text of a device shows none of them. The names are in
 * memory alone: after a restart they are known again from the next message that holds them. Safe for several threads.
 */
final class KnownPatientNames {
    private static final int MOST = 10_000;

    private final Map<String, KnownNames> names = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KnownNames> eldest) {
            return size() > MOST;
        }
    };

    /** Remembers the names of the patients whom a delivery moves. */
    void remember(IntakeDelivery delivery) {
        for (PatientMovement movement : delivery.movements()) {
            KnownNames person = names(movement.person());
            if (!person.words().isEmpty()) {
                put(person, "patient " + movement.patient(), "bed " + movement.bed());
            }
        }
    }

    /** Returns all names that the texts of a delivery could hold. */
    KnownNames of(IntakeDelivery delivery) {
        KnownNames sent = new Hl7MessageNames(delivery.raw()).all();
        KnownNames moved = delivery.movements().stream()
                .map(movement -> names(movement.person()))
                .reduce(sent, KnownNames::and);
        return remembered(asked(delivery).toList()).reduce(moved, KnownNames::and);
    }

    private static KnownNames names(PatientDemographics person) {
        return KnownNames.of(List.of(person.family(), person.given()));
    }

    private void put(KnownNames person, String... keys) {
        synchronized (names) {
            Stream.of(keys).forEach(key -> names.put(key, person));
        }
    }

    private Stream<KnownNames> remembered(List<String> keys) {
        synchronized (names) {
            return keys.stream().map(names::get).filter(known -> known != null).toList().stream();
        }
    }

    private static Stream<String> asked(IntakeDelivery delivery) {
        return Stream.concat(
                new PatientNumbers(delivery).all().stream().map(number -> "patient " + number),
                delivery.alerts().stream().map(BedsideAlert::bed).map(bed -> "bed " + bed));
    }
}
