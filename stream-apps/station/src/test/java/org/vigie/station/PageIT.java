package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.vigie.station.Records.admitted;
import static org.vigie.station.Records.channel;
import static org.vigie.station.Records.clean;
import static org.vigie.station.Records.kept;
import static org.vigie.station.Records.limit;
import static org.vigie.station.Records.load;
import static org.vigie.station.Records.looked;
import static org.vigie.station.Records.open;
import static org.vigie.station.Records.raised;
import static org.vigie.station.Records.stay;
import static org.vigie.station.Records.suspect;
import static org.vigie.station.Records.triage;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertPriority;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Reason;
import org.vigie.schemas.TriageLevel;
import org.vigie.station.order.User;
import org.vigie.station.order.Users;
import org.vigie.station.ward.Limits;
import org.vigie.station.ward.WardView;
import org.vigie.station.web.Pages;

/** The page in a real browser. */
class PageIT {
    private static final String HR = "[data-bed='REA/01'] [data-vital=hr] .value";
    private static final String EVIL = "<img src=x onerror=window.broken=1>";
    private static Chromium chromium;

    private final Clock wall = Clock.systemUTC();
    private final RecordedOrders orders = new RecordedOrders();
    private final List<String> complaints = new ArrayList<>();
    private WardView ward = new WardView(Limits.defaults(), List.of(), 1, wall.instant());
    private Pages pages;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openPage() {
        ward.take(admitted("REA/01", "s1", wall.instant().minusSeconds(3600)));
        pages = Pages.open(ward, orders, Users.defaults(), "127.0.0.1", 0, wall);
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1920, 1080)
                        .setLocale("fr-FR"));
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(pages.address().toString());
        page.waitForSelector("[data-bed='REA/01']");
    }

    @AfterEach
    void close() {
        context.close();
        pages.close();
        assertThat(complaints).isEmpty();
    }

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
        System.out.println("MEASURED published to visible in the browser: " + (visible - published) + " ms");
        assertThat(visible - published).isBetween(0L, 1000L);
    }

    @Test
    void whenTheServerIsCutABannerSaysSoAndTheNumbersComeBackAfterwards() {
        // given
        hr(82);
        shows(HR, "82");
        int port = pages.address().getPort();

        // when
        pages.close();

        // then
        contains("#banner", "FLUX COUPÉ", Duration.ofSeconds(6));
        assertThat(page.evaluate("getComputedStyle(document.querySelector(\"" + HR + "\")).color"))
                .as("greyed")
                .isEqualTo("rgb(133, 147, 160)");

        // when
        pages = Pages.open(ward, orders, Users.defaults(), "127.0.0.1", port, wall);
        hr(91);

        // then
        PlaywrightAssertions.assertThat(page.locator("#banner"))
                .hasText("", new LocatorAssertions.HasTextOptions().setTimeout(15_000));
        shows(HR, "91");
    }

    @Test
    void aValueThatGrowsOldBecomesDashesWithItsReasonAndLastTime() {
        Instant nineSecondsAgo = wall.instant().minusSeconds(9);
        ward.take(clean("REA/01", "s1", nineSecondsAgo, kept("hr", 82, nineSecondsAgo)));
        shows(HR, "82");
        contains("[data-bed='REA/01'] [data-vital=hr] .note", "depuis ", Duration.ofSeconds(15));
        shows(HR, "--");
    }

    @Test
    void whenReadingsStopTheWholePageSaysThatNobodyWatches() {
        Instant longAgo = wall.instant().minusSeconds(60);
        ward.take(clean("REA/01", "s1", longAgo, kept("hr", 82, longAgo)));
        contains("#banner", "NON SURVEILLÉ", Duration.ofSeconds(5));
        contains("[data-bed='REA/01'] .technical", "NON SURVEILLÉ depuis", Duration.ofSeconds(5));
    }

    @Test
    void whenNobodyComputesAlarmsThePageShoutsAndShowsNoLevel() {
        // given
        Duration limit = Limits.defaults().alarms();
        restart(wall.instant().minus(limit).plusSeconds(5));
        Instant sent = wall.instant().minus(limit).plusSeconds(4);
        ward.take(triage("REA/01", "s1", TriageLevel.TRI_2, 5, 5, sent), sent);
        flow();
        shows("[data-bed='REA/01'] .triage", "Tri 2");
        shows("[data-bed='REA/01'] .triage-reason", "NEWS2 5 ou plus");
        shows("#no-alarm", "Aucune alarme active.");

        // when: five seconds pass, readings come
        flow();

        // then
        contains("[data-bed='REA/01'] .triage[data-level=STALE]", "Tri -- ", Duration.ofSeconds(10));
        shows("[data-bed='REA/01'] .triage-reason", "");
        contains("#banner", "ALARMES NON CALCULÉES", Duration.ofSeconds(10));
        contains("#no-alarm", "Alarmes inconnues", Duration.ofSeconds(5));
        shows("#counts [data-priority=NONE] >> nth=0", "*** --");
        page.click("#language");
        contains("#banner", "ALARMS NOT COMPUTED", Duration.ofSeconds(5));
        assertNoBarrier("without alarms");

        // when
        hr(82);
        ward.take(triage("REA/01", "s1", TriageLevel.TRI_2, 5, 5, sent), wall.instant());

        // then
        shows("#banner", "");
        shows("[data-bed='REA/01'] .triage", "Tri 2");
        shows("#no-alarm", "No active alarm.");
    }

    @Test
    void aWardInWhichAlarmsWereNeverComputedSaysSo() {
        restart(wall.instant().minusSeconds(600));
        flow();
        contains("#banner", "ALARMES NON CALCULÉES", Duration.ofSeconds(5));
        shows("[data-bed='REA/01'] .triage", "Tri --");
    }

    @Test
    void anAlarmOfAStayThatEndedIsListedAsSuch() {
        hr(82);
        ward.take(raised("a1", "REA/01", "s1", AlertPriority.HIGH, wall.instant(), "Première alarme"));
        contains("[data-bed='REA/01'] .bar.alarm", "Première alarme", Duration.ofSeconds(5));
        Instant now = wall.instant();
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", now.minusSeconds(3600), now))));
        shows("#no-alarm", "Aucune alarme active.");
        page.click("#show-cleared");
        contains("#alarm-rows .what", "séjour terminéPremière alarme", Duration.ofSeconds(5));
    }

    @Test
    void aRecordingIsLoudlyMarked() {
        Instant longAgo = wall.instant().minus(Duration.ofDays(400));
        var recorded = clean("REA/01", "s1", longAgo, kept("hr", 82, longAgo));
        recorded.setPublishedAt(wall.instant());
        ward.take(recorded);
        contains("#replay", "REJEU", Duration.ofSeconds(5));
    }

    @Test
    void aSuspectValueCarriesAMark() {
        Instant now = wall.instant();
        ward.take(clean("REA/01", "s1", now, suspect("hr", 210, now, Reason.SPIKE)));
        contains("[data-bed='REA/01'] .vital.suspect .note", "? pic", Duration.ofSeconds(5));
    }

    @Test
    void theHighestAlarmIsOnItsBedAndAllAreInTheList() {
        ward.take(raised("a1", "REA/01", "s1", AlertPriority.MEDIUM, wall.instant(), "Deuxième alarme"));
        ward.take(raised("a2", "REA/01", "s1", AlertPriority.HIGH, wall.instant(), "Première alarme"));
        contains("[data-bed='REA/01'] .bar.alarm", "Première alarme", Duration.ofSeconds(5));
        contains("[data-bed='REA/01'] .bar.alarm .detail", "×2", Duration.ofSeconds(5));
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .message"))
                .hasText(new String[] {"Première alarme", "Deuxième alarme"});
        page.click("#alarm-head [data-column=priority]");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .message"))
                .hasText(new String[] {"Deuxième alarme", "Première alarme"});
    }

    @Test
    void anAlarmIsAcknowledgedFromTheListAndEverybodySeesByWhom() {
        // given
        Alert alarm = raised("a1", "REA/01", "s1", AlertPriority.HIGH, wall.instant(), "Première alarme");
        ward.take(open(alarm, AlertCondition.newBuilder().setVersion(7).build()));
        page.click("#alarm-rows [data-order=ACKNOWLEDGE]");
        contains(".alarms .order-answer", "Indiquez d’abord vos initiales", Duration.ofSeconds(5));
        assertThat(orders.forms()).isEmpty();

        // when
        page.fill("#by", "AB");
        page.click("#alarm-rows [data-order=ACKNOWLEDGE]");

        // then
        contains(".alarms .order-answer", "Fait. Acquittée", Duration.ofSeconds(5));
        assertThat(orders.forms()).singleElement().satisfies(form -> {
            assertThat(form.kind()).isEqualTo("ACKNOWLEDGE");
            assertThat(form.alert()).isEqualTo("a1");
            assertThat(form.version()).isEqualTo(7);
            assertThat(form.by()).isEqualTo("AB");
            assertThat(form.role()).isEqualTo("nurse");
        });

        // when
        ward.take(open(
                alarm,
                AlertCondition.newBuilder()
                        .setVersion(7)
                        .setAcknowledgedBy("AB")
                        .setAcknowledgedAt(wall.instant())
                        .build()));

        // then
        contains("#alarm-rows .done", "acquittée par AB à", Duration.ofSeconds(5));
        assertThat(page.locator("#alarm-rows [data-order=ACKNOWLEDGE]").count()).isZero();
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .bar.alarm"))
                .hasCSS("animation-name", "none");
        contains("[data-bed='REA/01'] .bar.alarm", "Première alarme", Duration.ofSeconds(5));
    }

    @Test
    void whatAClinicianThinksOfAnAlarmIsOneTapOnTheBed() {
        ward.take(raised("a1", "REA/01", "s1", AlertPriority.HIGH, wall.instant()));
        page.fill("#by", "AB");
        page.click("[data-bed='REA/01'] .bed-name");
        page.click("#bed-dialog [data-order=FEEDBACK] >> text=Artefact");
        contains("#bed-dialog .order-answer", "Fait.", Duration.ofSeconds(5));
        assertThat(orders.forms().get(0).arguments()).containsEntry("verdict", "ARTEFACT");
    }

    @Test
    void aRefusalIsToldInItsWords() {
        orders.refuse("NO_RIGHT", "Mettre de côté : réservé au cadre et au médecin.");
        ward.take(raised("a1", "REA/01", "s1", AlertPriority.HIGH, wall.instant()));
        page.fill("#by", "AB");
        page.click("[data-bed='REA/01'] .bed-name");
        page.click("#bed-dialog [data-order=SHELVE]");
        contains("#bed-dialog .order-answer.failed", "Refusé. Mettre de côté", Duration.ofSeconds(5));
    }

    @Test
    void aSecondLookStandsBesideTheTriageAndNeverInsteadOfIt() {
        // given
        Instant now = wall.instant();
        var rules = triage("REA/01", "s1", TriageLevel.TRI_4, 1, 1, now);
        hr(82);

        // when
        ward.take(looked(rules, 2, false, "Sans motif de recours", "No complaint given"), now);
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        shows("#bed-dialog .triage", "Tri 4");
        contains("#bed-dialog .second-look", "Deuxième avis (modèle) : 2 sur 5", Duration.ofSeconds(5));
        contains("#bed-dialog .second-look", "urgent (1 ou 2) : 70 % · Sans motif", Duration.ofSeconds(5));
        contains("#bed-dialog .second-look", "Ne remplace pas le triage", Duration.ofSeconds(5));
        shows("[data-bed='REA/01'] .triage", "Tri 4");

        // when: too little is known
        ward.take(looked(rules, 3, true, "Manque : FC, T", "Missing: HR, BT"), now);

        // then
        contains("#bed-dialog .second-look", "Deuxième avis (modèle) : --Manque : FC, T", Duration.ofSeconds(5));
        page.evaluate("document.querySelector('#language').click()");
        contains("#bed-dialog .second-look", "Second look (model) : --Missing: HR, BT", Duration.ofSeconds(5));

        // when: the rules themselves know too little
        ward.take(triage("REA/01", "s1", TriageLevel.UNKNOWN, 0, 20, now), now);

        // then
        contains("#bed-dialog .second-look", "none as long as the triage is not known", Duration.ofSeconds(5));
    }

    @Test
    void theUnitIsSortedByTriageOnRequestAndTheAddressKeepsIt() {
        // given
        Instant now = wall.instant();
        List.of("REA/02", "REA/03", "REA/04", "REA/05")
                .forEach(bed -> ward.take(admitted(bed, "of " + bed, now.minusSeconds(60))));
        ward.take(new BedStays("REA/00", List.of()));
        ward.take(triage("REA/01", "s1", TriageLevel.TRI_5, 0, 0, now), now);
        ward.take(triage("REA/02", "of REA/02", TriageLevel.TRI_2, 5, 5, now), now);
        ward.take(triage("REA/03", "of REA/03", TriageLevel.TRI_2, 6, 6, now), now);
        ward.take(triage("REA/04", "of REA/04", TriageLevel.TRI_1, 9, 9, now), now);
        flow();
        PlaywrightAssertions.assertThat(page.locator(".bed-name"))
                .hasText(new String[] {"REA/00", "REA/01", "REA/02", "REA/03", "REA/04", "REA/05"});

        // when
        page.click("[data-sort=triage]");

        // then: nobody knows the level of the fifth, so that it is no calm one; the free bed is last
        String[] byTriage = {"REA/04", "REA/03", "REA/02", "REA/05", "REA/01", "REA/00"};
        PlaywrightAssertions.assertThat(page.locator(".bed-name")).hasText(byTriage);
        assertThat(page.url()).contains("sort=triage");
        page.reload();
        PlaywrightAssertions.assertThat(page.locator(".bed-name")).hasText(byTriage);

        // when
        ward.take(triage("REA/02", "of REA/02", TriageLevel.TRI_1, 12, 12, now), now);

        // then
        PlaywrightAssertions.assertThat(page.locator(".bed-name").first()).hasText("REA/02");
        page.focus("[data-bed='REA/02'] .bed-name");
        page.keyboard().press("ArrowRight");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("REA/04");
        page.click("[data-sort=bed]");
        PlaywrightAssertions.assertThat(page.locator(".bed-name").first()).hasText("REA/00");
    }

    @Test
    void aLimitIsSetForOnePatientWithWhoAndWhyAndIsListedUntilItEnds() {
        // given
        hr(82);
        page.fill("#by", "AB");
        page.selectOption("#role", "physician");
        page.click("[data-bed='REA/01'] .bed-name");
        contains(".limits summary", "Limites de ce patient (0)", Duration.ofSeconds(5));
        page.click(".limits summary");

        // when
        page.selectOption("#limit-variable", "spo2");
        page.fill("#limit-low", "86");
        page.selectOption("#limit-length", "4");
        page.fill("#limit-reason", "BPCO");
        page.click(".limit-form button");

        // then
        contains("#bed-dialog .order-answer", "Fait.", Duration.ofSeconds(5));
        assertThat(orders.forms()).singleElement().satisfies(form -> {
            assertThat(form.kind()).isEqualTo("SET_LIMIT");
            assertThat(form.stay()).isEqualTo("s1");
            assertThat(form.minutes()).isEqualTo(240);
            assertThat(form.reason()).isEqualTo("BPCO");
            assertThat(form.arguments())
                    .containsOnly(
                            entry("variable", "spo2"),
                            entry("side", "BELOW"),
                            entry("priority", "MEDIUM"),
                            entry("limit", "86"));
        });
        assertThat(page.isDisabled("#limit-high")).as("no alarm on a high SpO2").isTrue();

        // when
        ward.takeEntry(limit("s1", AlertState.LIMIT_SET, 86, wall.instant()));

        // then
        contains(".limits summary", "Limites de ce patient (1)", Duration.ofSeconds(5));
        contains(".limits li", "(SpO2) < 86 % (moyenne) · par AB à", Duration.ofSeconds(5));
        contains(".limits li", "BPCO", Duration.ofSeconds(5));
        assertNoBarrier("the form of a limit");

        // when
        ward.takeEntry(limit("s1", AlertState.LIMIT_EXPIRED, 86, wall.instant()));

        // then
        contains(".limits", "celles de l’unité s’appliquent", Duration.ofSeconds(5));
    }

    @Test
    void aLimitThatIsRefusedSaysWhy() {
        hr(82);
        orders.refuse("BAD_ARGUMENT", "Demande incomplète ou incohérente");
        page.fill("#by", "AB");
        page.click("[data-bed='REA/01'] .bed-name");
        page.click(".limits summary");
        page.fill("#limit-reason", "essai");
        page.click(".limit-form button");
        contains("#bed-dialog .order-answer.failed", "Indiquez une limite basse ou haute", Duration.ofSeconds(5));
        assertThat(orders.forms()).isEmpty();

        page.selectOption("#limit-variable", "hr");
        page.fill("#limit-low", "30");
        page.fill("#limit-high", "20");
        page.click(".limit-form button");
        contains("#bed-dialog .order-answer.failed", "Refusé. Demande incomplète", Duration.ofSeconds(5));
        contains("#bed-dialog .order-answer.failed", "limites dans le désordre", Duration.ofSeconds(5));
        assertThat(orders.forms()).hasSize(2);
    }

    @Test
    void aChannelThatFailsOrIsNoLongerHeardIsShownUntilItWorksAgain() {
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
        contains("#channels", "APPELS NON TRANSMIS — courriel en panne depuis", Duration.ofSeconds(5));
        contains("#channels", "webhook sans nouvelles depuis", Duration.ofSeconds(5));
        assertNoBarrier("a failed channel");
        page.click("#open-quality");
        contains("#quality-dialog", "connection refused", Duration.ofSeconds(5));
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
        hr(82);

        // when
        ward.take(load("REA", 14, 0.58, false, now), now);

        // then
        shows("#load[data-burn=within]", "14 alarmes en 2 h, 58 % du budget");

        // when
        ward.take(load("USC", 61, 2.5, true, now), now);

        // then
        shows("#load[data-burn=flood]", "USC : AVALANCHE : 14 en 10 min · 61 alarmes en 2 h, 250 % du budget");
        assertNoBarrier("a flood");

        // when: nobody has said it for long
        ward.take(load("REA", 14, 0.58, false, now), now.minusSeconds(600));
        ward.take(load("USC", 61, 2.5, true, now), now.minusSeconds(600));

        // then
        shows("#load[data-burn=unknown]", "Charge d’alarmes inconnue");
    }

    @Test
    void behindALogInThePageShowsItsUserAndAsksForNoInitials() {
        // given
        pages.close();
        context.close();
        pages = Pages.open(ward, orders, new Users("X-User", "X-Role"), "127.0.0.1", 0, wall);
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("fr-FR")
                        .setExtraHTTPHeaders(Map.of("X-User", "u-17", "X-Role", "physician")));
        page = context.newPage();
        page.navigate(pages.address().toString());

        // then
        shows("#user", "u-17 · Médecin");
        assertThat(page.locator("#by").count()).isZero();

        // when
        hr(82);
        ward.take(raised("a1", "REA/01", "s1", AlertPriority.HIGH, wall.instant()));
        page.click("#alarm-rows [data-order=ACKNOWLEDGE]");

        // then
        contains(".alarms .order-answer", "Fait.", Duration.ofSeconds(5));
        assertThat(orders.users()).containsExactly(new User("u-17", "physician"));
    }

    @Test
    void theWordsAreFrenchFirstAndEnglishOnRequest() {
        contains("#open-quality", "Qualité des données", Duration.ofSeconds(5));
        shows("[data-bed='REA/01'] [data-vital=hr] .label", "FC");
        page.click("#language");
        shows("#open-quality", "Data quality");
        shows("[data-bed='REA/01'] [data-vital=hr] .label", "HR");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
        page.reload();
        shows("#open-quality", "Data quality");
    }

    @Test
    void aNameThatLooksLikeMarkupIsOnlyText() {
        Instant now = wall.instant();
        ward.take(admitted(EVIL, EVIL, now.minusSeconds(60)));
        ward.take(clean(EVIL, EVIL, now, kept("hr", 82, now)));
        ward.take(raised("a1", EVIL, EVIL, AlertPriority.HIGH, now, EVIL, EVIL));
        contains("#alarm-rows .message", EVIL, Duration.ofSeconds(5));
        page.click("#alarm-rows .link");
        page.waitForSelector("#bed-dialog .chart canvas");
        assertThat(page.evaluate("window.broken")).isNull();
        assertThat(page.locator("img").count()).isZero();
    }

    @Test
    void theKeyboardGoesFromBedToBedAndIntoItsTrend() {
        ward.take(admitted("REA/02", "s2", wall.instant()));
        hr(82);
        page.waitForSelector("[data-bed='REA/02']");
        page.focus("[data-bed='REA/01'] .bed-name");
        page.keyboard().press("ArrowRight");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("REA/02");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        page.waitForSelector("#bed-dialog[open] .chart canvas");
        page.keyboard().press("Escape");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("REA/01");
    }

    @Test
    void atTwoHundredPercentNothingIsLostSideways() {
        hr(82);
        page.setViewportSize(960, 540);
        shows(HR, "82");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("at 320 px")
                .isEqualTo(true);
    }

    @Test
    void axeFindsNoSeriousBarrier() {
        hr(82);
        Instant now = wall.instant();
        ward.take(admitted("REA/02", "s2", now));
        ward.take(clean("REA/01", "s1", now, suspect("rr", 61, now, Reason.SPIKE)));
        for (AlertPriority priority : AlertPriority.values()) {
            ward.take(raised(priority.name(), "REA/01", "s1", priority, now));
        }
        shows(HR, "82");
        assertNoBarrier("the ward");
        page.click("[data-bed='REA/01'] .bed-name");
        page.waitForSelector("#bed-dialog .chart canvas");
        assertNoBarrier("a bed");
        page.keyboard().press("Escape");
        page.click("#open-quality");
        assertNoBarrier("data quality");
    }

    private void assertNoBarrier(String where) {
        List<String> barriers = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(PageIT::describe)
                        .toList();
        assertThat(barriers).as(where).isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** A station that listens since {@code started}. */
    private void restart(Instant started) {
        close();
        ward = new WardView(Limits.defaults(), List.of(), 1, started);
        openPage();
    }

    /** Readings of the last ten minutes, without a gap. */
    private void flow() {
        for (int second = 600; second >= 0; second -= 10) {
            Instant at = wall.instant().minusSeconds(second);
            ward.take(clean("REA/01", "s1", at, kept("hr", 82, at)));
        }
    }

    private void hr(double value) {
        Instant now = wall.instant();
        ward.take(clean("REA/01", "s1", now, kept("hr", value, now)));
    }

    private void shows(String selector, String text) {
        PlaywrightAssertions.assertThat(page.locator(selector)).hasText(text);
    }

    private void contains(String selector, String text, Duration patience) {
        PlaywrightAssertions.assertThat(page.locator(selector).first())
                .containsText(
                        text, new LocatorAssertions.ContainsTextOptions().setTimeout((double) patience.toMillis()));
    }
}
