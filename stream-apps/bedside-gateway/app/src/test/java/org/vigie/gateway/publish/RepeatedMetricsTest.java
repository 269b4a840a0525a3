package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.terminology.DropReason;

class RepeatedMetricsTest {
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");

    @Test
    void twoSourcesOfOneVariableAndInstantAreBothTaken() {
        // when
        List<Observation> records = new ObservationAssembler()
                .of(
                        "MONITOR",
                        "17",
                        List.of(
                                rr("CO2 1.20.1.1", 12, MeasurementStatusRecord.VALID),
                                rr("ECG 1.6.1.1", 31, MeasurementStatusRecord.VALID)),
                        NOON);

        // then
        assertThat(records)
                .singleElement()
                .satisfies(record -> assertThat(record.getReadings())
                        .extracting(ReadingRecord::getChannel, ReadingRecord::getValue)
                        .containsExactly(tuple("CO2 1.20.1.1", 12.0), tuple("ECG 1.6.1.1", 31.0)));
    }

    @ParameterizedTest
    @CsvSource({
        "VALID, INVALID",
        "VALID, UNAVAILABLE",
        "VALID, QUESTIONABLE",
        "VALID, UNKNOWN",
        "VALID, TEST",
        "QUESTIONABLE, INVALID",
        "CORRECTED, VALID",
        "CORRECTED, INVALID"
    })
    void theBetterOfTwoIsTakenInAnyOrderAndTheOtherIsReported(
            MeasurementStatusRecord better, MeasurementStatusRecord worse) {
        // given
        MeasuredValue good = rr("", 12, better);
        MeasuredValue bad = rr("", 31, worse);

        // then
        for (List<MeasuredValue> message : List.of(List.of(good, bad), List.of(bad, good))) {
            RepeatedMetrics repeated = RepeatedMetrics.in(message);
            assertThat(repeated.taken()).containsExactly(good);
            assertThat(repeated.left()).containsExactly(bad);
            assertThat(repeated.dropped())
                    .extracting(DroppedElement::reason)
                    .containsExactly(DropReason.DUPLICATE_IN_MESSAGE);
        }
    }

    @ParameterizedTest
    @CsvSource({"CORRECTED", "VALID"})
    void aCorrectionWithoutANumberDoesNotRemoveTheNumberOfTheSameMessage(MeasurementStatusRecord status) {
        // given
        MeasuredValue number = rr("", 12, status);
        MeasuredValue comment = rr("", Double.NaN, MeasurementStatusRecord.CORRECTED);

        // then
        assertThat(RepeatedMetrics.in(List.of(number, comment)).taken()).containsExactly(number);
        assertThat(RepeatedMetrics.in(List.of(comment, number)).taken()).containsExactly(number);
    }

    @Test
    void aFinalValueGoesBeforeAPreliminaryOneWhateverTheirOrder() {
        // given
        MeasuredValue last = measured("", 14, MeasurementStatusRecord.VALID, false);
        MeasuredValue preliminary = measured("", 12, MeasurementStatusRecord.VALID, true);

        // then
        assertThat(RepeatedMetrics.in(List.of(preliminary, last)).taken()).containsExactly(last);
        assertThat(RepeatedMetrics.in(List.of(last, preliminary)).taken()).containsExactly(last);
    }

    @Test
    void theVerySameValueTwiceIsTakenOnce() {
        // when
        RepeatedMetrics repeated = RepeatedMetrics.in(
                List.of(rr("", 12, MeasurementStatusRecord.VALID), rr("", 12, MeasurementStatusRecord.VALID)));

        // then
        assertThat(repeated.taken()).hasSize(1);
        assertThat(repeated.left()).hasSize(1);
    }

    @Test
    void aValueAndItsRetractionAreBothTaken() {
        assertThat(RepeatedMetrics.in(List.of(
                                rr("", 31, MeasurementStatusRecord.RETRACTED),
                                rr("", 12, MeasurementStatusRecord.VALID)))
                        .taken())
                .hasSize(2);
    }

    @Test
    void aDuplicateIsCountedUnderItsVariableAndChannel() {
        assertThat(RepeatedMetrics.in(List.of(
                                rr("ECG", 12, MeasurementStatusRecord.VALID),
                                rr("ECG", 13, MeasurementStatusRecord.VALID)))
                        .dropped())
                .containsExactly(new DroppedElement("", "", "rr ECG", "13.0", DropReason.DUPLICATE_IN_MESSAGE, "/min")
                        .withReadings(1));
    }

    private static MeasuredValue rr(String channel, double value, MeasurementStatusRecord status) {
        return measured(channel, value, status, false);
    }

    private static MeasuredValue measured(
            String channel, double value, MeasurementStatusRecord status, boolean preliminary) {
        return new MeasuredValue(
                "REA/21", "p", "BOX-1", NOON, "rr", value, "/min", status, ValueRange.UNBOUNDED, channel, preliminary);
    }
}
