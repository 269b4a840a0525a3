package org.vigie.gateway.fhir.observation;

import java.time.Duration;
import java.util.Optional;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.message.FhirReadingCount;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;

/**
 * Reads corrections without a usable value: a bound, a text, an unknown unit, or none. The earlier value is wrong as well, so that the
 * correction takes it back.
 */
final class ObservationCorrectionReader {
    private final ObservationCodeMatcher codes;
    private final ObservationTimeReader times;
    private final MeasuredValueFactory values;
    private final FhirFindings findings;

    ObservationCorrectionReader(
            ObservationCodeMatcher codes,
            ObservationTimeReader times,
            MeasuredValueFactory values,
            FhirFindings findings) {
        this.codes = codes;
        this.times = times;
        this.values = values;
        this.findings = findings;
    }

    /**
     * Adds a correction without a number when the value corrects or replaces an earlier one. Returns false when it does not, when its
     * variable or its time is not known, and for a series.
     */
    boolean takesBack(ObservationValue value) {
        return FhirReadingCount.ofHolder(value.holder()) == 1 && takesBack(value, Duration.ZERO);
    }

    /**
     * Adds such a correction for one sample of a series.
     *
     * @param after difference to the observation's own time
     */
    boolean takesBack(ObservationValue value, Duration after) {
        Optional<MeasuredValue> correction = times.time(value.item())
                .flatMap(time -> codes.match(value)
                        .variable()
                        .map(CatalogueQuantity::withoutNumber)
                        .map(quantity -> values.measured(value, time.plus(after), quantity, status(value))))
                .filter(measured -> isChange(value, measured));
        correction.ifPresent(findings::add);
        return correction.isPresent();
    }

    /** Returns the status. What only replaces is a correction when there is a value that it replaces, which is decided where it is published. */
    private static MeasurementStatusRecord status(ObservationValue value) {
        return value.observationStatus().isCorrection(value.holder())
                ? MeasurementStatusRecord.CORRECTED
                : MeasurementStatusRecord.VALID;
    }

    private static boolean isChange(ObservationValue value, MeasuredValue measured) {
        boolean isReplacement =
                measured.statement().replaces() && !value.observationStatus().isTest(value.holder());
        return isReplacement || value.observationStatus().isCorrection(value.holder());
    }
}
