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
 * memory alone: after a restart they are known again from the next message that holds them. Not safe for several threads.
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

    /** Remembers the names of a delivery and returns all names that its texts could hold. */
    KnownNames of(IntakeDelivery delivery) {
        KnownNames all = new Hl7MessageNames(delivery.raw()).all();
        for (PatientMovement movement : delivery.movements()) {
            PatientDemographics person = movement.person();
            KnownNames ofPerson = KnownNames.of(List.of(person.family(), person.given()));
            remember("patient " + movement.patient(), ofPerson);
            remember("bed " + movement.bed(), ofPerson);
            all = all.and(ofPerson);
        }
        return asked(delivery).map(names::get).filter(known -> known != null).reduce(all, KnownNames::and);
    }

    private void remember(String key, KnownNames ofPerson) {
        if (!ofPerson.words().isEmpty()) {
            names.put(key, ofPerson);
        }
    }

    private static Stream<String> asked(IntakeDelivery delivery) {
        return Stream.concat(
                new PatientNumbers(delivery).all().stream().map(number -> "patient " + number),
                delivery.alerts().stream().map(BedsideAlert::bed).map(bed -> "bed " + bed));
    }
}
