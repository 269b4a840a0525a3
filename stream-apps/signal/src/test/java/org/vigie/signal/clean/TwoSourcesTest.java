package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that two sources of one variable are cleaned separately. */
class TwoSourcesTest {
    private static final Instant START = Instant.parse("2026-06-10T10:00:00Z");
    private static final String CO2 = "MDC_DEV_ANALY_AWAY_MULTI_PARAM_VMD 1.20.1.1";
    private static final String IMPEDANCE = "MDC_DEV_ECG_RESP_VMD 1.6.1.1";

    private DeviceChannels channels = DeviceChannels.SILENT;
    private Instant now = START;

    @Test
    void twoSourcesOfOneVariableAreNoSpikesOfEachOther() {
        // given
        List<CleaningReason> reasons = new ArrayList<>();

        // when
        for (int second = 0; second < 30; second++) {
            now = START.plusSeconds(second);
            reasons.addAll(judge(rr(CO2, 12 + second % 2), rr(IMPEDANCE, 31 + second % 3))
                    .reasons());
        }

        // then
        assertThat(reasons).containsOnly(CleaningReason.NONE);
    }

    @Test
    void aRetractionRetractsTheValueOfItsOwnChannel() {
        // given
        judge(rr(CO2, 12), rr(IMPEDANCE, 31));

        // when
        CleaningResult result = judge(rr(IMPEDANCE, Double.NaN, MeasurementStatus.RETRACTED));

        // then
        assertThat(result.reasons()).containsExactly(CleaningReason.RETRACTED);
        assertThat(CleanedDeviceStory.withdrawn(result)).containsExactly(List.of(31.0));
    }

    @Test
    void aRetractionWithoutAChannelTakesBackTheValueThatItNames() {
        // given
        judge(rr(CO2, 12), rr(IMPEDANCE, 31));

        // when
        CleaningResult result = judge(rr("", 12, MeasurementStatus.RETRACTED));

        // then
        assertThat(CleanedDeviceStory.withdrawn(result)).containsExactly(List.of(12.0));
    }

    @Test
    void aRetractionWithoutAChannelAndAValueLeavesNothingOfThatInstant() {
        // given
        judge(rr(CO2, 12), rr(IMPEDANCE, 31));

        // when
        CleaningResult result = judge(rr("", Double.NaN, MeasurementStatus.RETRACTED));

        // then
        assertThat(CleanedDeviceStory.withdrawn(result).get(0)).containsExactlyInAnyOrder(12.0, 31.0);
    }

    @ParameterizedTest
    @CsvSource({"Aa, BB", "BB, Aa"})
    void retractedValuesOfSeveralChannelsAreListedByChannelNameInAnyOrderOfArrival(String first, String second) {
        // given: two names of one hash code, which a map keeps in no order of its own
        Map<String, Double> values = Map.of("Aa", 12.0, "BB", 31.0);
        judge(rr(first, values.get(first)));
        judge(rr(second, values.get(second)));

        // when
        CleaningResult result = judge(rr("", Double.NaN, MeasurementStatus.RETRACTED));

        // then
        assertThat(CleanedDeviceStory.withdrawn(result)).containsExactly(List.of(12.0, 31.0));
    }

    @Test
    void aRetractionOfAChannelWithoutValuesRetractsNothingOfAnother() {
        // given
        judge(rr(CO2, 12));

        // when
        CleaningResult result = judge(rr(IMPEDANCE, Double.NaN, MeasurementStatus.RETRACTED));

        // then
        assertThat(result.reasons()).containsExactly(CleaningReason.NOTHING_TO_RETRACT);
    }

    @Test
    void aCorrectionReplacesTheValueOfItsOwnChannel() {
        // given
        judge(rr(CO2, 12), rr(IMPEDANCE, 31));

        // when
        CleaningResult result = judge(rr(IMPEDANCE, 21, MeasurementStatus.CORRECTED));

        // then
        assertThat(CleanedDeviceStory.withdrawn(result)).containsExactly(List.of(31.0));
    }

    @Test
    void aCorrectionUnderTheNameOfThePartCorrectsItsOnlyMetric() {
        // given: alone in its message, a metric bears its number; among others of its part it does not
        judge(rr("MDC_DEV_METER_PRESS_BLD_CHAN 1.13.1", 12), rr("MDC_DEV_METER_PRESS_BLD_CHAN 1.13.2", 31));

        // when
        CleaningResult result = judge(rr("MDC_DEV_METER_PRESS_BLD_CHAN 1.13.2.4", 30, MeasurementStatus.CORRECTED));

        // then
        assertThat(CleanedDeviceStory.withdrawn(result)).containsExactly(List.of(31.0));
    }

    @Test
    void theSameValueOfTwoSourcesIsNoDuplicate() {
        assertThat(judge(rr(CO2, 14), rr(IMPEDANCE, 14)).reasons()).containsOnly(CleaningReason.NONE);
    }

    @Test
    void aValueFromBeforeChannelsWereStoredCanBeRetractedByAChannel() {
        // given
        judge(rr("", 12));

        // when
        CleaningResult result = judge(rr(CO2, Double.NaN, MeasurementStatus.RETRACTED));

        // then
        assertThat(CleanedDeviceStory.withdrawn(result)).containsExactly(List.of(12.0));
    }

    @Test
    void anOlderResultOfAnotherLaboratoryIsLate() {
        // given
        judge(new Reading("glucose", 110, "", "mg/dL", MeasurementStatus.VALID, now, "LOINC 2339-0"));

        // when
        CleaningResult older = judge(new Reading(
                "glucose", 30, "", "mg/dL", MeasurementStatus.VALID, now.minusSeconds(3600), "LOINC 41653-7"));

        // then
        assertThat(older.reasons()).containsExactly(CleaningReason.OUT_OF_ORDER);
    }

    @Test
    void ofASenderWithANewChannelEachTimeOnlyTheNewestAreKept() {
        // when
        for (int second = 0; second < 1000; second++) {
            now = START.plusSeconds(second);
            judge(
                    rr("counter " + second, 14),
                    new Reading("hr", 80 + second % 2, "", "/min", MeasurementStatus.VALID, now));
        }

        // then
        assertThat(channels.byKey()).hasSize(DeviceChannels.HELD + 1);
        assertThat(channels.byKey()).containsKey(new ChannelKey("rr", "counter 999"));
        assertThat(channels.byKey()).containsKey(new ChannelKey("hr", ""));
    }

    private Reading rr(String channel, double value) {
        return rr(channel, value, MeasurementStatus.VALID);
    }

    private Reading rr(String channel, double value, MeasurementStatus status) {
        return new Reading("rr", value, "", "/min", status, now, channel);
    }

    private CleaningResult judge(Reading... readings) {
        CleaningResult result = ReadingCleaner.judge(List.of(readings), new ArrivalTimes(now, now), channels);
        channels = result.channels();
        return result;
    }
}
