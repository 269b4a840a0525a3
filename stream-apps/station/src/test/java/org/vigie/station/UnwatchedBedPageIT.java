package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.technical;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.station.health.BedWatchConfig;
import org.vigie.station.health.BedWatchdog;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests that the page and the API show exactly the beds whose readings are not processed. */
class UnwatchedBedPageIT extends PageInBrowser {
    private static final int READ = 0;
    private static final int UNREAD = 1;

    private final Map<Integer, Long> readUpTo = new HashMap<>();
    private final BedWatchdog watchdog = new BedWatchdog(
            (clean, raw, now) -> readUpTo.getOrDefault(clean, now),
            BedWatchConfig.defaults(),
            wall.instant().minusSeconds(600));

    @Override
    BedWatchdog watchdog() {
        return watchdog;
    }

    @Test
    void aBedWhosePartitionIsNotReadIsNotWatchedAndTheOtherBedIs() throws Exception {
        // given: values stay new on a slow machine too
        movable.stop();
        BedStory other = new WardStory().bed("REA/02", "s2");
        ward.take(admitted("REA/02", "s2", wall.instant().minusSeconds(3600)));
        ward.take(monitor.at(wall.instant().minusSeconds(540))
                .kept("nibp_sys", 118)
                .clean());
        take(monitor, READ);
        take(other, UNREAD);
        contains("[data-bed='REA/02'] .vitals", "82");
        ward.take(technical(raised("t2", "REA/02", "s2", AlarmPriorityRecord.LOW, wall.instant())));
        String bar = "[data-bed='REA/02'] .technical";
        PlaywrightAssertions.assertThat(page.locator(bar)).hasAttribute("data-priority", "LOW");

        page.click("#open-quality");
        contains(".bed-checks", "Aucun : chaque lit occupé envoie des mesures");

        // when
        readUpTo.put(UNREAD, wall.instant().minusSeconds(60).toEpochMilli());

        // then: also in the list that has been open since before
        contains(".bed-checks [role=alert]", "NON SURVEILLÉ — 1 lit(s) : REA/02.");
        contains(".bed-checks tbody tr", "REA/02NON SURVEILLÉ : ses mesures ne sont plus traitées");
        page.keyboard().press("Escape");
        contains(bar, "NON SURVEILLÉ");
        PlaywrightAssertions.assertThat(page.locator(bar))
                .hasAttribute(
                        "title",
                        Pattern.compile("^NON SURVEILLÉ · depuis .* · Aucune alarme n’est calculée pour ce lit\\..*"));
        contains("#banner", "NON SURVEILLÉ — 1 lit(s) : REA/02.");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'].unwatched"))
                .hasCount(0);
        assertThat(health()).contains("\"status\":\"PARTLY_WATCHED\"", "\"reason\":\"UNREAD\"");
        assertNoBarrier("an unwatched bed");
        Page sheet = sheetOfAWardThatSends("NON SURVEILLÉ — 1 lit(s) : REA/02.");
        PlaywrightAssertions.assertThat(sheet.locator("#sheet [data-bed='REA/02']"))
                .containsText("alarmes inconnues");
        PlaywrightAssertions.assertThat(sheet.locator("#sheet [data-bed='REA/01']"))
                .not()
                .containsText("alarmes inconnues");
        PlaywrightAssertions.assertThat(sheet.locator("#sheet [data-bed='REA/01'] td >> nth=1"))
                .containsText("PNI 118/-- (--) 9′");

        // when
        readUpTo.clear();

        // then
        PlaywrightAssertions.assertThat(page.locator(".unwatched")).hasCount(0);
        shows("#banner", "");
    }

    /** On a busy machine the sheet is drawn so late that the whole ward would count as silent: its bed sends once more then. */
    private Page sheetOfAWardThatSends(String words) {
        Page sheet = context.newPage();
        await().pollInSameThread().atMost(Duration.ofMinutes(3)).until(() -> {
            take(monitor, READ);
            sheet.navigate(pages.address() + "handover.html?lang=fr");
            return sheet.locator("#sheet thead .marked").textContent().contains(words);
        });
        return sheet;
    }

    private void take(BedStory bed, int partition) {
        var observation = bed.at(wall.instant()).kept("hr", 82).clean();
        ward.take(observation);
        watchdog.take(observation, partition);
    }

    private String health() throws IOException, InterruptedException {
        var request = TestLogin.request(pages.address().resolve("api/health"), "nurse");
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }
}
