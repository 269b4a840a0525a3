package org.vigie.signal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.table.ClinicalTable;

/** Tests which source of a variable is followed. */
class ChannelChoiceTest {
    private static final Instant START = Instant.parse("2026-06-10T10:00:00Z");
    private static final String CO2 = "MDC_DEV_ANALY_AWAY_MULTI_PARAM_VMD 1.20.1.1";
    private static final String IMPEDANCE = "MDC_DEV_ECG_RESP_VMD 1.6.1.1";

    private BedSources sources = BedSources.NONE;
    private Instant now = START;
    /** Holds one reading of a test message with its device and cleaning reason. */
    private record StoryReading(String device, Reading reading, CleaningReason reason) {}

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theOrderWithinAMessageDoesNotMatter(boolean reversed) {
        // given
        List<StoryReading> message = new ArrayList<>(List.of(storyReading("rr", CO2), storyReading("rr", IMPEDANCE)));
        if (reversed) {
            Collections.reverse(message);
        }

        // when
        List<String> followed = followed(message);

        // then
        assertThat(followed).containsExactly(CO2);
    }

    @Test
    void amongEqualSourcesTheFirstReceivedIsFollowed() {
        // given
        followed(List.of(storyReading("spo2", "MDC_DEV_ANALY_SAT_O2_VMD 1.9.1.1")));

        // when
        List<String> followed = after(
                1,
                storyReading("spo2", "MDC_DEV_ANALY_SAT_O2_VMD 1.5.1.1"),
                storyReading("spo2", "MDC_DEV_ANALY_SAT_O2_VMD 1.9.1.1"));

        // then
        assertThat(followed).containsExactly("MDC_DEV_ANALY_SAT_O2_VMD 1.9.1.1");
    }

    @Test
    void amongEqualsOfTheFirstMessageTheLowestNumberIsFollowed() {
        assertThat(followed(List.of(
                        storyReading("temp", "MDC_DEV_METER_TEMP_VMD 1.26.1.10"),
                        storyReading("temp", "MDC_DEV_METER_TEMP_VMD 1.26.1.2"))))
                .containsExactly("MDC_DEV_METER_TEMP_VMD 1.26.1.2");
    }

    @Test
    void aBetterSourceThatIsNewIsFollowedAtOnce() {
        // given
        followed(List.of(storyReading("rr", IMPEDANCE)));

        // when
        List<String> followed = after(1, storyReading("rr", CO2), storyReading("rr", IMPEDANCE));

        // then
        assertThat(followed).containsExactly(CO2);
    }

    @Test
    void whenThePreferredSourceStopsTheOtherIsFollowedBeforeTheTileIsEmpty() {
        // given
        for (int second = 0; second < 30; second++) {
            after(1, storyReading("rr", CO2), storyReading("rr", IMPEDANCE));
        }

        // when
        List<List<String>> silence = new ArrayList<>();
        for (int second = 0; second < 15; second++) {
            silence.add(after(1, storyReading("rr", IMPEDANCE)));
        }

        // then
        assertThat(silence.subList(0, 10)).containsOnly(List.of());
        assertThat(silence.subList(10, 15)).containsOnly(List.of(IMPEDANCE));
    }

    @Test
    void whenThePreferredSourceIsInvalidTheOtherTakesOverInTheSameMessage() {
        // given
        followed(List.of(storyReading("rr", CO2), storyReading("rr", IMPEDANCE)));

        // when
        List<String> followed =
                after(1, storyReading("rr", CO2, CleaningReason.DEVICE_INVALID), storyReading("rr", IMPEDANCE));

        // then
        assertThat(followed).containsExactly(IMPEDANCE);
    }

    @Test
    void anIntermittentPreferredSourceIsNotFollowedInTurns() {
        // given
        followed(List.of(storyReading("rr", CO2), storyReading("rr", IMPEDANCE)));
        List<List<String>> turns = new ArrayList<>();

        // when
        for (int second = 0; second < 60; second++) {
            CleaningReason reason = second % 2 == 0 ? CleaningReason.DEVICE_INVALID : CleaningReason.NONE;
            turns.add(after(1, storyReading("rr", CO2, reason), storyReading("rr", IMPEDANCE)));
        }

        // then
        assertThat(turns).containsOnly(List.of(IMPEDANCE));
    }

    @Test
    void thePreferredSourceIsFollowedAgainAfterTenSecondsOfReadings() {
        // given
        followed(List.of(storyReading("rr", CO2), storyReading("rr", IMPEDANCE)));
        after(1, storyReading("rr", CO2, CleaningReason.DEVICE_INVALID), storyReading("rr", IMPEDANCE));
        List<List<String>> back = new ArrayList<>();

        // when
        for (int second = 0; second < 15; second++) {
            back.add(after(1, storyReading("rr", CO2), storyReading("rr", IMPEDANCE)));
        }

        // then
        assertThat(back.subList(0, 10)).containsOnly(List.of(IMPEDANCE));
        assertThat(back.subList(10, 15)).containsOnly(List.of(CO2));
    }

    @Test
    void aSuspectValueOfTheOnlySourceIsStillFollowed() {
        // given
        followed(List.of(storyReading("rr", CO2)));

        // then
        assertThat(after(60, storyReading("rr", CO2, CleaningReason.FLAT_LINE))).containsExactly(CO2);
    }

    @Test
    void aSourceWithSuspectReadingsOnlyGivesWayToOneWithKeptReadings() {
        // given
        followed(List.of(storyReading("rr", CO2), storyReading("rr", IMPEDANCE)));

        // when
        List<String> followed = List.of();
        for (int second = 0; second < 12; second++) {
            followed = after(1, storyReading("rr", CO2, CleaningReason.FLAT_LINE), storyReading("rr", IMPEDANCE));
        }

        // then
        assertThat(followed).containsExactly(IMPEDANCE);
    }

    @Test
    void aMonitorThatSendsOnceAMinuteKeepsItsPreferredSourceBetweenItsMessages() {
        // given: each source in a message of its own, half a minute apart
        List<List<String>> followed = new ArrayList<>();

        // when
        for (int minute = 0; minute < 20; minute++) {
            followed.add(after(30, storyReading("rr", CO2)));
            followed.add(after(30, storyReading("rr", IMPEDANCE)));
        }

        // then
        assertThat(followed.subList(4, 40)).containsOnly(List.of(CO2), List.of());
    }

    @ParameterizedTest
    @CsvSource({"rr, 3600", "rr, 240", "rr, 60", "rr, 12", "spo2, 3600", "spo2, 60", "hr, 900"})
    void aSourceOfChartedValuesIsNeverFollowedWhileAStreamOfAnyRankSends(String variable, int every) {
        // given: without a channel, hence of a better rank than impedance, pulse and foot
        StoryReading charted = new StoryReading("fhir|nurse", reading(variable, ""), CleaningReason.NONE);
        StoryReading stream = storyReading(variable, "impedance pleth foot");
        after(1, stream);
        List<List<String>> followedOfStream = new ArrayList<>();
        List<List<String>> followedOfCharted = new ArrayList<>();

        // when
        for (int second = 1; second < 4 * every; second++) {
            followedOfStream.add(after(1, stream));
            if (second % every == 2) {
                followedOfCharted.add(after(0, charted));
            }
        }

        // then
        assertThat(followedOfStream).containsOnly(List.of("impedance pleth foot"));
        assertThat(followedOfCharted).hasSizeGreaterThan(3).containsOnly(List.of());
    }

    @ParameterizedTest
    @CsvSource({"rr, '', impedance", "rr, impedance, impedance", "hr, '', ''", "spo2, '', ''", "hr, ECG, PULSE"})
    void aSlowSourceThatIsFollowedYieldsToAStreamAtOnceWhateverTheirRanks(String variable, String slow, String fast) {
        // given: an export every minute, received for ten minutes
        StoryReading export = new StoryReading("export", reading(variable, slow), CleaningReason.NONE);
        StoryReading stream = new StoryReading("gate|monitor", reading(variable, fast), CleaningReason.NONE);
        for (int minute = 0; minute < 10; minute++) {
            assertThat(after(60, export)).hasSize(1);
        }

        // when
        List<List<String>> followedOfStream = new ArrayList<>();
        List<List<String>> followedOfExport = new ArrayList<>();
        for (int second = 1; second <= 600; second++) {
            followedOfStream.add(after(1, stream));
            if (second % 60 == 0) {
                followedOfExport.add(after(0, export));
            }
        }

        // then: from the second reading on it is known to be a stream
        assertThat(followedOfStream.subList(1, 600)).containsOnly(List.of(fast));
        assertThat(followedOfExport).containsOnly(List.of());
    }

    @Test
    void aStreamThatEndsGivesWayToTheSlowSourceAndTakesItsPlaceAgainAtOnce() {
        // given
        StoryReading export = new StoryReading("export", reading("hr", ""), CleaningReason.NONE);
        StoryReading stream = storyReading("hr", "PULSE");
        for (int second = 0; second < 180; second++) {
            after(1, stream);
            if (second % 60 == 0) {
                after(0, export);
            }
        }

        // when
        List<String> ended = after(60, export);
        after(1, stream);
        List<String> back = after(1, stream);

        // then
        assertThat(ended).hasSize(1);
        assertThat(back).containsExactly("PULSE");
    }

    @Test
    void aStreamThatIsLostTimeAndAgainDoesNotLeaveTheAlarmsToASlowSource() {
        // given
        StoryReading charted = new StoryReading("fhir|nurse", reading("rr", ""), CleaningReason.NONE);
        for (int hour = 0; hour < 3; hour++) {
            after(3600, charted);
        }
        after(1, storyReading("rr", IMPEDANCE));
        after(1, storyReading("rr", IMPEDANCE));
        List<List<String>> kept = new ArrayList<>();

        // when: every other value is none
        for (int second = 0; second < 60; second++) {
            after(1, storyReading("rr", IMPEDANCE, CleaningReason.DEVICE_INVALID));
            kept.add(after(1, storyReading("rr", IMPEDANCE)));
        }

        // then
        assertThat(kept).containsOnly(List.of(IMPEDANCE));
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "9", "10", "60", "120"})
    void amongSourcesThatComeAsOftenTheBetterRankIsFollowed(int every) {
        // given
        StoryReading ventilator = new StoryReading("ventilator", reading("rr", CO2), CleaningReason.NONE);
        List<List<String>> followed = new ArrayList<>();

        // when
        for (int round = 0; round < 12; round++) {
            followed.add(after(every, storyReading("rr", IMPEDANCE)));
            followed.add(after(0, ventilator));
        }

        // then
        assertThat(followed.subList(6, 24)).containsOnly(List.of(), List.of(CO2));
    }

    @Test
    void aMonitorThatNumbersItsPartsAnewIsFollowedOn() {
        // given
        followed(List.of(storyReading("spo2", "MDC_DEV_ANALY_SAT_O2_VMD 1.5.1.1")));

        // then
        assertThat(after(1, storyReading("spo2", "MDC_DEV_ANALY_SAT_O2_VMD 1.4.1.1")))
                .containsExactly("MDC_DEV_ANALY_SAT_O2_VMD 1.4.1.1");
        assertThat(after(1, storyReading("spo2", "MDC_DEV_ANALY_SAT_O2_VMD 1.3.1.1")))
                .containsExactly("MDC_DEV_ANALY_SAT_O2_VMD 1.3.1.1");
    }

    @Test
    void aClockThatWasSetBackDoesNotKeepAStoppedSourceFollowed() {
        // given
        followed(List.of(storyReading("rr", CO2), storyReading("rr", IMPEDANCE)));
        now = now.minusSeconds(3600);

        // then
        assertThat(after(1, storyReading("rr", IMPEDANCE))).containsExactly(IMPEDANCE);
        assertThat(after(1, storyReading("rr", CO2), storyReading("rr", IMPEDANCE)))
                .hasSize(1);
    }

    @Test
    void twoDevicesAtOneBedAreTwoSources() {
        // given
        var oximeter = new StoryReading("gate|oximeter", reading("spo2", ""), CleaningReason.NONE);
        var monitor = new StoryReading("gate|monitor", reading("spo2", ""), CleaningReason.NONE);

        // then
        assertThat(followed(List.of(monitor))).hasSize(1);
        assertThat(followed(List.of(oximeter))).isEmpty();
        assertThat(followed(List.of(monitor))).hasSize(1);
    }

    @Test
    void ofWhatIsMeasuredNowAndThenEveryValueCounts() {
        // given
        StoryReading ward = new StoryReading("laboratory", reading("glucose", "capillary"), CleaningReason.NONE);
        StoryReading laboratory = new StoryReading("laboratory", reading("glucose", "venous"), CleaningReason.NONE);

        // then
        assertThat(followed(List.of(ward, laboratory))).containsExactly("capillary", "venous");
    }

    @Test
    void aSenderThatNamesAnotherSourceEachTimeIsBounded() {
        // when
        for (int second = 0; second < 500; second++) {
            after(1, storyReading("rr", "counter " + second));
        }

        // then
        assertThat(sources.byVariable().get("rr").sources()).hasSizeLessThanOrEqualTo(VariableSources.HELD);
    }

    @ParameterizedTest
    @CsvSource({
        "rr, MDC_DEV_ANALY_AWAY_MULTI_PARAM_VMD 1.20.1.1, MDC_DEV_ECG_RESP_VMD 1.6.1.1",
        "rr, RRC, RRI",
        "rr, capno, impedance",
        "rr, CO2, ''",
        "rr, '', MDC_TTHOR_RESP_RATE",
        "temp, MDC_TEMP_RECT, MDC_TEMP_SKIN",
        "temp, TBLOOD, MDC_TEMP_RECT",
        "temp, Tcore, Tskin",
        "temp, rectal, axillary",
        "temp, '', skin",
        "temp, vessie, peau",
        "abp_mean, MDC_PRESS_BLD_ART_MEAN 1.13.1, MDC_PRESS_BLD_MEAN 1.13.2",
        "abp_sys, ABP, UAP",
        "abp_sys, ART, P2",
        "abp_sys, ART S, FEM S",
        "spo2, preductal, postductal",
        "hr, ECG, PLETH"
    })
    void soundDefaultsPreferTheFirst(String variable, String preferred, String other) {
        // when
        ChannelPreference preference = ChannelPreference.standard();

        // then
        assertThat(preference.rank(variable, preferred)).isLessThan(preference.rank(variable, other));
    }

    @Test
    void aLineForAVariableThatIsNotContinuousIsRefusedWithItsPlace() {
        // given
        var row = new ClinicalTable.ClinicalTableRow(
                "channels.csv:7", Map.of("variables", "rr glucose", "rank", "1", "pattern", "", "source", "unit"));
        var table = new ClinicalTable("channels.csv", "1", "unit", List.of(row));

        // when, then
        assertThatThrownBy(() -> new ChannelPreference(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channels.csv:7.variables: must be continuous variables, was 'glucose'");
    }

    private static StoryReading storyReading(String variable, String channel) {
        return storyReading(variable, channel, CleaningReason.NONE);
    }

    private static StoryReading storyReading(String variable, String channel, CleaningReason reason) {
        return new StoryReading("gate|monitor", reading(variable, channel), reason);
    }

    private static Reading reading(String variable, String channel) {
        return new Reading(variable, 14, "", "", MeasurementStatus.VALID, START, channel);
    }

    private List<String> after(int seconds, StoryReading... message) {
        now = now.plusSeconds(seconds);
        return followed(List.of(message));
    }

    /** Returns the followed channels of one device's message. */
    private List<String> followed(List<StoryReading> message) {
        List<Reading> readings = message.stream().map(StoryReading::reading).toList();
        ChannelChoice choice = ChannelChoice.of(
                message.get(0).device(),
                readings,
                message.stream().map(StoryReading::reason).toList(),
                now,
                sources);
        sources = choice.after();
        List<String> followed = new ArrayList<>();
        for (int index = 0; index < readings.size(); index++) {
            if (choice.followed().get(index)) {
                followed.add(readings.get(index).channel());
            }
        }
        return followed;
    }
}
