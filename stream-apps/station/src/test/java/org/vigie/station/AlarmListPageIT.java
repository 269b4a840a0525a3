package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.ofIncident;
import static org.vigie.station.StationRecords.raised;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.testing.story.WardStory;

/** Tests that a nurse sees the alarms of a bad night at once, with what was done about each. */
class AlarmListPageIT extends PageInBrowser {
    /** The rows that lie wholly within the visible part of the list. */
    private static final String VISIBLE = """
            () => {
              const box = document.querySelector('.alarms .scroll').getBoundingClientRect();
              return [...document.querySelectorAll('#alarm-rows > tr')]
                  .filter((row) => row.getBoundingClientRect().bottom <= Math.min(box.bottom, innerHeight)).length;
            }""";
    /** The texts of the list that do not fit their place. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('#alarm-rows .sentence, #alarm-rows summary, #alarm-rows button')]
                .filter((node) => node.scrollWidth > node.clientWidth + 1)
                .map((node) => node.textContent)""";

    private static final String HEADER_LINES =
            "() => new Set([...document.querySelectorAll('.top > *, .tools > *')].filter((node) => node.offsetHeight)"
                    + ".map((node) => Math.round((node.getBoundingClientRect().top + node.getBoundingClientRect().bottom) / 24))).size";

    @Test
    void tenIncidentsWithCallsAreSeenAtOnceOnAWallScreenAndEightOnALaptop() {
        // given: readings stay new on a slow machine too
        movable.stop();
        for (int bed = 1; bed <= 10; bed++) {
            incident(bed);
        }
        PlaywrightAssertions.assertThat(page.locator("body:not(.unwatched) #alarm-rows > tr"))
                .hasCount(10);
        contains("#alarm-rows .sentence", "SpO₂ 84 (pire 79), FC 131 (pire 141), PAM 52 (pire 48)");

        // then
        assertThat(page.evaluate(VISIBLE)).as("1920 x 1080").isEqualTo(10);
        assertThat(page.evaluate(CUT_OFF)).isEqualTo(List.of());
        assertThat(page.evaluate(HEADER_LINES)).as("one line of tools").isEqualTo(1);
        shoot("alarms-1920");
        assertNoBarrier("ten incidents");

        // when
        page.setViewportSize(1366, 768);

        // then
        shoot("alarms-1366");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows > tr")).hasCount(10);
        assertThat((Integer) page.evaluate(VISIBLE)).as("1366 x 768").isGreaterThanOrEqualTo(8);
        assertThat(page.evaluate(CUT_OFF)).isEqualTo(List.of());
        assertThat(page.evaluate(HEADER_LINES)).as("one line of tools").isEqualTo(1);
    }

    @Test
    void theAlarmsOfAnIncidentAreFoldedAndStayUnfoldedWhileItChanges() {
        // given
        incident(1);
        String members = "#alarm-rows [data-incident] .members";
        PlaywrightAssertions.assertThat(page.locator("body:not(.unwatched) #alarm-rows .count"))
                .hasText("3 alarmes");
        PlaywrightAssertions.assertThat(page.locator(members)).isHidden();
        contains("#alarm-rows .state.urgent", "À prévenir : Médecin (aucun appel parti)");

        // when
        page.focus("#alarm-rows summary");
        page.keyboard().press("Enter");
        ward.take(alarm(1, 4, "FR 33 > 30", "rr_high rr", AlarmPriorityRecord.MEDIUM));

        // then
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .count")).hasText("4 alarmes");
        PlaywrightAssertions.assertThat(page.locator(members)).isVisible();
        PlaywrightAssertions.assertThat(page.locator(members + " .message").first())
                .isVisible();
        assertNoBarrier("an unfolded incident");
    }

    @Test
    void aRowTellsSinceWhenNobodyAnswersAndThatItsPatientHasNoBed() {
        // given
        incident(1);
        contains("#alarm-rows .waiting", "sans réponse depuis ");
        shows("#alarm-rows .waiting-for", ", 3 min");
        assertThat(roomBesideTheButtons()).as("room for one digit more").isGreaterThan(8);
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .elsewhere")).isHidden();

        // when
        ward.take(new BedStays(name(1), List.of()));

        // then
        shows("#alarm-rows .elsewhere", "patient sans lit (dernier lit : REA/01)");
        shows("[data-bed='REA/01'] .who", "Lit libre");

        // when
        ward.take(admitted(name(1), "s9", wall.instant().minusSeconds(10)));

        // then
        shows("#alarm-rows .elsewhere", "patient sans lit : un autre est au lit REA/01");
        assertNoBarrier("an alarm of a patient without a bed");
    }

    /** Pixels between the time without an answer and the buttons of its row. */
    private double roomBesideTheButtons() {
        var text = page.locator("#alarm-rows .brief").boundingBox();
        return page.locator("#alarm-rows .what > .orders").boundingBox().x - text.x - text.width;
    }

    private void incident(int bed) {
        Instant now = wall.instant();
        ward.take(admitted(name(bed), "s" + bed, now.minusSeconds(3600)));
        var story = new WardStory().bed(name(bed), "s" + bed);
        ward.take(story.at(now.minusSeconds(30))
                .kept("spo2", 79)
                .kept("hr", 141)
                .kept("abp_mean", 48)
                .clean());
        ward.take(story.at(now)
                .kept("spo2", 84)
                .kept("hr", 131)
                .kept("abp_mean", 52)
                .clean());
        ward.take(alarm(bed, 1, "SpO2 79 % < 85 %", "spo2_low spo2", AlarmPriorityRecord.HIGH));
        ward.take(alarm(bed, 2, "FC 141 > 130", "hr_high hr", AlarmPriorityRecord.MEDIUM));
        ward.take(alarm(bed, 3, "PAM 48 < 55", "map_low abp_mean", AlarmPriorityRecord.MEDIUM));
        ward.take(sent(bed, now));
    }

    private static NotificationDelivery sent(int bed, Instant at) {
        return NotificationDelivery.newBuilder()
                .setCall("c" + bed)
                .setAlert(bed + "-1")
                .setStay("s" + bed)
                .setBed(name(bed))
                .setChannel("webhook")
                .setState(DeliveryState.SENT)
                .setFromMonitor(false)
                .setRequestedAt(at)
                .setSentAt(at)
                .setAttempts(1)
                .build();
    }

    /** @param rule the rule and its variable */
    private Alert alarm(int bed, int number, String words, String rule, AlarmPriorityRecord priority) {
        Instant at = wall.instant().minusSeconds(200);
        Alert alert = raised(
                bed + "-" + number,
                name(bed),
                "s" + bed,
                priority,
                at,
                words,
                words,
                rule.substring(rule.indexOf(' ') + 1));
        alert.setRule(rule.substring(0, rule.indexOf(' ')));
        ofIncident(alert, number);
        alert.setCondition(AlertCondition.newBuilder(alert.getCondition())
                .setEscalatedTo(number == 1 ? "physician" : "")
                .build());
        return alert;
    }

    private static String name(int bed) {
        return bed < 10 ? "REA/0" + bed : "REA/" + bed;
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
