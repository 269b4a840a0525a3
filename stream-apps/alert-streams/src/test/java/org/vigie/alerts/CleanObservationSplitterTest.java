package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.alerts.record.CleanObservationSplitter;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.signal.alarm.detect.InstantReadings;
import org.vigie.testing.story.WardStory;

/** Tests how an observation is split into instants. */
class CleanObservationSplitterTest {
    @ParameterizedTest
    @CsvSource({"hr, KEPT, NONE", "spo2, KEPT, SOFT_RANGE", "hr, SUSPECT, FLAT_LINE"})
    void aChannelThatIsNotFollowedIsHeardAndNotBelieved(
            String variable, CleaningOutcomeRecord verdict, CleaningReasonRecord reason) {
        // when
        List<InstantReadings> frames = new CleanObservationSplitter(unfollowed(variable, verdict, reason)).instants();

        // then
        assertThat(frames).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.kept()).isEmpty();
            assertThat(snapshot.unusedVariables()).containsExactly(variable);
        });
    }

    @Test
    void aLateOrRefusedReadingOfAChannelThatIsNotFollowedIsNotHeard() {
        assertThat(new CleanObservationSplitter(
                                unfollowed("hr", CleaningOutcomeRecord.KEPT, CleaningReasonRecord.OUT_OF_ORDER))
                        .instants())
                .isEmpty();
        assertThat(new CleanObservationSplitter(
                                unfollowed("hr", CleaningOutcomeRecord.REJECTED, CleaningReasonRecord.DEVICE_INVALID))
                        .instants())
                .allSatisfy(snapshot -> assertThat(snapshot.unusedVariables()).isEmpty());
    }

    private static CleanObservation unfollowed(
            String variable, CleaningOutcomeRecord verdict, CleaningReasonRecord reason) {
        CleanObservation told = new WardStory()
                .bed("1")
                .judged(verdict, reason)
                .steady(1, Map.of(variable, 80.0))
                .cleanObservations()
                .get(0);
        told.getReadings().get(0).setChannel("PULSE");
        told.getReadings().get(0).setFollowed(false);
        return told;
    }
}
