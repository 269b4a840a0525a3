package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.raised;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.station.ward.WardView;

/** Tests that a station that has just started, and has not read the open alarms yet, looks like no ward without alarms. */
class StartingPageIT extends PageInBrowser {
    @Test
    void beforeTheOpenAlarmsAreReadTheWardIsNotWatchedAndNoSheetIsMade() throws Exception {
        // given: the station starts again, and the first readings arrive
        startAgain();
        hr(152);

        // then
        contains("#banner", "NON SURVEILLÉ — démarrage : lecture des alarmes ouvertes…");
        shows("#live", "Connexion…");
        contains("#counts", "*** --");
        shows("#show-active", "Actives (--)");
        shows("#no-alarm", "Alarmes inconnues : le poste démarre et ne les a pas encore lues.");
        PlaywrightAssertions.assertThat(page.locator("body.unwatched")).hasCount(1);
        assertThat(health()).contains("\"status\":\"STARTING\"", "\"watched\":false");
        assertNoBarrier("a station that starts");
        page.click("#open-quality");
        shows(
                ".bed-checks > :last-child",
                "NON SURVEILLÉ — démarrage : lecture des alarmes ouvertes… Surveiller au lit du patient.");
        assertNoBarrier("the beds to check of a station that starts");
        Page sheet = context.newPage();
        sheet.navigate(pages.address() + "handover.html?lang=en");
        PlaywrightAssertions.assertThat(sheet.locator("#sheet [role=alert]")).containsText("NOT WATCHED — starting");
        PlaywrightAssertions.assertThat(sheet.locator("#sheet table")).hasCount(0);

        // when
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant()));
        ward.started();

        // then
        contains(".bed-checks > :last-child", "Aucun : chaque lit occupé envoie des mesures");
        page.keyboard().press("Escape");
        shows("#banner", "");
        shows("#live", "En direct");
        contains("#counts", "*** 1");
        shows("#show-active", "Actives (1)");
        PlaywrightAssertions.assertThat(page.locator("body.unwatched")).hasCount(0);
        assertThat(health()).contains("\"status\":\"WATCHING\"");
        sheet.reload();
        PlaywrightAssertions.assertThat(sheet.locator("#sheet [data-bed='REA/01']"))
                .containsText("Heart rate high: 152 /min (limit 120)");
    }

    private void startAgain() {
        movable.stop();
        close();
        ward = new WardView(settings(), List.of(), 1, wall.instant());
        ward.starts();
        openPage();
    }

    private String health() throws IOException, InterruptedException {
        var request = TestLogin.request(pages.address().resolve("api/health"), "nurse");
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }
}
