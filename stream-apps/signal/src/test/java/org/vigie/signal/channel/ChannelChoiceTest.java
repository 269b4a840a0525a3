package org.vigie.signal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.table.ClinicalTable;

/** Tests which source of a variable is followed. */
class ChannelChoiceTest extends ChannelChoiceStory {
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
}
