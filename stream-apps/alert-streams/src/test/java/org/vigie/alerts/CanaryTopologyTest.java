package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.bed.BedName;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests that a canary is answered and is never treated as a patient. */
class CanaryTopologyTest {
    private final AlertTopologyDriver alerts = new AlertTopologyDriver();
    private final BedStory canary =
            new WardStory().bed(BedName.CANARY_UNIT + "/7", "provisional-7").provisional();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void eachObservationOfACanaryIsAnsweredWithItsTimeAndWithoutALevel() {
        // given
        CleanObservation first = canary.at("PT0S").kept("hr", 70).clean();
        CleanObservation second = canary.at("PT1S").kept("hr", 71).clean();

        // when
        alerts.tell(List.of(first, second));

        // then
        assertThat(alerts.triage()).hasSize(2).allSatisfy(answer -> {
            assertThat(answer.getStay()).isEqualTo("provisional-7");
            assertThat(answer.getLevel()).isEqualTo(TriageLevelRecord.UNKNOWN);
        });
    }

    @Test
    void aCanaryWithAnAlarmingRateOrThatFallsSilentRaisesNoAlarmAndLeavesNoState() {
        // when
        alerts.tell(canary.steady(60, Map.of("hr", 220.0)).cleanObservations());
        alerts.pass(Duration.ofMinutes(30));

        // then
        assertThat(alerts.ledger()).isEmpty();
        assertThat(alerts.current()).isEmpty();
        assertThat(alerts.stored()).isEmpty();
    }
}
