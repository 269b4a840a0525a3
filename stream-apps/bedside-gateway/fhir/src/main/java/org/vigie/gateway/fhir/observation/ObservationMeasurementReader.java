package org.vigie.gateway.fhir.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.value.FhirSampledSeries;
import org.vigie.gateway.fhir.value.FhirSampledSeries.SampledValue;
import org.vigie.gateway.fhir.value.FhirValue;
import org.vigie.gateway.fhir.value.FhirValue.ScalarFhirValue;
import org.vigie.gateway.fhir.value.FhirValue.SeriesFhirValue;
import org.vigie.gateway.fhir.value.FhirValue.UnusableFhirValue;
import org.vigie.gateway.fhir.value.FhirValueText;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.CodedValueTable;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.InterpretedValue.NotInterpreted;
import org.vigie.terminology.ValueInterpreter;

/** Reads values that were measured: a number, or each sample of a series. */
final class ObservationMeasurementReader {
    private final ObservationCodeMatcher codes;
    private final ObservationTimeReader times;
    private final MeasuredValueFactory values;
    private final ObservationCorrectionReader corrections;
    private final FhirFindings findings;

    ObservationMeasurementReader(
            ObservationCodeMatcher codes,
            ObservationTimeReader times,
            MeasuredValueFactory values,
            ObservationCorrectionReader corrections,
            FhirFindings findings) {
        this.codes = codes;
        this.times = times;
        this.values = values;
        this.corrections = corrections;
        this.findings = findings;
    }

    void read(ObservationValue value) {
        FhirElement element = value.valueOrPlace();
        FhirValue read = FhirValue.of(element);
        if (read instanceof ScalarFhirValue scalar) {
            measure(value, element, scalar, Duration.ZERO);
        } else if (read instanceof SeriesFhirValue series) {
            measure(value, element, series.samples());
        } else if (read instanceof UnusableFhirValue unusable) {
            readAnswer(value, element, unusable.reason());
        }
    }

    /** Reads an answer in words or codes, such as a ventilation mode. */
    private void readAnswer(ObservationValue value, FhirElement element, DropReason reason) {
        InterpretedValue answer = reason == DropReason.TEXT
                ? CodedValueTable.standard().interpret(codes.match(value), new CodeableConcept(element).codes())
                : new NotInterpreted(reason);
        if (answer instanceof CatalogueQuantity quantity) {
            add(value, element, quantity, Duration.ZERO);
        } else if (!corrections.takesBack(value)) {
            findings.drop(element, value.codes(), reason);
        }
    }

    private void measure(ObservationValue value, FhirElement element, FhirSampledSeries samples) {
        for (SampledValue sample : samples.measured()) {
            measure(value, element, new ScalarFhirValue(sample.value(), samples.units()), sample.after());
        }
        int absent = (int) samples.absent();
        if (absent > 0) {
            findings.drop(element, value.codes(), absent + " samples", DropReason.NO_RESULT, absent);
        }
    }

    /** @param after difference to the observation's own time */
    private void measure(ObservationValue value, FhirElement element, ScalarFhirValue scalar, Duration after) {
        InterpretedValue interpreted = interpret(value, scalar);
        if (interpreted instanceof CatalogueQuantity quantity) {
            add(value, element, quantity, after);
        } else if (interpreted instanceof NotInterpreted notInterpreted && !corrections.takesBack(value, after)) {
            dropOne(value, element, notInterpreted.reason());
        }
    }

    private void add(ObservationValue value, FhirElement element, CatalogueQuantity quantity, Duration after) {
        Optional<Instant> time = times.time(value.item()).map(first -> first.plus(after));
        MeasurementStatusRecord status = value.observationStatus().of(value.holder());
        time.map(at -> values.measured(value, at, quantity, status))
                .ifPresentOrElse(findings::add, () -> dropOne(value, element, DropReason.NO_TIME));
    }

    private InterpretedValue interpret(ObservationValue value, ScalarFhirValue scalar) {
        return ValueInterpreter.isEmpty(value.codes())
                ? new NotInterpreted(DropReason.NO_CODE)
                : ValueInterpreter.interpret(codes.match(value), scalar.value().doubleValue(), scalar.units());
    }

    private void dropOne(ObservationValue value, FhirElement element, DropReason reason) {
        findings.drop(element, value.codes(), new FhirValueText(element).toString(), reason, 1);
    }
}
