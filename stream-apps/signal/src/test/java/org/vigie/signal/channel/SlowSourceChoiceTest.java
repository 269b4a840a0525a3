package org.vigie.signal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.signal.clean.CleaningReason;

/** Tests the choice between sources that send often and sources that send rarely. */
class SlowSourceChoiceTest extends ChannelChoiceStory {
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
    void ofWhatIsMeasuredNowAndThenEveryValueCounts() {
        // given
        StoryReading ward = new StoryReading("laboratory", reading("glucose", "capillary"), CleaningReason.NONE);
        StoryReading laboratory = new StoryReading("laboratory", reading("glucose", "venous"), CleaningReason.NONE);

        // then
        assertThat(followed(List.of(ward, laboratory))).containsExactly("capillary", "venous");
    }
}
