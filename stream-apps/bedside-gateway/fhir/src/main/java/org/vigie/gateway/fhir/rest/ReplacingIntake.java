package org.vigie.gateway.fhir.rest;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.gateway.intake.VisitBed;

/**
 * Takes resources that are put (PUT) under an id. They replace the earlier resource with the same id.
 *
 * @param id the id in the address
 */
record ReplacingIntake(MessageIntake intake, String id) implements MessageIntake {
    @Override
    public void take(IntakeDelivery delivery) throws IOException, InterruptedException {
        List<MeasuredValue> named =
                delivery.observations().stream().map(this::named).toList();
        intake.take(delivery.with(named, delivery.movements(), delivery.alerts()));
    }

    private MeasuredValue named(MeasuredValue measured) {
        return measured.withIdentifiers(measured.statement().replacing("id|" + id));
    }

    @Override
    public void refuse(RefusedMessage refusal) {
        intake.refuse(refusal);
    }

    @Override
    public String bedOf(String number, Instant at) {
        return intake.bedOf(number, at);
    }

    @Override
    public List<MeasuredValue> placed(String sender, List<MeasuredValue> values, Instant now) {
        return intake.placed(sender, values, now);
    }

    @Override
    public boolean hasPatient(String number) {
        return intake.hasPatient(number);
    }

    @Override
    public List<VisitBed> bedsOfVisit(String number) {
        return intake.bedsOfVisit(number);
    }
}
