package org.vigie.gateway.fhir.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.message.FhirReadingCount;
import org.vigie.gateway.fhir.value.FhirValue;
import org.vigie.gateway.fhir.value.FhirValue.ScalarFhirValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;

/** Reads retractions. The retracted value may be repeated or not. A retracted test retracts nothing. */
final class ObservationRetractionReader {
    private final ObservationCodeMatcher codes;
    private final ObservationTimeReader times;
    private final MeasuredValueFactory values;
    private final FhirFindings findings;

    ObservationRetractionReader(
            ObservationCodeMatcher codes,
            ObservationTimeReader times,
            MeasuredValueFactory values,
            FhirFindings findings) {
        this.codes = codes;
        this.times = times;
        this.values = values;
        this.findings = findings;
    }

    void read(ObservationValue value) {
        Optional<CatalogueQuantity> quantity = value.observationStatus().isTest() ? Optional.empty() : quantity(value);
        Optional<Instant> time = times.time(value.item());
        if (quantity.isEmpty()) {
            findings.drop(value.valueOrPlace(), value.codes(), DropReason.RETRACTED);
        } else if (time.isEmpty()) {
            findings.drop(value.valueOrPlace(), value.codes(), DropReason.NO_TIME);
        } else {
            findings.add(values.measured(value, time.get(), quantity.get(), MeasurementStatusRecord.RETRACTED));
            dropLaterSamples(value);
        }
    }

    private Optional<CatalogueQuantity> quantity(ObservationValue value) {
        Optional<ScalarFhirValue> repeated = value.value()
                .map(FhirValue::of)
                .filter(ScalarFhirValue.class::isInstance)
                .map(ScalarFhirValue.class::cast);
        double number = repeated.map(scalar -> scalar.value().doubleValue()).orElse(Double.NaN);
        List<SentCode> units = repeated.map(ScalarFhirValue::units).orElse(List.of());
        return ValueInterpreter.interpretRetraction(codes.match(value), number, units);
    }

    /** Leaves out the later samples of a retracted series, of which only the first instant is known. */
    private void dropLaterSamples(ObservationValue value) {
        int later = FhirReadingCount.samples(value.valueOrPlace()) - 1;
        if (later > 0) {
            findings.drop(value.valueOrPlace(), value.codes(), later + " samples", DropReason.RETRACTED, later);
        }
    }
}
