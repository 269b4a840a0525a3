package org.vigie.station.alarm.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.callOfMonitor;
import static org.vigie.station.StationRecords.monitorAlarm;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.DeliveryState;
import org.vigie.station.alarm.delivery.CallDeliverySnapshot;
import org.vigie.station.alarm.delivery.CallDeliveryView;

class MonitorAlarmViewTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    private final MonitorAlarmView view = new MonitorAlarmView(MonitorAlarmRule.standard());

    @Test
    void aMonitorsAlarmKeepsItsStartUntilTheMonitorReportsItsEnd() {
        // when
        view.take(monitorAlarm("REA/01", "FIBRILLATION VENTRICULAIRE", "start", T0));
        view.take(monitorAlarm("REA/01", "FIBRILLATION VENTRICULAIRE", "continue", T0.plusSeconds(5)));

        // then
        assertThat(view.all()).singleElement().satisfies(alarm -> {
            assertThat(alarm.priority()).isEqualTo("HIGH");
            assertThat(alarm.raisedAt()).isEqualTo(T0.toEpochMilli());
            assertThat(alarm.lastAt()).isEqualTo(T0.plusSeconds(5).toEpochMilli());
            assertThat(alarm.endedAt()).isNull();
        });
        assertThat(view.mostUrgent("REA/01")).isPresent();
        assertThat(view.mostUrgent("REA/02")).isEmpty();

        // when
        view.take(monitorAlarm("REA/01", "FIBRILLATION VENTRICULAIRE", "end", T0.plusSeconds(9)));

        // then
        assertThat(view.all().get(0).endedAt()).isEqualTo(T0.plusSeconds(9).toEpochMilli());
        assertThat(view.mostUrgent("REA/01")).isEmpty();
    }

    @Test
    void anAlarmThatTheMonitorSwitchesOffEnds() {
        // given
        view.take(monitorAlarm("REA/01", "ASYSTOLIE", "start", T0));
        BedsideAlarm off = monitorAlarm("REA/01", "ASYSTOLIE", "update", T0.plusSeconds(9));

        // when
        off.setState("off");
        view.take(off);

        // then
        assertThat(view.all().get(0).endedAt()).isEqualTo(T0.plusSeconds(9).toEpochMilli());
        assertThat(view.mostUrgent("REA/01")).isEmpty();
    }

    @Test
    void aNewAlarmAfterALostEndHasItsOwnStart() {
        // given
        view.take(monitorAlarm("REA/01", "FV", "start", T0));
        BedsideAlarm next = monitorAlarm("REA/01", "FV", "start", T0.plusSeconds(600));
        next.setRaisedAt(T0.plusSeconds(600));

        // when
        view.take(next);
        view.take(monitorAlarm("REA/01", "FV", "start", T0.plusSeconds(660)));

        // then
        assertThat(view.all())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.raisedAt())
                        .isEqualTo(T0.plusSeconds(600).toEpochMilli()));
    }

    @Test
    void anAlarmWithoutAPhaseHasItsOwnStartAfterASilence() {
        // given
        view.take(phaseless("*** HR 142 > 120", T0));
        view.take(phaseless("*** HR 150 > 120", T0.plusSeconds(600)));

        // when
        view.take(phaseless("*** HR 165 > 120", T0.plusSeconds(13_560)));

        // then
        assertThat(view.all()).singleElement().satisfies(alarm -> {
            assertThat(alarm.text()).isEqualTo("*** HR 165 > 120");
            assertThat(alarm.raisedAt()).isEqualTo(T0.plusSeconds(13_560).toEpochMilli());
            assertThat(alarm.endedAt()).isNull();
        });
    }

    private static BedsideAlarm phaseless(String text, Instant at) {
        BedsideAlarm alarm = monitorAlarm("REA/01", text, "", at);
        alarm.setAlarm("");
        return alarm;
    }

    @Test
    void anAlarmWhoseEndWasLostIsNotThatOfTheNextPatient() {
        // given
        view.take(monitorAlarm("REA/01", "FV", "start", T0));
        view.take(monitorAlarm("REA/02", "FV", "start", T0));

        // when
        view.endThoseOfFormerPatients(bed -> bed.equals("REA/01") ? Optional.of(T0.plusSeconds(60)) : Optional.empty());

        // then
        assertThat(view.mostUrgent("REA/01")).isEmpty();
        assertThat(view.mostUrgent("REA/02")).isPresent();

        // when the monitor reports it for the patient who came
        view.take(monitorAlarm("REA/01", "FV", "continue", T0.plusSeconds(90)));
        view.endThoseOfFormerPatients(bed -> Optional.of(T0.plusSeconds(60)));

        // then
        assertThat(view.mostUrgent("REA/01")).isPresent();
    }

    @Test
    void aReportThatComesLateDoesNotOpenAnEndedAlarmAgain() {
        // when
        view.take(monitorAlarm("REA/01", "ASYSTOLIE", "end", T0.plusSeconds(9)));
        view.take(monitorAlarm("REA/01", "ASYSTOLIE", "continue", T0.plusSeconds(5)));

        // then
        assertThat(view.all().get(0).endedAt()).isNotNull();
    }

    @Test
    void anAlarmOfLowOrUnknownPriorityIsHeldToo() {
        // given
        BedsideAlarm leadsOff = monitorAlarm("REA/02", "ELECTRODES", "start", T0);
        leadsOff.setCode("3^MDC_EVT_LEAD_OFF^MDC");
        leadsOff.setPriority("");
        leadsOff.setKind("ST");

        // when
        view.take(leadsOff);

        // then
        assertThat(view.all()).singleElement().satisfies(alarm -> {
            assertThat(alarm.priority()).isEqualTo("NONE");
            assertThat(alarm.technical()).isTrue();
        });
        assertThat(view.mostUrgent("REA/02")).isEmpty();
    }

    @Test
    void aCirculatoryArrestIsHighWhateverPriorityTheMonitorSends() {
        // given
        BedsideAlarm fibrillation = monitorAlarm("REA/01", "FV", "start", T0);

        // when
        fibrillation.setPriority("PN");
        view.take(fibrillation);

        // then
        assertThat(view.mostUrgent("REA/01").orElseThrow().priority()).isEqualTo("HIGH");
    }

    @Test
    void anAlarmOfThePatientWithoutAPriorityIsHigh() {
        // given
        BedsideAlarm unsaid = monitorAlarm("REA/01", "BRADY", "start", T0);
        unsaid.setCode("1^MDC_EVT_ECG_BRADY^MDC");
        BedsideAlarm none = monitorAlarm("REA/02", "ESV", "start", T0);
        none.setCode("2^MDC_EVT_ECG_PVC^MDC");

        // when
        unsaid.setPriority("");
        view.take(unsaid);
        none.setPriority("PN");
        view.take(none);

        // then
        assertThat(view.mostUrgent("REA/01").orElseThrow().priority()).isEqualTo("HIGH");
        assertThat(view.mostUrgent("REA/02").orElseThrow().priority()).isEqualTo("NONE");
    }

    @Test
    void aSignOfLifeIsNoAlarm() {
        // given
        BedsideAlarm watchdog = monitorAlarm("REA/01", "", "", T0);
        watchdog.setSignOfLife(true);

        // when
        view.take(watchdog);

        // then
        assertThat(view.all()).isEmpty();
    }

    @Test
    void anAlarmShowsWhatBecameOfItsOwnCallAndNotOfThatOfAnEarlierAlarm() {
        // given
        var deliveries = new CallDeliveryView();
        BedsideAlarm first = monitorAlarm("REA/01", "FIBRILLATION VENTRICULAIRE", "start", T0);
        view.take(first);
        deliveries.take(callOfMonitor(first, "webhook", DeliveryState.FAILED, T0.plusSeconds(1)));
        assertThat(view.all(deliveries).get(0).deliveries())
                .extracting(CallDeliverySnapshot::state)
                .containsExactly("FAILED");

        // when
        Instant later = T0.plusSeconds(7200);
        view.take(monitorAlarm("REA/01", "FIBRILLATION VENTRICULAIRE", "end", T0.plusSeconds(9)));
        view.take(monitorAlarm("REA/01", "FIBRILLATION VENTRICULAIRE", "start", later));

        // then
        assertThat(view.all(deliveries).get(0).deliveries()).isNull();

        // when
        deliveries.take(callOfMonitor(first, "webhook", DeliveryState.SENT, later));

        // then
        assertThat(view.all(deliveries).get(0).deliveries())
                .extracting(CallDeliverySnapshot::state)
                .containsExactly("SENT");
    }
}
