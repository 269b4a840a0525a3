package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.looked;
import static org.vigie.station.StationRecords.risk;
import static org.vigie.station.StationRecords.triage;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.web.StationWebServer;
import org.vigie.station.web.WebAddress;
import org.vigie.testing.story.WardStory;

/** Tests the page in a real browser: its values, their age, and its warnings. */
class PageIT extends PageInBrowser {
    private static final long MOST_GROWTH = 2 << 20;
    private static final Pattern UNKNOWN_BED = Pattern.compile(".*\\bunknown-bed\\b.*");

    @Test
    void aNewValueIsVisibleWithinASecondOfItsPublication() {
        hr(82);
        shows(HR, "82");
        page.evaluate("""
                selector => { window.seen = new Promise(done => new MutationObserver((_, observer) => {
                  if (document.querySelector(selector).textContent === '97') { observer.disconnect(); done(Date.now()); }
                }).observe(document.querySelector(selector), { childList: true, characterData: true, subtree: true })) }""", HR);

        long published = wall.millis();
        hr(97);

        long visible = ((Number) page.evaluate("window.seen")).longValue();
        assertThat(visible - published).as("published to visible, ms").isBetween(0L, 1000L);
    }

    @Test
    void aDayOfReadingsDoesNotGrowThePagesHeap() {
        // given: a wall screen, whose session does not end
        takeScreen("MUR");
        CDPSession browser = context.newCDPSession(page);
        play(Duration.ofHours(4));
        long before = heap(browser);

        // when
        play(Duration.ofHours(20));

        // then
        long grown = heap(browser) - before;
        assertThat(grown).as("growth of the page's heap over 20 hours, bytes").isLessThan(MOST_GROWTH);
    }

    /** Sends a value every ten minutes of the station's clock, and waits until the page shows it. */
    private void play(Duration span) {
        for (int step = 0; step < span.toMinutes() / 10; step++) {
            movable.move(Duration.ofMinutes(10));
            hr(80 + step % 2);
            shows(HR, String.valueOf(80 + step % 2));
        }
    }

    /** Returns the used heap of the page's scripts after a collection, in bytes. */
    private static long heap(CDPSession browser) {
        browser.send("HeapProfiler.collectGarbage");
        return browser.send("Runtime.getHeapUsage").get("usedSize").getAsLong();
    }

    @Test
    void whenTheConnectionIsLostABannerShowsItUntilTheNumbersReturn() {
        // given
        hr(82);
        shows(HR, "82");
        int port = pages.address().getPort();

        // when
        pages.close();

        // then
        contains("#banner", "FLUX COUPÉ");
        assertThat(page.evaluate("getComputedStyle(document.querySelector(\"" + HR + "\")).color"))
                .as("greyed")
                .isEqualTo("rgb(155, 168, 181)");

        // when
        pages = StationWebServer.open(ward, orders, access.login(), WebAddress.loopback(port), wall);
        hr(91);

        // then
        PlaywrightAssertions.assertThat(page.locator("#banner")).hasText("");
        shows(HR, "91");
    }

    @Test
    void aValueThatGrowsOldBecomesDashesWithItsReasonAndLastTime() {
        // given
        hr(82);
        shows(HR, "82");

        // when
        movable.move(StalenessConfig.defaults().continuous());

        // then
        contains("[data-bed='REA/01'] [data-vital=hr] .note", "depuis ");
        shows(HR, "--");
    }

    @Test
    void whenReadingsStopTheWholePageShowsThatTheWardIsNotMonitored() {
        Instant longAgo = wall.instant().minusSeconds(60);
        ward.take(monitor.at(longAgo).kept("hr", 82).clean());
        contains("#banner", "NON SURVEILLÉ");
        contains("[data-bed='REA/01'] .technical .text", "NON SURVEILLÉ");
        contains("[data-bed='REA/01'] .technical .detail", "depuis");
    }

    @Test
    void aBedThatTheUnitDoesNotListIsMarkedOnItsTile() {
        // when
        ward.take(admitted("REA/99?", "s9", wall.instant().minusSeconds(60)));
        // then
        contains("[data-bed='REA/99?']", "lit inconnu");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/99?']")).hasClass(UNKNOWN_BED);
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01']"))
                .not()
                .hasClass(UNKNOWN_BED);
        assertNoBarrier("an unknown bed");
    }

    @Test
    void theBedShowsTheRowOfAnotherSourceBelowTheFollowedOne() {
        // given
        Instant now = wall.instant();
        ward.take(monitor.at(now)
                .kept("rr", 12)
                .from("CO2", true)
                .kept("rr", 31)
                .from("ECG", false)
                .clean());
        // when
        page.click("[data-bed='REA/01'] .bed-name");
        // then
        String rows = "#bed-dialog tbody tr:has-text('Fréquence respiratoire')";
        contains(rows + " >> nth=0", "12");
        contains(rows + " >> nth=0", "CO2");
        contains("#bed-dialog tr.other", "autre source, non suivie");
        contains("#bed-dialog tr.other", "31");
        contains("#bed-dialog tr.other", "ECG");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog tr.other")).hasCount(1);
    }

    @Test
    void theQualityPageNamesBedsWithSuspectReadingsAndCountsUnmappedCodesOfAllSenders() {
        // given
        Instant now = wall.instant();
        for (String bed : List.of("REA/02", "REA/03")) {
            ward.take(admitted(bed, "s-" + bed, now.minusSeconds(3600)));
        }
        ward.take(new WardStory()
                .bed("REA/02", "s-REA/02")
                .at(now)
                .suspect("hr", 41)
                .clean());
        ward.take(new CountedReadings("pump", "HL7", 1L, 0L, 30L, 6L, Map.of("UNMAPPED_CODE", 24L), 0L, now, now));
        ward.take(new CountedReadings("scale", "FHIR", 1L, 0L, 6L, 0L, Map.of("UNMAPPED_CODE", 6L), 0L, now, now));
        hr(82);
        shows(HR, "82");
        // when
        page.click("#open-quality");
        // then
        String all =
                "#quality-dialog table:has(caption:text-is('Tous émetteurs')) tr:has-text('code de l’appareil non associé')";
        shows(all + " td", "30");
        String perBed = "#quality-dialog table:has(caption:text-is('Par lit'))";
        contains(perBed, "REA/02");
        contains(perBed, "autres lits (2)");
        PlaywrightAssertions.assertThat(page.locator(perBed + " tbody tr")).hasCount(2);
    }

    @Test
    void aListOfReasonsThatIsEmptySaysSo() {
        // given
        hr(82);
        shows(HR, "82");
        // when
        page.click("#open-quality");
        // then
        contains("#quality-dialog section:has(h3:text-is('Par motif'))", "Aucune mesure suspecte ou rejetée");
    }

    @Test
    void aRecordingIsLoudlyMarked() {
        Instant longAgo = wall.instant().minus(Duration.ofDays(400));
        var recorded = monitor.at(longAgo).kept("hr", 82).clean();
        recorded.setPublishedAt(wall.instant());
        ward.take(recorded);
        contains("#replay", "REJEU");
    }

    @Test
    void aRiskIsNeverCalledNothing() {
        Instant now = wall.instant();
        hr(82);
        ward.take(risk("REA/01", "s1", 0.002, 0.3, now));
        page.click("[data-bed='REA/01'] .bed-name");

        contains("#bed-dialog", "Risque de décès à l’hôpital : < 1 %");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .risk"))
                .isHidden();
    }

    @Test
    void aModelThatAbstainsNamesTheMeasurementInThePagesLanguage() {
        // given
        Instant now = wall.instant();
        RiskScore abstained = risk("REA/01", "s1", 0.3, 0.95, now);
        abstained.setStatus(ScoreStatus.ABSTAINED);
        abstained.setProbability(null);
        abstained.setMostHelpful("creatinine");
        abstained.setReason("ABSTAINED: too little was measured; creatinine would help most");
        hr(82);

        // when
        ward.take(abstained);
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        contains("#bed-dialog", "le plus utile à mesurer : Créatinine");
        page.evaluate("document.querySelector('#language').click()");
        contains("#bed-dialog", "most helpful to measure: Creatinine");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog"))
                .not()
                .containsText("creatinine", new LocatorAssertions.ContainsTextOptions().setIgnoreCase(false));
    }

    @Test
    void aRetractedValueIsShownAsRetractedWithoutANumber() {
        Instant now = wall.instant();
        ward.take(monitor.at(now).kept("hr", 182).clean());
        shows(HR, "182");

        ward.take(monitor.at(now.plusSeconds(1)).withdrawn("hr", 182, now).clean());

        shows(HR, "--");
        contains("[data-bed='REA/01'] [data-vital=hr] .note", "retirée par l’émetteur");
    }

    @Test
    void aPatientWhoIsIdentifiedLateShowsTheStartOfHisReadings() {
        Instant now = wall.instant();
        CleanObservation attributed = monitor.at(now).kept("hr", 82).clean();
        attributed.setAttributedFrom("provisional-1");

        ward.take(attributed);

        contains("[data-bed='REA/01'] .tile-head", "rattaché depuis ");
    }

    @Test
    void aSuspectValueCarriesAMark() {
        Instant now = wall.instant();
        ward.take(monitor.at(now).suspect("hr", 210).clean());
        contains("[data-bed='REA/01'] .vital.suspect .note", "? pic");
    }

    @Test
    void aRhythmThatIsSuspectForLongAsksToLookAtTheBedside() {
        // given: readings stay new on a slow machine too
        movable.stop();
        Instant now = wall.instant();
        ward.take(monitor.at(now.minusSeconds(180)).kept("hr", 82).clean());
        for (int second = 170; second >= 0; second -= 10) {
            ward.take(monitor.at(now.minusSeconds(second)).suspect("hr", 41).clean());
        }

        // then
        contains("[data-bed='REA/01'] .bar.technical", "Vérifier au lit, valeur suspecte : FC");
        page.click("[data-bed='REA/01'] .bed-name");
        contains("#bed-dialog tr.suspect", "à vérifier au lit : rien que des valeurs suspectes depuis");
        assertNoBarrier("a suspect rhythm");
        page.keyboard().press("Escape");
        page.click("#language");
        contains("[data-bed='REA/01'] .bar.technical", "Check at the bedside, suspect value: HR");
        page.click("#language");

        // when
        ward.take(monitor.at(now.plusSeconds(1)).kept("hr", 84).clean());

        // then
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .bar.technical"))
                .isHidden();
    }

    @Test
    void aSecondOpinionIsShownBesideTheTriageAndNeverReplacesIt() {
        // given
        Instant now = wall.instant();
        var rules = triage("REA/01", "s1", TriageLevelRecord.TRI_4, 1, 1, now);
        hr(82);

        // when
        ward.take(looked(rules, 2, false, "Sans motif de recours", "No complaint given"), now);
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        shows("#bed-dialog .triage", "Tri 4");
        contains("#bed-dialog .second-look", "Deuxième avis (modèle) : 2 sur 5");
        contains("#bed-dialog .second-look", "urgent (1 ou 2) : 70 % · Sans motif");
        contains("#bed-dialog .second-look", "Ne remplace pas le triage");
        shows("[data-bed='REA/01'] .triage", "Tri 4");

        // when: too little is known
        ward.take(looked(rules, 3, true, "Manque : FC, T", "Missing: HR, BT"), now);

        // then
        contains("#bed-dialog .second-look", "Deuxième avis (modèle) : --Manque : FC, T");
        page.evaluate("document.querySelector('#language').click()");
        contains("#bed-dialog .second-look", "Second opinion (model): --Missing: HR, BT");

        // when: the rules themselves know too little
        ward.take(triage("REA/01", "s1", TriageLevelRecord.UNKNOWN, 0, 20, now), now);

        // then
        contains("#bed-dialog .second-look", "none as long as the triage is not known");
    }

    @Test
    void theUnitIsSortedByTriageOnRequestAndTheAddressKeepsIt() {
        // given
        Instant now = wall.instant();
        List.of("REA/02", "REA/03", "REA/04", "REA/05")
                .forEach(bed -> ward.take(admitted(bed, "of " + bed, now.minusSeconds(60))));
        ward.take(new BedStays("REA/00", List.of()));
        ward.take(triage("REA/01", "s1", TriageLevelRecord.TRI_5, 0, 0, now), now);
        ward.take(triage("REA/02", "of REA/02", TriageLevelRecord.TRI_2, 5, 5, now), now);
        ward.take(triage("REA/03", "of REA/03", TriageLevelRecord.TRI_2, 6, 6, now), now);
        ward.take(triage("REA/04", "of REA/04", TriageLevelRecord.TRI_1, 9, 9, now), now);
        flow();
        PlaywrightAssertions.assertThat(page.locator(".bed-name"))
                .hasText(new String[] {"REA/00", "REA/01", "REA/02", "REA/03", "REA/04", "REA/05"});

        // when
        page.click("[data-sort=triage]");

        // then: the level of the fifth is unknown, so that it does not count as calm; the free bed is last
        String[] byTriage = {"REA/04", "REA/03", "REA/02", "REA/05", "REA/01", "REA/00"};
        PlaywrightAssertions.assertThat(page.locator(".bed-name")).hasText(byTriage);
        assertThat(page.url()).contains("sort=triage");
        page.reload();
        PlaywrightAssertions.assertThat(page.locator(".bed-name")).hasText(byTriage);

        // when
        ward.take(triage("REA/02", "of REA/02", TriageLevelRecord.TRI_1, 12, 12, now), now);

        // then
        PlaywrightAssertions.assertThat(page.locator(".bed-name").first()).hasText("REA/02");
        page.focus("[data-bed='REA/02'] .bed-name");
        page.keyboard().press("ArrowRight");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("REA/04");
        page.click("[data-sort=bed]");
        PlaywrightAssertions.assertThat(page.locator(".bed-name").first()).hasText("REA/00");
    }
}
