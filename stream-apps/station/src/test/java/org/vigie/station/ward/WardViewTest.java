package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.monitorAlarm;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.trend.BedArrivalSnapshot;
import org.vigie.station.trend.TrendSnapshot;
import org.vigie.testing.story.WardStory;

/** Tests which beds are shown, under which stay, and how often a change is sent. */
class WardViewTest extends WardViewStory {
    @Test
    void nothingIsFreshAfterARestartOnOldRecords() {
        // given
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        Instant nextMorning = T0.plus(Duration.ofHours(9));

        // when, then
        assertThat(value("REA/01", nextMorning).stale()).isTrue();
        assertThat(ward.clock(nextMorning).watched()).isFalse();
        assertThat(ward.clock(nextMorning).reason()).isEqualTo("NO_INPUT");
    }

    @Test
    void aRecordingIsMarkedAsReplay() {
        // when, then
        assertThat(ward.clock(T0).replay()).isFalse();
        // when
        Instant longAgo = T0.minus(Duration.ofDays(900));
        CleanObservation recorded = monitor.at(longAgo).kept("hr", 84).clean();
        recorded.setPublishedAt(T0);
        ward.take(recorded);
        // then
        assertThat(ward.clock(T0).replay()).isTrue();
        assertThat(ward.clock(T0).watched()).isTrue();
    }

    @Test
    void aTransferTakesTheStayToItsNewBed() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(600)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());

        // when
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", T0.minusSeconds(600), T0))));
        ward.take(admitted("REA/02", "s1", T0));

        // then
        assertThat(bed("REA/01", T0.plusSeconds(1)).occupant()).isNull();
        assertThat(bed("REA/02", T0.plusSeconds(1)).occupant().stay()).isEqualTo("s1");
        assertThat(ward.trend("REA/02", 1, T0.plusSeconds(1)).orElseThrow().arrivals())
                .containsExactly(
                        new BedArrivalSnapshot(T0.minusSeconds(600).toEpochMilli(), "REA/01"),
                        new BedArrivalSnapshot(T0.toEpochMilli(), "REA/02"));
    }

    @Test
    void aMonitorsAlarmWhoseEndWasLostEndsWithThePatientsStay() {
        // given
        Instant came = T0.minusSeconds(600);
        ward.take(admitted("REA/01", "s1", came));
        ward.take(monitorAlarm("REA/01", "FV", "start", T0.minusSeconds(60)));

        // when
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", came, T0), stay("REA/01", "s2", T0, null))));
        ward.take(monitor.at(T0.plusSeconds(1)).kept("hr", 84).clean());
        ward.changes(T0.plusSeconds(1), GAP);

        // then
        assertThat(ward.service(T0.plusSeconds(1)).monitorAlarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.endedAt()).isEqualTo(T0.toEpochMilli()));
    }

    @Test
    void aRunningAlarmOfTheMonitorGoesOnWhenItsPatientIsAdmittedLate() {
        // given
        ward.take(monitorAlarm("REA/01", "FV", "start", T0.minusSeconds(60)));

        // when
        ward.take(admitted("REA/01", "s1", T0));
        ward.take(monitor.at(T0.plusSeconds(1)).kept("hr", 84).clean());
        ward.changes(T0.plusSeconds(1), GAP);

        // then
        assertThat(ward.service(T0.plusSeconds(1)).monitorAlarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.endedAt()).isNull());
    }

    @Test
    void aReaderWhoMayNotKnowThePatientGetsTheBedWithoutThePatient() {
        // given
        ward.take(admitted("REA/01", "s1", T0));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        var everyUnit = WardReader.withoutName().scope();

        // then
        assertThat(bed("REA/01", T0).seenBy(new WardReader(everyUnit, "", false)))
                .returns(null, seen -> seen.occupant().patient())
                .returns(1, seen -> seen.values().size());
        assertThat(bed("REA/01", T0).seenBy(WardReader.withoutName()).occupant().patient())
                .isEqualTo("P-s1");
    }

    @Test
    void everyPageGetsTheWholeWardWhenAPatientWithAnAlarmChangesTheBed() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(600)));
        ward.take(admitted("USC/01", "s2", T0.minusSeconds(600)));
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.changes(T0, GAP);
        assertThat(ward.changes(T0.plusSeconds(1), GAP).layout()).isFalse();

        // when
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", T0.minusSeconds(600), T0))));
        ward.take(new BedStays("USC/01", List.of(stay("USC/01", "s1", T0, null))));

        // then
        assertThat(ward.changes(T0.plusSeconds(2), GAP).layout()).isTrue();
        assertThat(ward.alerts(T0.plusSeconds(2)))
                .extracting(AlertSnapshot::bed)
                .containsExactly("USC/01");
        assertThat(ward.changes(T0.plusSeconds(3), GAP).layout()).isFalse();
    }

    @Test
    void aPatientWithoutAlarmsChangesTheBedWithoutANewPictureOfTheWard() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(600)));
        ward.take(new BedStays("USC/01", List.of()));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.changes(T0, GAP);

        // when
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", T0.minusSeconds(600), T0))));
        ward.take(new BedStays("USC/01", List.of(stay("USC/01", "s1", T0, null))));

        // then
        assertThat(ward.changes(T0.plusSeconds(2), GAP))
                .returns(false, WardChanges::layout)
                .satisfies(changes -> assertThat(changes.beds())
                        .extracting(BedSnapshot::bed)
                        .containsExactlyInAnyOrder("REA/01", "USC/01"));
    }

    @Test
    void aBedWithoutAdmissionIsWatchedUnderAProvisionalStay() {
        // given
        CleanObservation unknown = new WardStory()
                .bed("REA/09", "provisional-1")
                .at(T0)
                .kept("hr", 84)
                .clean();
        unknown.setProvisional(true);

        // when
        ward.take(unknown);

        // then
        assertThat(bed("REA/09", T0).occupant().provisional()).isTrue();
    }

    @Test
    void aBedToWhichSeveralPatientsAreAdmittedSaysSinceWhenAndToEveryReader() {
        // given
        Instant since = T0.minusSeconds(120);
        ward.take(new BedStays(
                "REA/01",
                List.of(
                        stay("REA/01", "s1", T0.minusSeconds(600), since),
                        stay("REA/01", StayAssignment.CONFLICT + "1", since, null))));
        ward.take(admitted("REA/02", "s2", T0.minusSeconds(600)));

        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());

        // then
        OccupantSnapshot several = bed("REA/01", T0).occupant();
        assertThat(several.conflictSince()).isEqualTo(since.toEpochMilli());
        assertThat(several.masked().conflictSince()).isEqualTo(since.toEpochMilli());
        assertThat(bed("REA/02", T0).occupant().conflictSince()).isNull();
    }

    @Test
    void whatWasMeasuredBeforeThePatientWasKnownIsShownAsAttributed() {
        // given
        CleanObservation unknown = new WardStory()
                .bed("REA/09", "provisional-1")
                .at(T0)
                .kept("temp", 38.4)
                .clean();
        unknown.setProvisional(true);

        // when
        ward.take(unknown);
        ward.take(admitted("REA/09", "s9", T0.minusSeconds(60)));

        // then
        assertThat(bed("REA/09", T0).occupant().attributedSince()).isNull();

        // when
        CleanObservation attributed =
                new WardStory().bed("REA/09", "s9").at(T0).kept("temp", 38.4).clean();
        attributed.setAttributedFrom("provisional-1");
        ward.take(attributed);

        // then
        assertThat(bed("REA/09", T0).occupant())
                .returns("s9", OccupantSnapshot::stay)
                .returns(false, OccupantSnapshot::provisional)
                .returns(T0.toEpochMilli(), OccupantSnapshot::attributedSince);
        assertThat(value("REA/09", T0).value()).isEqualTo(38.4);
        assertThat(ward.quality().kept()).isEqualTo(1);
    }

    @Test
    void bedsKeepTheirPlaces() {
        // given
        var fixed = new WardView(StalenessConfig.defaults(), List.of("Isolation"), 1, T0);

        // when
        for (String bed : List.of("REA/10", "REA/2", "Isolation", "REA/1")) {
            fixed.take(admitted(bed, "s" + bed, T0));
        }

        // then
        assertThat(fixed.snapshot(T0).beds())
                .extracting(BedSnapshot::bed)
                .containsExactly("Isolation", "REA/1", "REA/2", "REA/10");
    }

    @Test
    void aBedIsNamedAtMostFourTimesASecondAndNothingIsLost() {
        // given
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(admitted("REA/01", "s1", T0));
        assertThat(ward.changes(T0, GAP).beds()).hasSize(1);

        // when
        ward.take(monitor.at(T0.plusMillis(100)).kept("hr", 85).clean());

        // then
        assertThat(ward.changes(T0.plusMillis(100), GAP).beds()).isEmpty();
        assertThat(ward.changes(T0.plusMillis(250), GAP).beds())
                .singleElement()
                .satisfies(bed -> assertThat(bed.values().get(0).value()).isEqualTo(85));
        assertThat(ward.changes(T0.plusMillis(600), GAP).beds()).isEmpty();
    }

    @Test
    void aTrendDistinguishesKeptSuspectAndRejected() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(7200)));
        ward.take(monitor.at(T0.minusSeconds(120)).kept("hr", 80).clean());
        ward.take(monitor.at(T0).suspect("hr", 210).clean());
        ward.take(monitor.at(T0).rejected("hr", CleaningReasonRecord.NOT_A_NUMBER));

        // when
        TrendSnapshot trend = ward.trend("REA/01", 1, T0).orElseThrow();

        // then
        TrendSnapshot.TrendLine line = trend.lines().get(0);
        assertThat(line.kept().last()).containsExactly(80f);
        assertThat(line.suspect().last()).containsExactly(210f);
        assertThat(line.rejected()).containsExactly(T0.toEpochMilli());
        assertThat(ward.trend("nowhere", 1, T0)).isEmpty();
    }
}
