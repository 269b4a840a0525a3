package org.vigie.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;

/** Tests which message of a monitor begins another alarm, and which messages belong to one alarm. */
class MonitorAlarmRuleTest {
    private static final Instant START = Instant.parse("2026-03-01T10:14:00Z");
    private final MonitorAlarmRule rule = new MonitorAlarmRule(Duration.ofMinutes(10));

    @Test
    void anAlarmWithoutAPhaseThatWasSilentForLongIsAnother() {
        // given
        OpenMonitorAlarm open = OpenMonitorAlarm.raised(message("", 0));

        // when
        List<AlertStateRecord> transitions = rule.transitions(message("", 601), open);

        // then
        assertThat(transitions).containsExactly(AlertStateRecord.CLEARED, AlertStateRecord.RAISED);
    }

    @Test
    void aRepetitionWithinTheIntervalOfTheSenderIsNoneHoweverLongTheAlarmGoesOn() {
        // given
        OpenMonitorAlarm open = OpenMonitorAlarm.raised(message("", 0));

        // when, then
        for (int second = 600; second <= 36_000; second += 600) {
            assertThat(rule.transitions(message("", second), open)).isEmpty();
            open = open.repeated(message("", second));
        }
    }

    @ParameterizedTest
    @CsvSource({"start, true", "continue, false", "update, false", "'', true"})
    void afterASilenceOnlyAPhaseThatSaysSoGoesOn(String phase, boolean another) {
        // given
        OpenMonitorAlarm open = OpenMonitorAlarm.raised(message("", 0));

        // when
        List<AlertStateRecord> transitions = rule.transitions(message(phase, 3600), open);

        // then
        assertThat(transitions.contains(AlertStateRecord.RAISED)).isEqualTo(another);
    }

    @Test
    void theEndAfterASilenceIsAnEnd() {
        // given
        OpenMonitorAlarm open = OpenMonitorAlarm.raised(message("", 0));
        BedsideAlarm off = message("", 3600);
        off.setState("inactive");

        // when, then
        assertThat(rule.transitions(off, open)).containsExactly(AlertStateRecord.CLEARED);
        assertThat(rule.isAnother(off, open.begunAt(), open.reportedAt())).isFalse();
    }

    @Test
    void aMessageThatIsReadAgainDoesNotMakeTheAlarmSilent() {
        // given
        OpenMonitorAlarm open = OpenMonitorAlarm.raised(message("", 0))
                .repeated(message("", 600))
                .repeated(message("", 60));

        // when, then
        assertThat(rule.transitions(message("", 1200), open)).isEmpty();
    }

    @Test
    void aSilenceOfZeroIsRefusedByItsKey() {
        assertThatThrownBy(() -> new MonitorAlarmRule(Duration.ZERO))
                .hasMessageContaining("monitorSilence: must be positive, was PT0S");
    }

    @ParameterizedTest
    @CsvSource({
        "*** HR 142 > 120, *** HR 165 > 120, true",
        "T1 38.5 > 38, T1 39 > 38, true",
        "** HR 142 > 120, *** HR 142 > 120, false",
        "P1 LOW, P2 LOW, false",
        "SpO2 LOW, ASYSTOLE, false"
    })
    void anAlarmWithoutAnIdentifierIsNamedByItsTextWithoutItsValue(String one, String other, boolean same) {
        // when
        boolean isSame = BedsideAlarmMapper.name(text(one)).equals(BedsideAlarmMapper.name(text(other)));

        // then
        assertThat(isSame).isEqualTo(same);
    }

    @Test
    void twoAlarmsOfOneMessageHaveTheirOwnKeys() {
        // when
        String one = BedsideAlarmMapper.alert(text("SpO2 LOW"), AlertStateRecord.RAISED)
                .getHash();
        String other = BedsideAlarmMapper.alert(text("ASYSTOLE"), AlertStateRecord.RAISED)
                .getHash();

        // then
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void twoAlarmsWhoseMessagesAreEqualButForTheirReceiptHaveTheirOwnKeys() {
        // given
        Alert first = BedsideAlarmMapper.alert(message("", 0), AlertStateRecord.RAISED);

        // when
        Alert later = BedsideAlarmMapper.alert(message("", 13_560), AlertStateRecord.RAISED);
        Alert end = BedsideAlarmMapper.alert(message("", 0), AlertStateRecord.CLEARED);
        Alert sentTwice = BedsideAlarmMapper.alert(message("", 0), AlertStateRecord.RAISED);

        // then
        assertThat(later.getHash()).isNotEqualTo(first.getHash());
        assertThat(end.getHash()).isNotEqualTo(first.getHash());
        assertThat(sentTwice.getHash()).isEqualTo(first.getHash());
    }

    private static BedsideAlarm text(String text) {
        BedsideAlarm alarm = message("", 0);
        alarm.setText(text);
        return alarm;
    }

    private static BedsideAlarm message(String phase, int second) {
        return BedsideAlarm.newBuilder()
                .setSource("MONITOR|ICU")
                .setDevice("BOX-1")
                .setBed("REA/03")
                .setMessageId("m")
                .setAlarm("")
                .setCode("0002-d00c^HR HIGH^MDIL-ALERT")
                .setText("*** HR 142 > 120")
                .setAbout("")
                .setValue("")
                .setPhase(phase)
                .setState("")
                .setPriority("")
                .setKind("")
                .setReceivedTime(START.plusSeconds(second))
                .build();
    }
}
