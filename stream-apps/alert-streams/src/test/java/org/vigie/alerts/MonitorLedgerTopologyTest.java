package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.Stay;
import org.vigie.testing.story.MonitorAlarmStory;
import org.vigie.testing.story.WardStory;

/** Tests that the monitors' own alarms are in the ledger, in a chain of their bed. */
class MonitorLedgerTopologyTest {
    private final AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    private static BedsideAlarm alarm(String number, String text, String priority, String phase, int second) {
        return new MonitorAlarmStory("REA/03", number, text, priority).says(phase, WardStory.START.plusSeconds(second));
    }

    @Test
    void eachTransitionOfAMonitorsAlarmIsAnEntryWhateverItsPriority() {
        // when
        alerts.tell(alarm("1", "*** VFIB", "PH", "start", 1));
        alerts.tell(alarm("2", "LEADS OFF", "PN", "start", 2));
        alerts.tell(alarm("1", "*** VFIB", "PH", "continue", 3));
        alerts.tell(alarm("1", "*** VFIB", "PH", "end", 4));

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(ledger)
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.RAISED, AlertStateRecord.CLEARED);
        assertThat(ledger)
                .extracting(Alert::getPriority)
                .containsExactly(AlarmPriorityRecord.HIGH, AlarmPriorityRecord.LOW, AlarmPriorityRecord.HIGH);
        assertThat(ledger).allMatch(BedsideAlarmMapper::isOfMonitor);
        assertThat(ledger.get(0).getMessageFr()).isEqualTo("Moniteur : *** VFIB");
        assertThat(ledger.get(2).getAlert()).isEqualTo(ledger.get(0).getAlert());
    }

    @Test
    void theEntriesOfABedAreOneChainThatTheCheckOfTheLedgerAccepts() {
        // given two open alarms, one that rises and eases, and one that returns
        alerts.tell(alarm("1", "ASYSTOLE", "PH", "start", 1));
        alerts.tell(alarm("2", "LEADS OFF", "PL", "start", 2));
        alerts.tell(alarm("2", "LEADS OFF", "PM", "continue", 2));
        alerts.tell(alarm("2", "LEADS OFF", "PL", "continue", 2));
        alerts.tell(alarm("1", "ASYSTOLE", "PH", "escalate", 3));
        alerts.tell(alarm("1", "ASYSTOLE", "PH", "end", 4));
        alerts.tell(alarm("1", "ASYSTOLE", "PH", "start", 5));

        // when
        var check = new LedgerCheck();
        List<Alert> ledger = alerts.ledger();

        // then
        assertThat(ledger).hasSize(7).allMatch(entry -> entry.getStay().equals("monitors:REA/03"));
        assertThat(ledger)
                .allSatisfy(entry -> assertThat(check.take("ledger", entry)).isEmpty());
        assertThat(check.walked().open()).isEqualTo(2);
    }

    @Test
    void aRiseHasAnEntryWhetherTheMonitorNamesItOrOnlySendsAnotherPriority() {
        // given
        alerts.tell(alarm("1", "SpO2 LOW", "PL", "start", 1));

        // when
        alerts.tell(alarm("1", "SpO2 LOW", "PM", "Escalate", 2));
        alerts.tell(alarm("1", "SpO2 LOW", "PH", "continue", 3));
        alerts.tell(alarm("1", "SpO2 LOW", "PH", "continue", 4));

        // then
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.UPGRADED, AlertStateRecord.UPGRADED);
    }

    @Test
    void anAlarmThatTheMonitorSwitchesOffHasAnEntryOfItsEnd() {
        // given
        alerts.tell(alarm("1", "ASYSTOLE", "PH", "start", 1));
        BedsideAlarm off = alarm("1", "ASYSTOLE", "PH", "update", 2);
        off.setState("off");

        // when
        alerts.tell(off);

        // then
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.CLEARED);
    }

    @Test
    void aWatchdogAndATestMakeNoEntry() {
        // given
        BedsideAlarm watchdog = alarm("", "", "", "start", 1);
        watchdog.setSignOfLife(true);
        BedsideAlarm test = alarm("1", "VFIB", "PH", "start", 2);
        test.setTest(true);

        // when
        alerts.tell(watchdog);
        alerts.tell(test);

        // then
        assertThat(alerts.ledger()).isEmpty();
    }

    @Test
    void aNewAlarmAfterALostEndEndsTheFirstOneAndIsRaised() {
        // given
        alerts.tell(begun("", 1, 1));

        // when
        alerts.tell(begun("", 600, 600));

        // then
        List<Alert> ledger = alerts.ledger();
        var check = new LedgerCheck();
        assertThat(ledger)
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.CLEARED, AlertStateRecord.RAISED);
        assertThat(ledger.get(1).getAlert()).isEqualTo(ledger.get(0).getAlert());
        assertThat(ledger.get(2).getAlert()).isNotEqualTo(ledger.get(0).getAlert());
        assertThat(ledger)
                .allSatisfy(entry -> assertThat(check.take("ledger", entry)).isEmpty());
        assertThat(check.walked().open()).isOne();
    }

    @Test
    void anEventWithoutDurationIsANewAlarmEachTime() {
        // when
        alerts.tell(alarm("", "PVC", "PL", "tpoint", 1));
        alerts.tell(alarm("", "PVC", "PL", "tpoint", 60));

        // then
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.CLEARED, AlertStateRecord.RAISED);
    }

    @Test
    void anAlarmWithoutAPhaseThatWasSilentForLongEndsAndIsRaisedAgain() {
        // given: reported each ten minutes, then not for half an hour
        alerts.tell(alarm("", "*** HR 142 > 120", "PH", "", 0));
        alerts.tell(alarm("", "*** HR 150 > 120", "PH", "", 600));
        alerts.tell(alarm("", "*** HR 151 > 120", "PH", "", 1200));

        // when
        alerts.tell(alarm("", "*** HR 165 > 120", "PH", "", 3000));

        // then
        List<Alert> ledger = alerts.ledger();
        var check = new LedgerCheck();
        assertThat(ledger)
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.CLEARED, AlertStateRecord.RAISED);
        assertThat(ledger)
                .allSatisfy(entry -> assertThat(check.take("ledger", entry)).isEmpty());
        assertThat(check.walked().open()).isOne();
    }

    @Test
    void twoTextsOfOneCodeAreTwoAlarms() {
        // when
        alerts.tell(alarm("", "SpO2 LOW", "PM", "", 1));
        alerts.tell(alarm("", "ASYSTOLE", "PM", "", 2));

        // then
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.RAISED);
    }

    @Test
    void aStartThatIsSentAgainMakesNoEntry() {
        // given
        alerts.tell(begun("1", 1, 1));

        // when
        alerts.tell(begun("1", 1, 5));

        // then
        assertThat(alerts.ledger()).hasSize(1);
    }

    @Test
    void aStartWithoutATimeThatIsSentAgainMakesNoEntry() {
        // given
        alerts.tell(alarm("1", "*** VFIB", "PH", "start", 1));

        // when
        alerts.tell(alarm("1", "*** VFIB", "PH", "start", 10));

        // then
        assertThat(alerts.ledger()).hasSize(1);
    }

    @Test
    void aStartThatAMonitorWhoseClockRunsAheadSendsAgainMakesNoEntryAndItsNextAlarmDoes() {
        // given
        alerts.tell(begun("1", 900, 1));

        // when
        alerts.tell(begun("1", 900, 10));
        alerts.tell(begun("1", 960, 61));

        // then
        assertThat(alerts.ledger())
                .extracting(Alert::getState)
                .containsExactly(AlertStateRecord.RAISED, AlertStateRecord.CLEARED, AlertStateRecord.RAISED);
    }

    private static BedsideAlarm begun(String number, int begun, int received) {
        BedsideAlarm start = alarm(number, "*** VFIB", "PH", "start", received);
        start.setRaisedAt(WardStory.START.plusSeconds(begun));
        return start;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theAlarmsOfThePatientWhoLeftEndWithTheNextMessageOfTheBed(boolean isOccupiedAgain) {
        // given
        alerts.tell(alarm("1", "*** VFIB", "PH", "start", 1));
        alerts.tell(alarm("2", "LEADS OFF", "PL", "start", 2));
        BedStays bed = AlertTopologyDriver.stays("first", "REA/03", WardStory.START.plusSeconds(30));
        Stay next = Stay.newBuilder(bed.getStays().get(0))
                .setStay("next")
                .setFrom(WardStory.START.plusSeconds(60))
                .setUntil(null)
                .build();
        bed.setStays(isOccupiedAgain ? List.of(bed.getStays().get(0), next) : bed.getStays());
        alerts.tell(bed);

        // when
        alerts.tell(alarm("1", "*** VFIB", "PH", "continue", 90));

        // then
        List<Alert> ledger = alerts.ledger();
        var check = new LedgerCheck();
        assertThat(ledger)
                .extracting(Alert::getState)
                .containsExactly(
                        AlertStateRecord.RAISED,
                        AlertStateRecord.RAISED,
                        AlertStateRecord.CLEARED,
                        AlertStateRecord.CLEARED,
                        AlertStateRecord.RAISED);
        assertThat(ledger)
                .allSatisfy(entry -> assertThat(check.take("ledger", entry)).isEmpty());
        assertThat(check.walked().open()).isOne();
    }

    @Test
    void aRunningAlarmGoesOnWhenItsPatientIsAdmittedLate() {
        // given
        alerts.tell(alarm("1", "*** VFIB", "PH", "start", 1));
        BedStays late = AlertTopologyDriver.stays("first", "REA/03", null);
        late.getStays().get(0).setFrom(WardStory.START.plusSeconds(30));
        alerts.tell(late);

        // when
        alerts.tell(alarm("1", "*** VFIB", "PH", "continue", 90));

        // then
        assertThat(alerts.ledger()).hasSize(1);
    }

    @Test
    void aRunningAlarmGoesOnWhileTwoPatientsAreAdmittedToItsBed() {
        // given
        alerts.tell(alarm("1", "*** VFIB", "PH", "start", 1));
        BedStays bed = AlertTopologyDriver.stays("first", "REA/03", WardStory.START.plusSeconds(30));
        Stay conflict = Stay.newBuilder(bed.getStays().get(0))
                .setStay("conflict-1")
                .setPatient("conflict-1")
                .setFrom(WardStory.START.plusSeconds(30))
                .setUntil(null)
                .build();
        bed.setStays(List.of(bed.getStays().get(0), conflict));
        alerts.tell(bed);

        // when
        alerts.tell(alarm("1", "*** VFIB", "PH", "continue", 90));

        // then
        assertThat(alerts.ledger()).hasSize(1);
    }

    @Test
    void anAlarmThatIsOpenWhileItsPatientStaysGoesOn() {
        // given
        alerts.tell(AlertTopologyDriver.stays("first", "REA/03", null));
        alerts.tell(alarm("1", "*** VFIB", "PH", "start", 1));

        // when
        alerts.tell(alarm("1", "*** VFIB", "PH", "continue", 90));

        // then
        assertThat(alerts.ledger()).hasSize(1);
    }

    @Test
    void aMonitorWhoseClockRunsAheadRaisesNoAlarmAfterItsMessage() {
        // given
        BedsideAlarm ahead = alarm("1", "VFIB", "PH", "start", 1);
        ahead.setRaisedAt(WardStory.START.plusSeconds(600));

        // when
        alerts.tell(ahead);

        // then
        assertThat(alerts.ledger())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getRaisedAt()).isEqualTo(entry.getAt()));
    }
}
