package org.vigie.station.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.cleared;
import static org.vigie.station.StationRecords.limit;
import static org.vigie.station.StationRecords.open;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.stay;
import static org.vigie.station.StationRecords.technical;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.BedAlarmsSnapshot;
import org.vigie.station.alarm.limit.PatientLimitSnapshot;

/** Tests which alarms and limits stand on a bed, and how long. */
class ShownAlarmTest extends WardViewStory {
    @Test
    void theHighestAlarmIsShownWithItsCountAndTheEquipmentApart() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));

        // when
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.LOW, T0));
        ward.take(raised("a2", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        ward.take(technical(raised("a3", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0)));

        // then
        BedAlarmsSnapshot alarms = bed("REA/01", T0).alarms();
        assertThat(alarms.highest().alert()).isEqualTo("a2");
        assertThat(alarms.active()).isEqualTo(2);
        assertThat(alarms.technical().alert()).isEqualTo("a3");
        assertThat(alarms.technicalActive()).isEqualTo(1);
    }

    @Test
    void aLatchedAlarmMarksNoValueBecauseItsConditionIsOver() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        var alarm = raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0);
        ward.take(alarm);
        assertThat(bed("REA/01", T0).alarms().variables()).containsEntry("hr", AlarmPriorityRecord.HIGH);

        // when
        ward.take(open(alarm, AlertCondition.newBuilder().setLatched(true).build()));

        // then
        assertThat(bed("REA/01", T0).alarms().highest().alert()).isEqualTo("a1");
        assertThat(bed("REA/01", T0).alarms().variables()).isEmpty();
    }

    @Test
    void aClearedAlarmLeavesTheBedAndStaysListedForAWhile() {
        // when
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(60)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(cleared(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0), T0.plusSeconds(5)));

        // then
        assertThat(bed("REA/01", T0).alarms().active()).isZero();
        assertThat(ward.alerts(T0)).extracting(AlertSnapshot::state).containsExactly("CLEARED");

        // when
        ward.changes(T0.plus(Duration.ofHours(13)), GAP);

        // then
        assertThat(ward.alerts(T0)).isEmpty();
    }

    @Test
    void anAlarmEndsWithItsStayAndIsRemovedLater() {
        // given
        ward.take(admitted("REA/01", "s1", T0.minusSeconds(600)));
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        ward.changes(T0, GAP);

        // when
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", T0.minusSeconds(600), T0.plusSeconds(5)))));

        // then
        assertThat(ward.changes(T0.plusSeconds(4), GAP).alerts()).isEmpty();
        assertThat(ward.changes(T0.plusSeconds(5), GAP).alerts())
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.state()).isEqualTo("CLEARED");
                    assertThat(alert.stayEnded()).isTrue();
                    assertThat(alert.clearedAt()).isEqualTo(T0.plusSeconds(5).toEpochMilli());
                });
        assertThat(ward.changes(T0.plusSeconds(6), GAP).alerts()).isEmpty();
        assertThat(ward.changes(T0.plus(Duration.ofHours(13)), GAP).layout()).isTrue();
        assertThat(ward.alerts(T0.plus(Duration.ofHours(13)))).isEmpty();
    }

    @Test
    void anAlarmGoesOnWithATransferredStay() {
        // when
        ward.take(monitor.at(T0).kept("hr", 84).clean());
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, T0));
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", T0.minusSeconds(600), T0))));

        // then
        assertThat(ward.alerts(T0)).extracting(AlertSnapshot::state).containsExactly("CLEARED");

        // when
        ward.take(admitted("REA/02", "s1", T0));

        // then
        assertThat(ward.alerts(T0)).extracting(AlertSnapshot::state).containsExactly("RAISED");
        assertThat(bed("REA/02", T0).alarms().active()).isEqualTo(1);
    }

    @Test
    void aLimitOfOnePatientIsListedUntilItEnds() {
        // given
        ward.take(admitted("REA/01", "s1", T0));
        ward.changes(T0, GAP);

        // when
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_SET, 86, T0));
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_SET, 84, T0.plusSeconds(60)));
        ward.takeEntry(limit("s2", AlertStateRecord.LIMIT_SET, 88, T0));

        // then
        assertThat(ward.changes(T0.plusSeconds(61), GAP).beds())
                .singleElement()
                .satisfies(bed -> assertThat(bed.limits())
                        .containsExactly(new PatientLimitSnapshot(
                                "spo2",
                                "BELOW",
                                "MEDIUM",
                                84,
                                "AB",
                                T0.plusSeconds(60).toEpochMilli(),
                                T0.plusSeconds(1860).toEpochMilli(),
                                "BPCO")));

        // when
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_EXPIRED, 84, T0.plusSeconds(1860)));

        // then
        assertThat(bed("REA/01", T0.plusSeconds(1861)).limits()).isEmpty();
    }
}
