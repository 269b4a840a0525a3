package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.testing.state.ReleasedStateFiles;
import org.vigie.testing.state.ReleasedStateFiles.ReleasedStatePart;

/**
 * Tests that the app goes on from the state that release 0.1.0 stored. That release wrote the files of this test, except what comes after
 * the upgrade: since then the entries of a patient's open alarms hold an incident.
 */
class EarlierAlertStateTest {
    private static final ReleasedStateFiles FILES = new ReleasedStateFiles(EarlierAlertStateTest.class, "state/");

    private AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void afterAnUpgradeTheLedgerGoesOnWithTheAlarmsThatWereOpen() {
        // given
        alerts = alerts.restarted(stored());

        // when
        new EarlierAlertStory(alerts).playAfter(raisedBefore());

        // then
        assertThat(alerts.ledger().stream().map(EarlierAlertStateTest::line))
                .containsExactlyElementsOf(FILES.lines("ledger-after-0.1.0.tsv"));
    }

    @Test
    void theStateOfTheEarlierReleaseIsWrittenByFieldNameAndReadAgain() {
        // given
        alerts = alerts.restarted(stored());
        Map<String, byte[]> byName = alerts.stored();

        // when
        alerts = alerts.restarted(byName);
        new EarlierAlertStory(alerts).playAfter(raisedBefore());

        // then
        assertThat(byName.values()).allMatch(part -> part[0] == (byte) 0xC3);
        assertThat(alerts.ledger().stream().map(EarlierAlertStateTest::line))
                .containsExactlyElementsOf(FILES.lines("ledger-after-0.1.0.tsv"));
    }

    private static String line(Alert entry) {
        return String.join(
                "\t",
                entry.getStay(),
                Long.toString(entry.getSequence()),
                entry.getState().name(),
                entry.getRule(),
                entry.getAt().toString(),
                entry.getHash());
    }

    /** Returns the stored state. A number sign in a key stands for the separator. */
    private static Map<String, byte[]> stored() {
        return FILES.parts("state-0.1.0.tsv").stream()
                .map(part -> part.withSeparator('#', '\u0001'))
                .collect(Collectors.toMap(ReleasedStatePart::key, ReleasedStatePart::value));
    }

    private static List<Alert> raisedBefore() {
        List<Alert> raised = new ArrayList<>();
        for (String line : FILES.lines("ledger-before-0.1.0.tsv")) {
            String[] cells = line.split("\t", -1);
            var alert = new Alert();
            alert.setStay(cells[0]);
            alert.setRule(cells[1]);
            alert.setAlert(cells[3]);
            raised.add(alert);
        }
        return raised;
    }
}
