package org.vigie.notifications.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.records.BedTurnovers;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.Stay;
import org.vigie.testing.story.MonitorAlarmStory;

/** Tests that a monitor's own alarm is notified, whatever its priority, and is marked as the monitor's. */
class MonitorAlarmMapperTest {
    private final List<Stay> stays = new ArrayList<>();
    private final MonitorAlarmMapper mapper =
            new MonitorAlarmMapper(MonitorAlarmRule.standard(), new BedTurnovers(bed -> List.copyOf(stays)));

    /** Returns the notification of a message that ends no alarm of a former patient. */
    private Optional<Alert> only(BedsideAlarm alarm) {
        List<Alert> alerts = mapper.alerts(alarm);
        assertThat(alerts).hasSizeLessThan(2);
        return alerts.stream().findFirst();
    }

    private static BedsideAlarm alarm(String text, String priority, String phase) {
        return new MonitorAlarmStory("REA/03", "17", text, priority).says(phase, SaturationAlertSamples.RAISED);
    }

    @ParameterizedTest
    @CsvSource({"PH, HIGH", "PM, MEDIUM", "PL, LOW", "PN, LOW", "'', HIGH"})
    void anAlarmOfAnyPriorityIsNotifiedAsTheMonitors(String sent, AlarmPriorityRecord priority) {
        assertThat(only(alarm("*** VFIB", sent, "start"))).hasValueSatisfying(alert -> {
            assertThat(alert.getMessageFr()).isEqualTo("Moniteur : *** VFIB");
            assertThat(alert.getMessageEn()).isEqualTo("Monitor: *** VFIB");
            assertThat(alert.getPriority()).isEqualTo(priority);
            assertThat(alert.getBed()).isEqualTo("REA/03");
            assertThat(BedsideAlarmMapper.isOfMonitor(alert)).isTrue();
        });
    }

    @Test
    void aRepetitionIsLeftOutAndTheEndIsReported() {
        assertThat(only(alarm("ASYSTOLE", "PH", "start"))).isPresent();
        assertThat(only(alarm("ASYSTOLE", "PH", "continue"))).isEmpty();
        assertThat(only(alarm("ASYSTOLE", "PH", "end"))).map(Alert::getState).contains(AlertStateRecord.CLEARED);
        assertThat(only(alarm("ASYSTOLE", "PH", "start"))).isPresent();
    }

    @Test
    void aNewAlarmIsNotifiedThoughTheEndOfTheOneBeforeWasLost() {
        // given
        only(start(0, 0));

        // when
        Optional<Alert> again = only(start(600, 600));

        // then
        assertThat(again).map(Alert::getState).contains(AlertStateRecord.RAISED);
        assertThat(only(start(600, 605))).isEmpty();
    }

    @Test
    void aStartThatIsRepeatedByAMonitorWhoseClockRunsAheadIsNotNotifiedAgain() {
        // given
        only(start(900, 0));

        // when, then
        assertThat(only(start(900, 10))).isEmpty();
        assertThat(only(start(960, 60))).map(Alert::getState).contains(AlertStateRecord.RAISED);
    }

    @Test
    void aStartWithoutATimeMayBeARepetitionAndIsNotNotifiedAgain() {
        // given
        var fibrillation = new MonitorAlarmStory("REA/03", "", "*** VFIB", "PH");
        only(fibrillation.says("start", SaturationAlertSamples.RAISED));

        // when
        Optional<Alert> again = only(fibrillation.says("start", SaturationAlertSamples.RAISED.plusSeconds(10)));

        // then
        assertThat(again).isEmpty();
    }

    @Test
    void anAlarmWithoutAPhaseIsNotifiedAgainAfterASilence() {
        // given
        only(phaseless("*** HR 142 > 120", 0));
        assertThat(only(phaseless("*** HR 143 > 120", 300))).isEmpty();
        assertThat(only(phaseless("*** HR 144 > 120", 900))).isEmpty();

        // when
        Optional<Alert> again = only(phaseless("*** HR 165 > 120", 13_560));

        // then
        assertThat(again).map(Alert::getState).contains(AlertStateRecord.RAISED);
        assertThat(again).map(Alert::getMessageEn).contains("Monitor: *** HR 165 > 120");
    }

    @Test
    void twoTextsOfOneCodeAreNotifiedBoth() {
        // given
        only(phaseless("SpO2 LOW", 0));

        // when
        Optional<Alert> other = only(phaseless("ASYSTOLE", 1));

        // then
        assertThat(other).map(Alert::getState).contains(AlertStateRecord.RAISED);
    }

    @Test
    void theAlarmsOfThePatientWhoLeftEndWithTheBedsNextMessageAndTheNextPatientsAreNotified() {
        // given
        only(phaseless("*** HR 142 > 120", 0));
        only(phaseless("LEADS OFF", 1));
        stays.add(stay("first", 0, 60));
        stays.add(stay("next", 60, null));

        // when
        List<Alert> alerts = mapper.alerts(phaseless("*** HR 150 > 120", 90));

        // then
        assertThat(alerts)
                .extracting(Alert::getState, Alert::getMessageEn)
                .containsExactly(
                        tuple(AlertStateRecord.CLEARED, "Monitor: *** HR 142 > 120"),
                        tuple(AlertStateRecord.CLEARED, "Monitor: LEADS OFF"),
                        tuple(AlertStateRecord.RAISED, "Monitor: *** HR 150 > 120"));
        assertThat(alerts).extracting(Alert::getHash).doesNotHaveDuplicates();
        assertThat(only(phaseless("*** HR 151 > 120", 150))).isEmpty();
    }

    @Test
    void theEndThatIsReportedAfterThePatientLeftIsNotifiedOnce() {
        // given
        only(alarm("ASYSTOLE", "PH", "start"));
        stays.add(stay("first", -60, 30));
        BedsideAlarm end = alarm("ASYSTOLE", "PH", "end");
        end.setReceivedTime(SaturationAlertSamples.RAISED.plusSeconds(60));

        // when
        Optional<Alert> ended = only(end);

        // then
        assertThat(ended)
                .map(Alert::getHash)
                .contains(
                        BedsideAlarmMapper.alert(end, AlertStateRecord.CLEARED).getHash());
    }

    @Test
    void anAlarmOfAnotherBedGoesOnWhenAPatientLeaves() {
        // given
        var other = new MonitorAlarmStory("REA/04", "", "ASYSTOLE", "PH");
        mapper.alerts(other.says("", SaturationAlertSamples.RAISED));
        stays.add(stay("first", 0, 60));

        // when
        mapper.alerts(phaseless("ASYSTOLE", 90));

        // then
        stays.clear();
        assertThat(mapper.alerts(other.says("", SaturationAlertSamples.RAISED.plusSeconds(120))))
                .isEmpty();
    }

    private static Stay stay(String stay, int from, Integer until) {
        return Stay.newBuilder()
                .setStay(stay)
                .setPatient("patient-" + stay)
                .setBed("REA/03")
                .setFrom(SaturationAlertSamples.RAISED.plusSeconds(from))
                .setUntil(until == null ? null : SaturationAlertSamples.RAISED.plusSeconds(until))
                .setAdmittedAt(SaturationAlertSamples.RAISED)
                .build();
    }

    private static BedsideAlarm phaseless(String text, int received) {
        return new MonitorAlarmStory("REA/03", "", text, "")
                .says("", SaturationAlertSamples.RAISED.plusSeconds(received));
    }

    private static BedsideAlarm start(int begun, int received) {
        BedsideAlarm start = new MonitorAlarmStory("REA/03", "", "*** VFIB", "PH")
                .says("start", SaturationAlertSamples.RAISED.plusSeconds(received));
        start.setRaisedAt(SaturationAlertSamples.RAISED.plusSeconds(begun));
        return start;
    }

    @ParameterizedTest
    @ValueSource(strings = {"inactive", "off", "OFF"})
    void anAlarmThatTheMonitorSwitchesOffEnds(String state) {
        // given
        only(alarm("ASYSTOLE", "PH", "start"));
        BedsideAlarm off = alarm("ASYSTOLE", "PH", "update");

        // when
        off.setState(state);

        // then
        assertThat(only(off)).map(Alert::getState).contains(AlertStateRecord.CLEARED);
        assertThat(only(off)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "escalate, PM, UPGRADED",
        "ESCALATE, PM, UPGRADED",
        "Escalate, '', UPGRADED",
        "continue, PH, UPGRADED",
        "update, ph, UPGRADED",
        "continue, PL, DOWNGRADED"
    })
    void anAlarmThatRisesOrEasesIsNotifiedHoweverTheMonitorSaysIt(
            String phase, String priority, AlertStateRecord change) {
        // given
        only(alarm("SpO2 LOW", "PM", "start"));

        // when
        Optional<Alert> changed = only(alarm("SpO2 LOW", priority, phase));

        // then
        assertThat(changed).map(Alert::getState).contains(change);
    }

    @Test
    void aRepetitionWithoutAPriorityIsNoRise() {
        // given
        only(alarm("SpO2 LOW", "PM", "start"));

        // when
        Optional<Alert> repeated = only(alarm("SpO2 LOW", "", "continue"));

        // then
        assertThat(repeated).isEmpty();
    }

    @Test
    void anAlarmWhoseStartWasMissedIsNotifiedByItsNextMessage() {
        assertThat(only(alarm("LEADS OFF", "PL", "continue")))
                .map(Alert::getState)
                .contains(AlertStateRecord.RAISED);
    }

    @Test
    void anOpenAlarmStaysKnownThoughTenThousandOthersComeAndGo() {
        // given: it was open once before
        only(alarm("ASYSTOLE", "PH", "start"));
        only(alarm("ASYSTOLE", "PH", "end"));
        only(alarm("ASYSTOLE", "PH", "start"));

        // when
        for (int other = 0; other < 10_001; other++) {
            var lead = new MonitorAlarmStory("REA/03", "lead-" + other, "LEADS OFF", "PL");
            only(lead.says("start", SaturationAlertSamples.RAISED));
            only(lead.says("end", SaturationAlertSamples.RAISED));
        }

        // then
        assertThat(only(alarm("ASYSTOLE", "PH", "continue"))).isEmpty();
    }

    @Test
    void aWatchdogAndATestCallNobody() {
        // given
        BedsideAlarm watchdog = alarm("", "", "start");
        watchdog.setSignOfLife(true);
        BedsideAlarm test = alarm("VFIB", "PH", "start");

        // when
        test.setTest(true);

        // then
        assertThat(only(watchdog)).isEmpty();
        assertThat(only(test)).isEmpty();
    }
}
