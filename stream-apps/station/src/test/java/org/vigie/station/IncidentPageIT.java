package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.cleared;
import static org.vigie.station.StationRecords.ofIncident;
import static org.vigie.station.StationRecords.open;
import static org.vigie.station.StationRecords.raised;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;

/** Tests that the alarms of one deterioration are one row, with one acknowledgement. */
class IncidentPageIT extends PageInBrowser {
    @Test
    void theAlarmsOfOneIncidentAreOneRowWithTheVitalSignBeforeItsScore() {
        // given
        Instant now = wall.instant();
        ward.take(monitor.at(now.minusSeconds(20))
                .kept("spo2", 79)
                .kept("hr", 131)
                .clean());
        ward.take(monitor.at(now).kept("spo2", 85).kept("hr", 127).clean());

        // when
        ward.take(alarm("a1", AlarmPriorityRecord.HIGH, "news2", "NEWS2 10", "rr", 3));
        ward.take(alarm("a2", AlarmPriorityRecord.MEDIUM, "spo2_low", "SpO2 79 % < 90 %", "spo2", 2));
        ward.take(alarm("a3", AlarmPriorityRecord.MEDIUM, "hr_high", "FC 131 > 120", "hr", 1));

        // then
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows > tr")).hasCount(1);
        contains("#alarm-rows .sentence", "SpO₂ 85 (pire 79), FC 127 (pire 131)");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows > tr")).hasAttribute("data-priority", "HIGH");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .members .message"))
                .hasText(new String[] {"SpO2 79 % < 90 %", "FC 131 > 120", "NEWS2 10"});
        shows("#alarm-rows .count", "3 alarmes");
        contains("[data-bed='REA/01'] .bar.alarm .text", "SpO₂ 85 (pire 79)");
        shows("#show-active", "Actives (1)");
        assertNoBarrier("an incident");
    }

    @Test
    void oneTapAcknowledgesTheWholeIncidentAndEachAlarmShowsItsOwnState() {
        // given
        hr(127);
        ward.take(alarm("a1", AlarmPriorityRecord.HIGH, "hr_high", "FC 127 > 120", "hr", 1));
        Alert second = alarm("a2", AlarmPriorityRecord.MEDIUM, "spo2_low", "SpO2 85 % < 90 %", "spo2", 2);
        ward.take(second);
        shows("#alarm-rows .count", "2 alarmes");

        // when
        page.click("#alarm-rows [data-order=ACKNOWLEDGE_INCIDENT]");

        // then
        contains(".alarms .order-answer", "Fait.");
        assertThat(orders.forms()).singleElement().satisfies(form -> {
            assertThat(form.kind()).isEqualTo("ACKNOWLEDGE_INCIDENT");
            assertThat(form.stay()).isEqualTo("s1");
            assertThat(form.version()).as("of the newest change that is shown").isEqualTo(2);
        });

        // when: the ledger has acknowledged one of the two
        AlertCondition acknowledged = AlertCondition.newBuilder()
                .setAcknowledgedBy("AB")
                .setAcknowledgedAt(wall.instant())
                .build();
        ward.take(open(second, acknowledged));

        // then
        contains("#alarm-rows .members li >> nth=1", "acquittée par AB");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows [data-order=ACKNOWLEDGE_INCIDENT]"))
                .hasCount(1);
    }

    @Test
    void oneTapPausesTheSoundOfEveryAlarmOfTheIncident() {
        // given
        hr(127);
        ward.take(alarm("a1", AlarmPriorityRecord.HIGH, "hr_high", "FC 127 > 120", "hr", 1));
        ward.take(alarm("a2", AlarmPriorityRecord.MEDIUM, "spo2_low", "SpO2 85 % < 90 %", "spo2", 2));
        shows("#alarm-rows .count", "2 alarmes");

        // when
        page.click("#alarm-rows [data-order=PAUSE_AUDIO]");

        // then
        contains(".alarms .order-answer", "Fait.");
        assertThat(orders.forms())
                .extracting(form -> form.kind() + " " + form.alert())
                .containsExactlyInAnyOrder("PAUSE_AUDIO a1", "PAUSE_AUDIO a2");
    }

    @Test
    void anAlarmThatEndedNoLongerCountsForTheVersionOfTheAcknowledgement() {
        // given
        hr(127);
        Alert first = alarm("a1", AlarmPriorityRecord.HIGH, "hr_high", "FC 127 > 120", "hr", 1);
        Alert second = alarm("a2", AlarmPriorityRecord.MEDIUM, "spo2_low", "SpO2 85 % < 90 %", "spo2", 2);
        first.getIncident().setVersion(5);
        String button = "#alarm-rows [data-order=ACKNOWLEDGE_INCIDENT]";
        Locator ofBoth = page.locator(button + "[aria-label*=SpO2]");
        ward.take(first);
        ward.take(second);
        PlaywrightAssertions.assertThat(ofBoth).hasCount(1);
        ward.take(cleared(second, wall.instant()));
        PlaywrightAssertions.assertThat(ofBoth).hasCount(0);

        // when
        page.click(button);

        // then
        contains(".alarms .order-answer", "Fait.");
        assertThat(orders.forms())
                .singleElement()
                .satisfies(form -> assertThat(form.version()).isEqualTo(1));
    }

    @Test
    void aRowOfOneAlarmIsAtMostSeventyPixelsHigh() {
        hr(150);
        ward.take(alarm("a1", AlarmPriorityRecord.HIGH, "hr_high", "FC haute : 152 /min (limite 120)", "hr", 1));
        contains("#alarm-rows .sentence", "FC 150");
        double height = page.locator("#alarm-rows > tr").boundingBox().height;
        assertThat(height).isLessThanOrEqualTo(70);
    }

    @Test
    void aChartedValueStandsWithItsTimeInTheWordsOfItsAlarm() {
        // given
        ward.take(monitor.at(wall.instant().minus(Duration.ofMinutes(20)))
                .kept("nibp_mean", 52)
                .clean());
        hr(82);

        // when
        ward.take(alarm("a1", AlarmPriorityRecord.HIGH, "cuff_map_low", "PAM 52 < 55", "nibp_mean", 1));

        // then
        contains("#alarm-rows .sentence", " 52 à ");
    }

    private Alert alarm(
            String id, AlarmPriorityRecord priority, String rule, String words, String variable, long sequence) {
        Instant at = wall.instant().minusSeconds(10);
        Alert alert = raised(id, "REA/01", "s1", priority, at, words, words, variable);
        alert.setRule(rule);
        return ofIncident(alert, sequence);
    }
}
