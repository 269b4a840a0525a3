package org.vigie.station.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.station.StationRecords;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.ward.WardView;
import org.vigie.testing.story.MessageStory;
import org.vigie.testing.story.WardStory;

class LaterChangesTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");

    private final LaterChanges changes = new LaterChanges(ward().snapshot(T0).beds(), T0);

    private static WardView ward() {
        var ward = new WardView(StalenessConfig.defaults(), List.of(), 1, T0);
        ward.take(StationRecords.admitted("REA/01", "s1", T0.minusSeconds(7_200)));
        ward.take(message(before(600)).kept("hr", 82).clean());
        return ward;
    }

    @Test
    void ofManyLateValuesOfAVariableTheOneThatWasMeasuredLastIsNamed() {
        // when
        for (int seconds = 500; seconds >= 200; seconds -= 10) {
            changes.take(message(before(seconds)).late("hr", seconds).clean(), T0.plusSeconds(60));
        }
        changes.take(message(before(400)).late("hr", 400).clean(), T0.plusSeconds(90));

        // then
        assertThat(changes.found()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("LATE");
            assertThat(change.later()).isEqualTo(200);
        });
    }

    @Test
    void aLateValueThatIsCorrectedIsNamedWithItsCorrection() {
        // when
        changes.take(message(before(300)).late("hr", 41).clean(), T0.plusSeconds(10));
        changes.take(message(before(300)).corrected("hr", 41, 141).clean(), T0.plusSeconds(20));

        // then
        assertThat(changes.found()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("LATE");
            assertThat(change.later()).isEqualTo(141);
            assertThat(change.knownAt()).isEqualTo(T0.plusSeconds(20).toEpochMilli());
        });
    }

    @Test
    void inPlaceOfALateValueThatIsWithdrawnTheOneBeforeItIsNamed() {
        // given
        changes.take(message(before(400)).late("hr", 90).clean(), T0.plusSeconds(5));
        changes.take(message(before(300)).late("hr", 41).clean(), T0.plusSeconds(10));

        // when
        changes.take(message(before(300)).withdrawn("hr", 41).clean(), T0.plusSeconds(20));

        // then
        assertThat(changes.found()).extracting(LaterChange::later).containsExactly(90.0);

        // when
        changes.take(message(before(400)).withdrawn("hr", 90).clean(), T0.plusSeconds(30));

        // then
        assertThat(changes.found()).isEmpty();
    }

    @Test
    void theWithdrawalByAnotherDeviceLeavesALateValue() {
        // given
        changes.take(message(before(300)).late("hr", 41).clean(), T0.plusSeconds(10));
        var other = message(before(300)).withdrawn("hr", 41).clean();
        other.setDevice("another");

        // when
        changes.take(other, T0.plusSeconds(20));

        // then
        assertThat(changes.found()).extracting(LaterChange::later).containsExactly(41.0);
    }

    @Test
    void aCorrectionInAnotherChannelChangesTheNumberThatItNames() {
        // when
        changes.take(
                message(before(600)).corrected("hr", 71, 100).from("ecg", true).clean(), T0.plusSeconds(10));

        // then
        assertThat(changes.found()).isEmpty();

        // when
        changes.take(
                message(before(600)).corrected("hr", 82, 120).from("ecg", true).clean(), T0.plusSeconds(20));

        // then
        assertThat(changes.found())
                .extracting(LaterChange::kind, LaterChange::later)
                .containsExactly(tuple("CORRECTED", 120.0));
    }

    @Test
    void aCorrectionInOneChannelLeavesTheSameNumberOfAnother() {
        // given: the same number of two leads, one of them shown and one of them late
        var ward = ward();
        ward.take(message(before(550)).kept("hr", 90).from("ecg", true).clean());
        var ofEcg = new LaterChanges(ward.snapshot(T0).beds(), T0);
        ofEcg.take(message(before(300)).late("hr", 41).from("ecg", true).clean(), T0.plusSeconds(10));

        // when
        ofEcg.take(
                message(before(550))
                        .corrected("hr", 90, 120)
                        .from("pleth", true)
                        .clean(),
                T0.plusSeconds(20));
        ofEcg.take(message(before(300)).withdrawn("hr", 41).from("pleth", true).clean(), T0.plusSeconds(30));

        // then
        assertThat(ofEcg.found())
                .extracting(LaterChange::kind, LaterChange::later)
                .containsExactly(tuple("LATE", 41.0));
    }

    @Test
    void changesStandInTheOrderInWhichTheyBecameKnown() {
        // when
        changes.take(message(before(300)).late("hr", 99).clean(), T0.plusSeconds(10));
        changes.take(message(before(600)).corrected("hr", 82, 120).clean(), T0.plusSeconds(20));
        changes.take(message(before(600)).withdrawn("hr", 120).clean(), T0.plusSeconds(30));

        // then
        assertThat(changes.found()).extracting(LaterChange::kind).containsExactly("LATE", "CORRECTED", "WITHDRAWN");
    }

    private static Instant before(int seconds) {
        return T0.minus(Duration.ofSeconds(seconds));
    }

    private static MessageStory message(Instant at) {
        return new WardStory().bed("REA/01", "s1").at(at);
    }
}
