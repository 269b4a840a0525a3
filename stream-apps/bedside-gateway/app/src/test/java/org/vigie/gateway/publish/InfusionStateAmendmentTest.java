package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.ObservationIdentifiers;
import org.vigie.gateway.publish.ObservationAmendments.AmendedValues;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.ValueRange;

/** Tests which states of an infusion are published. */
class InfusionStateAmendmentTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant PAUSED = START.plusSeconds(3_600);
    private static final Instant RESUMED = PAUSED.plusSeconds(600);

    private final ObservationAmendments amendments = new ObservationAmendments(name -> List.of("o-" + name));

    @Test
    void aRunningInfusionIsPublishedOnceFromItsStart() {
        assertThat(published(start(), state(PAUSED, 0.3))).containsExactly("08:00:00Z 0.3 VALID");
        assertThat(published(state(RESUMED, 0.3))).isEmpty();
    }

    @Test
    void aPauseIsPublishedOnceAndTheRateAgainWhenItGoesOn() {
        // given
        published(start(), state(START.plusSeconds(1), 0.3));

        // when, then
        assertThat(published(state(PAUSED, 0))).containsExactly("09:00:00Z 0.0 VALID");
        assertThat(published(state(PAUSED.plusSeconds(60), 0))).isEmpty();
        assertThat(published(state(RESUMED, 0.3))).containsExactly("09:10:00Z 0.3 VALID");
        assertThat(published(state(RESUMED.plusSeconds(60), 0.3))).isEmpty();
        assertThat(published(state(RESUMED.plusSeconds(120), 0))).containsExactly("09:12:00Z 0.0 VALID");
    }

    @Test
    void aRateThatChangesAfterAPauseIsPublished() {
        // given
        published(start(), state(START.plusSeconds(1), 0.3));
        published(state(PAUSED, 0));
        published(state(RESUMED, 0.3));

        // when, then
        assertThat(published(state(RESUMED.plusSeconds(60), 0.5))).containsExactly("09:11:00Z 0.5 VALID");
        assertThat(published(state(RESUMED.plusSeconds(120), 0.5))).isEmpty();
    }

    @Test
    void anInfusionThatGoesOnAfterItsEndHasItsRateAgain() {
        // given
        published(start(), end(PAUSED));

        // when, then
        assertThat(published(state(RESUMED, 0.3))).containsExactly("09:10:00Z 0.3 VALID");
    }

    @Test
    void aRateAfterAnUnknownStateIsPublished() {
        // given
        published(start());

        // when, then
        assertThat(published(state(PAUSED, 0.3).withStatus(MeasurementStatusRecord.UNKNOWN)))
                .containsExactly("09:00:00Z 0.3 UNKNOWN");
        assertThat(published(state(RESUMED, 0.3))).containsExactly("09:10:00Z 0.3 VALID");
    }

    @Test
    void anInfusionThatWasNotDoneTakesBackOnlyWhatStandsUnderItsName() {
        // given
        MeasuredValue notDone = stateOfStart(PAUSED, Double.NaN).withStatus(MeasurementStatusRecord.RETRACTED);

        // when, then
        assertThat(published(notDone)).isEmpty();
        published(start());
        assertThat(published(notDone)).containsExactly("08:00:00Z 0.3 RETRACTED");
    }

    @Test
    void aStateOfAnInfusionWithoutANameIsPublishedEachTime() {
        // given
        MeasuredValue unnamed = state(PAUSED, 0.3).withIdentifiers(ObservationIdentifiers.UNNAMED.ofState());

        // when, then
        assertThat(published(unnamed)).hasSize(1);
        assertThat(published(unnamed)).hasSize(1);
    }

    private List<String> published(MeasuredValue... values) {
        AmendedValues amended = amendments.amend("ehr", List.of(values));
        amendments.remember(amended.named());
        assertThat(amended.unsaid()).isEmpty();
        return amended.measured().stream()
                .map(one -> one.time().toString().substring(11) + " " + one.value() + " " + one.status())
                .toList();
    }

    /** A PUT of an administration replaces it as a whole. Its pauses happened nevertheless. */
    @Test
    void theEndThatIsPutTakesBackNeitherAPauseNorAResumption() {
        // given
        publishedPut(start(), state(PAUSED, 0));
        publishedPut(start(), state(RESUMED, 0.3));

        // when, then
        assertThat(publishedPut(start(), end(RESUMED.plusSeconds(600))))
                .containsExactly("08:00:00Z 0.3 VALID", "09:20:00Z 0.0 VALID");
        assertThat(publishedPut(start(), end(RESUMED.plusSeconds(300))))
                .containsExactly("08:00:00Z 0.3 VALID", "09:20:00Z 0.0 RETRACTED", "09:15:00Z 0.0 CORRECTED");
    }

    @Test
    void aRateThatWasPublishedForAfterTheEndIsTakenBack() {
        // given
        published(start(), state(PAUSED, 0));
        published(state(RESUMED, 0.3));

        // when, then
        assertThat(publishedPut(end(RESUMED.minusSeconds(60))))
                .containsExactly("09:10:00Z 0.3 RETRACTED", "09:09:00Z 0.0 VALID");
    }

    @Test
    void thePutOfARunningInfusionMovesItsStartNowhere() {
        // given
        publishedPut(start(), state(START.plusSeconds(1), 0.3));

        // when, then
        assertThat(publishedPut(start(), state(PAUSED, 0.3))).containsExactly("08:00:00Z 0.3 VALID");
    }

    @Test
    void anInfusionThatWasWithdrawnAndIsPutAgainIsACorrection() {
        // given
        published(start());
        published(stateOfStart(PAUSED, Double.NaN).withStatus(MeasurementStatusRecord.RETRACTED));

        // when, then
        assertThat(publishedPut(start())).containsExactly("08:00:00Z 0.3 CORRECTED");
    }

    /** Many charting systems write one administration for each change of a rate, and end none. */
    @Test
    void aRateZeroOfAnAdministrationOfItsOwnIsPublishedAlthoughFormerOnesHaveNoEnd() {
        // given
        published(start());
        published(other("id|inf-2", PAUSED, 0.1));

        // when, then
        assertThat(published(other("id|inf-3", RESUMED, 0))).containsExactly("09:10:00Z 0.0 VALID");
    }

    private List<String> publishedPut(MeasuredValue... values) {
        return published(Stream.of(values)
                .map(one -> one.statement().state()
                        ? one
                        : one.withIdentifiers(one.statement().replacing("id|inf-1")))
                .toArray(MeasuredValue[]::new));
    }

    private static MeasuredValue other(String name, Instant at, double rate) {
        return value(at, rate).withIdentifiers(identifiers(name));
    }

    private static ObservationIdentifiers identifiers(String name) {
        return new ObservationIdentifiers(List.of(name), false).ofRate();
    }

    private static MeasuredValue start() {
        return value(START, 0.3).withIdentifiers(identifiers("id|inf-1"));
    }

    private static MeasuredValue end(Instant at) {
        return value(at, 0).withIdentifiers(identifiers("id|inf-1").ofPart("end"));
    }

    private static MeasuredValue state(Instant at, double rate) {
        return value(at, rate)
                .withIdentifiers(identifiers("id|inf-1").ofPart("end").ofState());
    }

    private static MeasuredValue stateOfStart(Instant at, double rate) {
        return value(at, rate).withIdentifiers(identifiers("id|inf-1").ofState());
    }

    private static MeasuredValue value(Instant at, double rate) {
        return new MeasuredValue(
                "REA/01",
                "p-17",
                "",
                at,
                "noradrenaline",
                rate,
                "ug/kg/min",
                MeasurementStatusRecord.VALID,
                ValueRange.UNBOUNDED);
    }
}
