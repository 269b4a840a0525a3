package org.vigie.gateway.fhir.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.message.FhirMedicationRate;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.fhir.value.FhirObservationStatus;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;
import org.vigie.terminology.SentCode;

/**
 * Reads the rate of an infusion from a MedicationAdministration, from {@code dosage.rateQuantity}.
 *
 * <p>The rate holds from the start of the administration. An administration that has ended has the rate 0 at its end. One that was entered
 * in error retracts both. What a pause, a stop without an end and an administration that was not done mean, {@link InfusionStateReader}
 * decides.
 */
public final class FhirMedicationReader {
    static final String[] STARTS = {"effectiveDateTime", "effectivePeriod", "occurenceDateTime", "occurencePeriod"};

    /** The rate 0 stands this long before the end, so that a rate that begins at the end of the one before is the newer one. */
    private static final Duration BEFORE_END = Duration.ofMillis(1);

    static final String END = "end";

    private final MedicationRateInterpreter rates;
    private final FhirTimeParser times;
    private final FhirFindings findings;
    private final MeasuredValueFactory values;
    private final InfusionStateReader states;

    /** @param sender whose local codes count */
    public FhirMedicationReader(
            CodeMap map, String sender, FhirTimeParser times, FhirResourceIndex resources, FhirFindings findings) {
        this.rates = new MedicationRateInterpreter(map, sender);
        this.times = times;
        this.findings = findings;
        this.values = new MeasuredValueFactory(map, resources, times, new ObservationPanels(resources));
        this.states = new InfusionStateReader(rates, times, values, findings);
    }

    public void read(IndexedResource item) {
        var administration = new FhirMedicationRate(item.resource());
        FhirElement element = administration.rate();
        List<SentCode> codes = new CodeableConcept(administration.drug()).codes();
        var value = new ObservationValue(item, element, codes);
        InterpretedValue read = rates.interpret(value, administration);
        if (read instanceof CatalogueQuantity quantity) {
            started(value, quantity);
            administration.finalEnd().ifPresent(end -> ended(value, end, quantity));
        } else if (read instanceof NotInterpreted not) {
            findings.drop(element, codes, FhirMedicationRate.text(element), not.reason(), administration.readings());
        }
        states.read(value, administration);
    }

    private void started(ObservationValue value, CatalogueQuantity quantity) {
        add(value, measured(value, times.first(value.item().resource(), STARTS), quantity));
    }

    /** Adds the rate 0. It has identifiers of its own, so that it never counts as a correction of the rate before. */
    private void ended(ObservationValue value, FhirElement end, CatalogueQuantity quantity) {
        var stopped = new CatalogueQuantity(quantity.variable(), 0, quantity.conversion());
        add(
                value,
                measured(value, times.first(end, END).map(at -> at.minus(BEFORE_END)), stopped)
                        .map(zero -> zero.withIdentifiers(zero.statement().ofPart(END))));
    }

    private Optional<MeasuredValue> measured(
            ObservationValue value, Optional<Instant> time, CatalogueQuantity quantity) {
        FhirObservationStatus sent = value.observationStatus();
        MeasurementStatusRecord status = sent.isRetracted()
                ? MeasurementStatusRecord.RETRACTED
                : sent.of(value.item().resource());
        return time.map(at -> values.measured(value, at, quantity, status))
                .map(rate -> rate.withIdentifiers(rate.statement().ofRate()));
    }

    private void add(ObservationValue value, Optional<MeasuredValue> measured) {
        measured.ifPresentOrElse(
                findings::add,
                () -> findings.drop(
                        value.holder(), value.codes(), FhirMedicationRate.text(value.holder()), DropReason.NO_TIME, 1));
    }
}
