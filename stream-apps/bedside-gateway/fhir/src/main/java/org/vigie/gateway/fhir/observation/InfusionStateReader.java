package org.vigie.gateway.fhir.observation;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.message.FhirMedicationRate;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;

/**
 * Reads what the state of an administration says about the rate from now on, besides the rate from its start:
 * <ul>
 * <li>on hold: the rate is 0
 * <li>in progress: the rate is given, which counts when the state before was another rate
 * <li>unknown, stopped without an end, completed with an open period: the rate is doubtful
 * <li>not done: what was published under its identifiers was never given
 * <li>entered in error: a rate 0 that its state gave is taken back as well </ul>
 *
 * <p>FHIR R4 has no time of such a change. It is the end of the period, else {@code meta.lastUpdated}, else the time of receipt.
 */
final class InfusionStateReader {
    private static final String END = FhirMedicationReader.END;

    private final MedicationRateInterpreter rates;
    private final FhirTimeParser times;
    private final MeasuredValueFactory values;
    private final FhirFindings findings;

    InfusionStateReader(
            MedicationRateInterpreter rates, FhirTimeParser times, MeasuredValueFactory values, FhirFindings findings) {
        this.rates = rates;
        this.times = times;
        this.values = values;
        this.findings = findings;
    }

    void read(ObservationValue value, FhirMedicationRate administration) {
        if (value.observationStatus().isTest()) {
            return;
        }
        if (administration.isNeverGiven()) {
            takeBack(value, "");
            takeBack(value, END);
        } else if (administration.isRetracted() && administration.finalEnd().isEmpty()) {
            takeBack(value, END);
        } else {
            readRate(value, administration);
        }
    }

    private void readRate(ObservationValue value, FhirMedicationRate administration) {
        if (administration.isOnHold()) {
            rates.withoutNumber(value).ifPresent(open -> change(value, stopped(open), MeasurementStatusRecord.VALID));
        } else if (administration.isRunning()) {
            rates.rate(value).ifPresent(rate -> change(value, rate, MeasurementStatusRecord.VALID));
        } else if (administration.isUnknown()) {
            rates.rate(value).ifPresent(rate -> change(value, rate, MeasurementStatusRecord.UNKNOWN));
        }
    }

    private static CatalogueQuantity stopped(CatalogueQuantity open) {
        return new CatalogueQuantity(open.variable(), 0, open.conversion());
    }

    private void change(ObservationValue value, CatalogueQuantity quantity, MeasurementStatusRecord status) {
        changed(value.item().resource()).ifPresent(at -> add(values.measured(value, at, quantity, status), END));
    }

    /** Takes back what was published under the identifiers of the administration, or of a part of it. */
    private void takeBack(ObservationValue value, String part) {
        FhirElement resource = value.item().resource();
        times.first(resource, FhirMedicationReader.STARTS)
                .or(times::received)
                .flatMap(at -> rates.withoutNumber(value)
                        .map(open -> values.measured(value, at, open, MeasurementStatusRecord.RETRACTED)))
                .ifPresent(retraction -> add(retraction, part));
    }

    private void add(MeasuredValue measured, String part) {
        findings.add(measured.withIdentifiers(measured.statement().ofPart(part).ofState()));
    }

    /** Returns when the state changed: the first known time after the start, but not after the receipt. */
    private Optional<Instant> changed(FhirElement resource) {
        Instant start = times.first(resource, FhirMedicationReader.STARTS).orElse(Instant.MIN);
        return Stream.of(
                        new FhirMedicationRate(resource).end().flatMap(period -> times.first(period, END)),
                        times.first(resource.get("meta"), "lastUpdated"),
                        times.received())
                .flatMap(Optional::stream)
                .map(this::notAfterReceipt)
                .filter(start::isBefore)
                .findFirst();
    }

    private Instant notAfterReceipt(Instant at) {
        return times.received().filter(at::isAfter).orElse(at);
    }
}
