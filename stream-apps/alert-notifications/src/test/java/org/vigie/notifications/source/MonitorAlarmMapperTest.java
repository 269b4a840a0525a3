package org.vigie.notifications.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notifications.SaturationAlertSamples;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.testing.story.MonitorAlarmStory;

/** Tests that a monitor's own alarm is notified, whatever its priority, and is marked as the monitor's. */
class MonitorAlarmMapperTest {
    private final MonitorAlarmMapper mapper = new MonitorAlarmMapper(MonitorAlarmRule.standard());

    private static BedsideAlarm alarm(String text, String priority, String phase) {
        return new MonitorAlarmStory("REA/03", "17", text, priority).says(phase, SaturationAlertSamples.RAISED);
    }

    @ParameterizedTest
    @CsvSource({"PH, HIGH", "PM, MEDIUM", "PL, LOW", "PN, LOW", "'', HIGH"})
    void anAlarmOfAnyPriorityIsNotifiedAsTheMonitors(String sent, AlarmPriorityRecord priority) {
        assertThat(mapper.alert(alarm("*** VFIB", sent, "start"))).hasValueSatisfying(alert -> {
            assertThat(alert.getMessageFr()).isEqualTo("Moniteur : *** VFIB");
            assertThat(alert.getMessageEn()).isEqualTo("Monitor: *** VFIB");
            assertThat(alert.getPriority()).isEqualTo(priority);
            assertThat(alert.getBed()).isEqualTo("REA/03");
            assertThat(BedsideAlarmMapper.isOfMonitor(alert)).isTrue();
        });
    }

    @Test
    void aRepetitionIsLeftOutAndTheEndIsReported() {
        assertThat(mapper.alert(alarm("ASYSTOLE", "PH", "start"))).isPresent();
        assertThat(mapper.alert(alarm("ASYSTOLE", "PH", "continue"))).isEmpty();
        assertThat(mapper.alert(alarm("ASYSTOLE", "PH", "end")))
                .map(Alert::getState)
                .contains(AlertStateRecord.CLEARED);
        assertThat(mapper.alert(alarm("ASYSTOLE", "PH", "start"))).isPresent();
    }

    @Test
    void aNewAlarmIsNotifiedThoughTheEndOfTheOneBeforeWasLost() {
        // given
        mapper.alert(start(0, 0));

        // when
        Optional<Alert> again = mapper.alert(start(600, 600));

        // then
        assertThat(again).map(Alert::getState).contains(AlertStateRecord.RAISED);
        assertThat(mapper.alert(start(600, 605))).isEmpty();
    }

    @Test
    void aStartThatIsRepeatedByAMonitorWhoseClockRunsAheadIsNotNotifiedAgain() {
        // given
        mapper.alert(start(900, 0));

        // when, then
        assertThat(mapper.alert(start(900, 10))).isEmpty();
        assertThat(mapper.alert(start(960, 60))).map(Alert::getState).contains(AlertStateRecord.RAISED);
    }

    @Test
    void aStartWithoutATimeMayBeARepetitionAndIsNotNotifiedAgain() {
        // given
        var fibrillation = new MonitorAlarmStory("REA/03", "", "*** VFIB", "PH");
        mapper.alert(fibrillation.says("start", SaturationAlertSamples.RAISED));

        // when
        Optional<Alert> again = mapper.alert(fibrillation.says("start", SaturationAlertSamples.RAISED.plusSeconds(10)));

        // then
        assertThat(again).isEmpty();
    }

    @Test
    void anAlarmWithoutAPhaseIsNotifiedAgainAfterASilence() {
        // given
        mapper.alert(phaseless("*** HR 142 > 120", 0));
        assertThat(mapper.alert(phaseless("*** HR 143 > 120", 300))).isEmpty();
        assertThat(mapper.alert(phaseless("*** HR 144 > 120", 900))).isEmpty();

        // when
        Optional<Alert> again = mapper.alert(phaseless("*** HR 165 > 120", 13_560));

        // then
        assertThat(again).map(Alert::getState).contains(AlertStateRecord.RAISED);
        assertThat(again).map(Alert::getMessageEn).contains("Monitor: *** HR 165 > 120");
    }

    @Test
    void twoTextsOfOneCodeAreNotifiedBoth() {
        // given
        mapper.alert(phaseless("SpO2 LOW", 0));

        // when
        Optional<Alert> other = mapper.alert(phaseless("ASYSTOLE", 1));

        // then
        assertThat(other).map(Alert::getState).contains(AlertStateRecord.RAISED);
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
        mapper.alert(alarm("ASYSTOLE", "PH", "start"));
        BedsideAlarm off = alarm("ASYSTOLE", "PH", "update");

        // when
        off.setState(state);

        // then
        assertThat(mapper.alert(off)).map(Alert::getState).contains(AlertStateRecord.CLEARED);
        assertThat(mapper.alert(off)).isEmpty();
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
        mapper.alert(alarm("SpO2 LOW", "PM", "start"));

        // when
        Optional<Alert> changed = mapper.alert(alarm("SpO2 LOW", priority, phase));

        // then
        assertThat(changed).map(Alert::getState).contains(change);
    }

    @Test
    void aRepetitionWithoutAPriorityIsNoRise() {
        // given
        mapper.alert(alarm("SpO2 LOW", "PM", "start"));

        // when
        Optional<Alert> repeated = mapper.alert(alarm("SpO2 LOW", "", "continue"));

        // then
        assertThat(repeated).isEmpty();
    }

    @Test
    void anAlarmWhoseStartWasMissedIsNotifiedByItsNextMessage() {
        assertThat(mapper.alert(alarm("LEADS OFF", "PL", "continue")))
                .map(Alert::getState)
                .contains(AlertStateRecord.RAISED);
    }

    @Test
    void anOpenAlarmStaysKnownThoughTenThousandOthersComeAndGo() {
        // given: it was open once before
        mapper.alert(alarm("ASYSTOLE", "PH", "start"));
        mapper.alert(alarm("ASYSTOLE", "PH", "end"));
        mapper.alert(alarm("ASYSTOLE", "PH", "start"));

        // when
        for (int other = 0; other < 10_001; other++) {
            var lead = new MonitorAlarmStory("REA/03", "lead-" + other, "LEADS OFF", "PL");
            mapper.alert(lead.says("start", SaturationAlertSamples.RAISED));
            mapper.alert(lead.says("end", SaturationAlertSamples.RAISED));
        }

        // then
        assertThat(mapper.alert(alarm("ASYSTOLE", "PH", "continue"))).isEmpty();
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
        assertThat(mapper.alert(watchdog)).isEmpty();
        assertThat(mapper.alert(test)).isEmpty();
    }
}
