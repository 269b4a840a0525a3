package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.channel;
import static org.vigie.station.StationRecords.load;
import static org.vigie.station.StationRecords.open;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.triage;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.station.health.StalenessConfig;
import org.vigie.testing.story.WardStory;

/** Tests how the page shows that alarms are not computed or not sent, and the unit's alarm load. */
class AlarmServicePageIT extends PageInBrowser {
    private static final String SEEN_OF_LOAD = """
            () => {
              const box = document.querySelector('#load').getBoundingClientRect();
              const first = document.querySelector('#load .part').getBoundingClientRect();
              return first.top < box.bottom - 1 ? Math.min(box.right, first.right) - first.left : 0;
            }""";
    /** A word of three letters. */
    private static final double LEAST_SEEN_PX = 30;

    @Test
    void withoutComputedAlarmsThePageShowsABannerAndNoLevel() {
        // given
        Instant sent = wall.instant();
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_2, 5, 5, sent), sent);
        flow();
        shows("[data-bed='REA/01'] .triage", "Tri 2");
        shows("[data-bed='REA/01'] .triage-reason", "NEWS2 5 ou plus");
        shows("#no-alarm", "Aucune alarme active.");

        // when: time passes without a level, readings come
        movable.move(StalenessConfig.defaults().alarms());
        flow();

        // then
        contains("[data-bed='REA/01'] .triage[data-level=STALE]", "Tri -- ");
        shows("[data-bed='REA/01'] .triage-reason", "");
        contains("#banner", "ALARMES NON CALCULÉES");
        contains("#no-alarm", "Alarmes inconnues");
        shows("#counts [data-priority=NONE] >> nth=0", "*** --");
        page.click("#language");
        contains("#banner", "ALARMS NOT COMPUTED");
        assertNoBarrier("without alarms");

        // when
        hr(82);
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_2, 5, 5, sent), wall.instant());

        // then
        shows("#banner", "");
        shows("[data-bed='REA/01'] .triage", "Tri 2");
        shows("#no-alarm", "No active alarm.");
    }

    @Test
    void aWardWithoutComputedAlarmsShowsThatInItsBanner() {
        restart(wall.instant().minusSeconds(600));
        flow();
        contains("#banner", "ALARMES NON CALCULÉES");
        shows("[data-bed='REA/01'] .triage", "Tri --");
        Page sheet = context.newPage();
        sheet.navigate(pages.address() + "handover.html?lang=en");
        PlaywrightAssertions.assertThat(sheet.locator("#sheet thead .marked")).containsText("ALARMS NOT COMPUTED");
        PlaywrightAssertions.assertThat(sheet.locator("#sheet [data-bed='REA/01']"))
                .containsText("alarms unknown");
    }

    @Test
    void aFailedOrStaleChannelIsShownUntilItWorksAgain() {
        // given
        Instant now = wall.instant();
        ward.take(channel("alertmanager", true, now), now);
        hr(82);
        shows(HR, "82");
        shows("#channels", "");

        // when
        ward.take(channel("mail", false, now.minusSeconds(600)), now);
        ward.take(channel("webhook", true, now.minusSeconds(600)), now.minusSeconds(120));

        // then
        contains("#channels", "APPELS NON TRANSMIS — courriel en panne depuis");
        contains("#channels", "système d’appel de l’hôpital sans nouvelles depuis");
        assertNoBarrier("a failed channel");
        page.click("#open-quality");
        contains("#quality-dialog", "connection refused");
        page.keyboard().press("Escape");

        // when
        ward.take(channel("mail", true, now), now);
        ward.take(channel("webhook", true, now), now);

        // then
        shows("#channels", "");
    }

    @Test
    void theAlarmLoadOfTwoHoursStandsBesideTheUnitsBudget() {
        // given
        Instant now = wall.instant();
        for (int minute = 120; minute >= 0; minute--) {
            ward.take(monitor.at(now.minusSeconds(60L * minute)).kept("hr", 82).clean());
        }

        // when
        ward.take(load("REA", 14, 0.58, false, now), now);

        // then
        contains("#load[data-burn=within]", "14 alarmes en 2 h · 58 % du budget");

        // when
        ward.take(load("USC", 61, 2.5, true, now), now);

        // then
        shows(
                "#load[data-burn=flood]",
                "USC : AVALANCHE : 14 en 10 min · 61 alarmes en 2 h · 250 % du budget · 2,0 lit-heures surveillées sur 2");
        assertNoBarrier("a flood");

        // when: no new status arrives for long
        ward.take(load("REA", 14, 0.58, false, now), now.minusSeconds(600));
        ward.take(load("USC", 61, 2.5, true, now), now.minusSeconds(600));

        // then
        shows("#load[data-burn=unknown]", "Charge d’alarmes inconnue");
        assertLoadIsSeen();

        // when
        ward.take(load("Réanimation chirurgicale", 14, 0.58, false, now), now);

        // then
        contains("#load[data-burn=within]", "Réanimation chirurgicale : 14 alarmes en 2 h");
        assertLoadIsSeen();
    }

    /** Asserts that the load is cut with three dots where the head has no room: an empty place would say nothing. */
    private void assertLoadIsSeen() {
        for (int width : List.of(1920, 1505)) {
            page.setViewportSize(width, 1080);
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(((Number) page.evaluate(SEEN_OF_LOAD)).doubleValue())
                            .as("pixels of the load's first words that are seen at a width of %d", width)
                            .isGreaterThan(LEAST_SEEN_PX));
        }
    }

    @Test
    void overChartedHistoryTheAlarmLoadIsNotComparedWithTheBudget() {
        // given: one value an hour
        Instant now = wall.instant();
        ward.take(monitor.at(now.minusSeconds(3600)).kept("hr", 82).clean());
        hr(82);

        // when
        ward.take(load("REA", 2, 0.08, false, now), now);

        // then
        contains(
                "#load[data-burn=unknown]",
                "2 alarmes en 2 h · budget non comparé : trop peu d’heures surveillées · 0,0 lit-heures surveillées sur 2");
    }

    @Test
    void withoutAChannelThePageShowsThatNoNotificationWasSent() {
        // given
        Instant now = wall.instant();
        flow();
        Alert alarm = raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, now, "Première alarme");
        var escalated = AlertCondition.newBuilder()
                .setVersion(3)
                .setEscalatedTo("physician")
                .build();

        // when
        ward.take(open(alarm, escalated));

        // then
        contains("#channels", "PERSONNE N’EST APPELÉ hors de cette page");
        contains("#alarm-rows", "À prévenir : Médecin (aucun appel parti)");
        PlaywrightAssertions.assertThat(page.locator("body.unwatched")).hasCount(0);
        assertNoBarrier("a ward without a channel");

        // when
        ward.take(channel("mail", true, now), wall.instant());

        // then
        shows("#channels", "");
        contains("#alarm-rows", "appel demandé : Médecin");
    }

    @Test
    void aBedWhoseMonitorSendsNothingShowsNoLevel() {
        // given: a level of this moment beside readings of a quarter of an hour ago
        Instant old = wall.instant().minusSeconds(900);
        ward.take(monitor.at(old).kept("hr", 82).clean());
        ward.take(admitted("REA/02", "s2", wall.instant().minusSeconds(3600)));
        Instant now = wall.instant();
        ward.take(new WardStory().bed("REA/02", "s2").at(now).kept("hr", 82).clean());

        // when
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_5, 0, 0, now), now);
        ward.take(triage("REA/02", "s2", TriageLevelRecord.TRI_5, 0, 0, now), now);

        // then
        shows("[data-bed='REA/02'] .triage[data-level=TRI_5]", "Tri 5");
        contains("[data-bed='REA/01'] .bar.technical", "NON SURVEILLÉ");
        shows("[data-bed='REA/01'] .triage[data-level=STALE]", "Tri --");
    }
}
