package org.vigie.gateway.publish;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;

/**
 * Lists the patients whom a delivery concerns, by the numbers of their sender.
 *
 * @param delivery as it was read
 */
record PatientNumbers(IntakeDelivery delivery) {
    /** Returns each number once. */
    Set<String> all() {
        Stream<String> moved = delivery.movements().stream()
                .flatMap(movement -> Stream.of(movement.patient(), movement.priorPatient()));
        Stream<String> measured = delivery.observations().stream().map(MeasuredValue::patient);
        Stream<String> raised = delivery.alerts().stream().map(BedsideAlert::patient);
        return Stream.of(moved, measured, raised)
                .flatMap(numbers -> numbers)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
    }
}
