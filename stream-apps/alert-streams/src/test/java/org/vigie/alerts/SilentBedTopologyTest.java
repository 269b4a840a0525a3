package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.BedStays;
import org.vigie.testing.story.WardStory;

/** Tests when a bed that sends nothing is called silent, and when that call ends. */
class SilentBedTopologyTest extends StaySweeperStory {
    @Test
    void aMonitoredBedThatFallsSilentIsMissedOnceUntilItSpeaksAgain() {
        // given
        var told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .silent(Duration.ofMinutes(3))
                .steady(10, WELL)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));

        // when
        rounds(11);

        // then
        assertThat(alerts.ledger()).isEmpty();

        // when
        rounds(20);
        alerts.tell(told.subList(30, 40));

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly("REA/1 bed_silent RAISED MEDIUM", "REA/1 bed_silent CLEARED MEDIUM");
        assertThat(ledger.get(0)).satisfies(raised -> {
            assertThat(raised.getKind()).isEqualTo(AlertKind.TECHNICAL);
            assertThat(raised.getOnset()).isEqualTo(WardStory.START.plusSeconds(29));
            assertThat(raised.getMessageFr()).isEqualTo("Plus aucune mesure depuis 1 min");
            assertThat(raised.getAlert()).isEqualTo(ledger.get(1).getAlert());
        });
    }

    @Test
    void aSilenceThatWasSaidBeforeACrashIsSaidAgainWordForWord() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        rounds(14);
        List<Alert> first = alerts.ledger();

        // when
        alerts = alerts.restarted(alerts.stored()).tell(bed("REA/1", null));
        rounds(30);

        // then
        assertThat(alerts.ledger()).isEqualTo(first).hasSize(1);
    }

    @Test
    void aStayThatTheWardDoesNotKnowIsNotMissed() {
        // given
        alerts.tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());

        // when
        rounds(30);

        // then
        assertThat(alerts.ledger()).isEmpty();
    }

    @Test
    void aBedWithoutAnAdmissionIsMissedLikeAnAdmittedOne() {
        // given
        var unknown = new WardStory()
                .bed("REA/1", "provisional-1")
                .steady(30, WELL)
                .silent(Duration.ofMinutes(3))
                .steady(5, WELL)
                .cleanObservations();
        var admitted = new WardStory().bed("2").steady(30, WELL).cleanObservations();
        alerts.tell(new BedStays("REA/1", List.of())).tell(AlertTopologyDriver.stays("stay-2", "REA/2", null));

        // when
        alerts.tell(unknown.subList(0, 30)).tell(admitted);
        rounds(14);
        alerts.tell(unknown.subList(30, 35));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger()))
                .containsExactlyInAnyOrder(
                        "REA/1 bed_silent RAISED MEDIUM",
                        "REA/2 bed_silent RAISED MEDIUM",
                        "REA/1 bed_silent CLEARED MEDIUM");
    }

    @Test
    void aBedThatWasLeftBeforeIsMissedWhenItIsWatchedWithoutANewAdmission() {
        // given
        alerts.tell(AlertTopologyDriver.stays("before", "REA/1", WardStory.START))
                .tell(new WardStory()
                        .bed("REA/1", "provisional-1")
                        .steady(30, WELL)
                        .cleanObservations());

        // when
        rounds(14);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void aProvisionalStayWhosePatientIsAdmittedByNowIsNotMissed() {
        // given
        alerts.tell(new BedStays("REA/1", List.of()))
                .tell(new WardStory()
                        .bed("REA/1", "provisional-1")
                        .steady(30, WELL)
                        .cleanObservations());
        rounds(11);

        // when
        alerts.tell(AlertTopologyDriver.stays("stay-1", "REA/1", null));
        rounds(20);

        // then
        assertThat(alerts.ledger()).isEmpty();
    }

    @Test
    void aSilentStayIsMissedOnceItsAdmissionIsRead() {
        // given
        alerts.tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        rounds(14);
        assertThat(alerts.ledger()).isEmpty();

        // when
        alerts.tell(bed("REA/1", null));
        rounds(4);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsOnlyOnce("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void aProvisionalStayThatIsHeardGoesOnThoughItsSlowClockSpeaksOfAnAdmissionThatIsOver() {
        // given: the patient before left a quarter of an hour after what the slow clock of the monitor shows
        var unknown =
                new WardStory().bed("REA/1", "provisional-1").steady(30, WELL).steady(40, DESATURATED);
        alerts.tell(AlertTopologyDriver.stays("before", "REA/1", WardStory.START.plusSeconds(900)));

        // when
        for (int round = 0; round < 14; round++) {
            alerts.tell(unknown.cleanObservations().subList(5 * round, 5 * round + 5));
            rounds(1);
        }

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low RAISED MEDIUM");
    }

    @Test
    void aStayThatHasEndedIsNotMissed() {
        // given
        alerts.tell(bed("REA/1", null))
                .tell(new WardStory().bed("1").steady(30, WELL).cleanObservations());
        alerts.tell(bed("REA/1", END));

        // when
        rounds(30);

        // then
        assertThat(alerts.ledger()).isEmpty();
    }
}
