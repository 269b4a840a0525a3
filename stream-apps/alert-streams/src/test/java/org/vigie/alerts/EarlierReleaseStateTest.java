package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;

/**
 * Tests that the app goes on from the state that release 0.1.0 stored. That release wrote the files of this test, except what comes after
 * the upgrade: since then the entries of a patient's open alarms hold an incident.
 */
class EarlierReleaseStateTest {
    private AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    @Test
    void afterAnUpgradeTheLedgerGoesOnWithTheAlarmsThatWereOpen() throws IOException {
        // given
        alerts = alerts.restarted(stored());

        // when
        new EarlierReleaseStory(alerts).playAfter(raisedBefore());

        // then
        assertThat(alerts.ledger().stream().map(EarlierReleaseStateTest::line))
                .containsExactlyElementsOf(lines("ledger-after-0.1.0.tsv"));
    }

    @Test
    void theStateOfTheEarlierReleaseIsWrittenByFieldNameAndReadAgain() throws IOException {
        // given
        alerts = alerts.restarted(stored());
        Map<String, byte[]> byName = alerts.stored();

        // when
        alerts = alerts.restarted(byName);
        new EarlierReleaseStory(alerts).playAfter(raisedBefore());

        // then
        assertThat(byName.values()).allMatch(part -> part[0] == (byte) 0xC3);
        assertThat(alerts.ledger().stream().map(EarlierReleaseStateTest::line))
                .containsExactlyElementsOf(lines("ledger-after-0.1.0.tsv"));
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

    private static Map<String, byte[]> stored() throws IOException {
        Map<String, byte[]> stored = new HashMap<>();
        for (String line : lines("state-0.1.0.tsv")) {
            String[] cells = line.split("\t", -1);
            stored.put(cells[0].replace('#', '\u0001'), HexFormat.of().parseHex(cells[1]));
        }
        return stored;
    }

    private static List<Alert> raisedBefore() throws IOException {
        List<Alert> raised = new ArrayList<>();
        for (String line : lines("ledger-before-0.1.0.tsv")) {
            String[] cells = line.split("\t", -1);
            var alert = new Alert();
            alert.setStay(cells[0]);
            alert.setRule(cells[1]);
            alert.setAlert(cells[3]);
            raised.add(alert);
        }
        return raised;
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream text = EarlierReleaseStateTest.class.getResourceAsStream("state/" + file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
