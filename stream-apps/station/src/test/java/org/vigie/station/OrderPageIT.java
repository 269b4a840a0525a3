package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.limit;
import static org.vigie.station.StationRecords.open;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.shelved;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.station.web.StationWebServer;
import org.vigie.station.web.WebAddress;

/** Tests the orders that a user can give on the page. */
class OrderPageIT extends PageInBrowser {
    @Test
    void ofTwoNursesAtOnceBothSeeOneAnswerAndItSurvivesAReload() {
        // given
        Alert alert = raised("a9", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant());
        hr(152);
        ward.take(alert);
        String acknowledge = "#alarm-rows [data-order=ACKNOWLEDGE]";
        page.waitForSelector(acknowledge);
        try (BrowserContext other = ChromiumBrowser.shared().newContext(french())) {
            Page second = other.newPage();
            second.navigate(pages.loginAddress().toString());
            second.waitForSelector(acknowledge);

            // when
            page.click(acknowledge);
            second.click(acknowledge);
            ward.take(open(
                    alert,
                    AlertCondition.newBuilder()
                            .setAcknowledgedBy("AB")
                            .setAcknowledgedAt(wall.instant())
                            .build()));

            // then
            await().atMost(Duration.ofMinutes(1)).until(() -> orders.forms().size() == 2);
            for (Page screen : List.of(page, second)) {
                assertAcknowledged(screen);
                screen.reload();
                assertAcknowledged(screen);
            }
        }
    }

    private static void assertAcknowledged(Page screen) {
        PlaywrightAssertions.assertThat(screen.locator("#alarm-rows tr >> nth=0"))
                .containsText("AB");
        PlaywrightAssertions.assertThat(screen.locator("#alarm-rows [data-order=ACKNOWLEDGE]"))
                .hasCount(0);
    }

    private static Browser.NewContextOptions french() {
        return new Browser.NewContextOptions().setLocale("fr-FR");
    }

    @Test
    void anAlarmIsAcknowledgedFromTheListAndItsUserIsShownToAll() {
        // given
        Alert alarm = raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant(), "Première alarme");
        ward.take(open(alarm, AlertCondition.newBuilder().setVersion(7).build()));

        // when
        page.click("#alarm-rows [data-order=ACKNOWLEDGE]");

        // then
        contains(".alarms .order-answer", "Fait. Acquittée");
        assertThat(orders.forms()).singleElement().satisfies(form -> {
            assertThat(form.kind()).isEqualTo("ACKNOWLEDGE");
            assertThat(form.alert()).isEqualTo("a1");
            assertThat(form.version()).isEqualTo(7);
        });
        assertThat(orders.users()).singleElement().satisfies(user -> {
            assertThat(user.name()).isEqualTo("AB");
            assertThat(user.clinicalRole()).contains(AccessRole.NURSE);
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
        contains("#alarm-rows .done", "acquittée par AB à");
        assertThat(page.locator("#alarm-rows [data-order=ACKNOWLEDGE]").count()).isZero();
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .bar.alarm"))
                .hasCSS("animation-name", "none");
        contains("[data-bed='REA/01'] .bar.alarm", "Première alarme");
    }

    @Test
    void feedbackOnAnAlarmIsOneTapOnTheBed() {
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant()));
        page.click("[data-bed='REA/01'] .bed-name");
        page.click("#bed-dialog [data-order=FEEDBACK] >> text=Artefact");
        contains("#bed-dialog .order-answer", "Fait.");
        assertThat(orders.forms().get(0).arguments()).containsEntry("verdict", "ARTEFACT");
    }

    @Test
    void aRefusalIsShownWithItsText() {
        orders.refuse("NO_RIGHT", "Mettre de côté : réservé au cadre et au médecin.");
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant()));
        page.click("[data-bed='REA/01'] .bed-name");
        page.click("#bed-dialog [data-order=SHELVE]");
        contains("#bed-dialog .order-answer.failed", "Refusé. Mettre de côté");
    }

    @Test
    void aShelfWhoseAlarmIsOverIsEndedWhereItIsListed() {
        // given
        hr(82);
        Alert alarm = raised("a1", "REA/01", "s1", AlarmPriorityRecord.MEDIUM, wall.instant());
        ward.takeEntry(shelved(alarm, wall.instant(), wall.instant().plusSeconds(1800)));
        page.click("[data-bed='REA/01'] .bed-name");
        contains("#bed-dialog .shelf", "Alarme mise de côté : FC > 130 · jusqu’à");

        // when
        page.click("#bed-dialog [data-order=UNSHELVE]");
        contains("#bed-dialog .order-answer", "Fait.");
        page.keyboard().press("Escape");
        page.click("#open-changes");
        page.click("#changes-dialog [data-order=UNSHELVE]");

        // then
        contains("#changes-dialog .order-answer", "Fait.");
        assertThat(orders.forms()).hasSize(2).allSatisfy(form -> {
            assertThat(form.kind()).isEqualTo("UNSHELVE");
            assertThat(form.alert()).isEqualTo("a1");
            assertThat(form.stay()).isEqualTo("s1");
        });

        // when
        ward.takeEntry(
                Alert.newBuilder(alarm).setState(AlertStateRecord.UNSHELVED).build());

        // then
        contains("#changes-dialog .changes-list", "Aucune");
    }

    @Test
    void aLimitIsSetForOnePatientWithWhoAndWhyAndIsListedUntilItEnds() {
        // given
        hr(82);
        takeScreen("CD");
        page.click("[data-bed='REA/01'] .bed-name");
        contains(".limits summary", "Limites de ce patient (0)");
        page.click(".limits summary");

        // when
        page.selectOption("#limit-variable", "spo2");
        page.fill("#limit-low", "86");
        page.selectOption("#limit-length", "4");
        page.fill("#limit-reason", "BPCO");
        page.click(".limit-form button");

        // then
        contains("#bed-dialog .order-answer", "Fait.");
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
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_SET, 86, wall.instant()));

        // then
        contains(".limits summary", "Limites de ce patient (1)");
        contains(".limits li", "(SpO2) < 86 % (moyenne) · par AB à");
        contains(".limits li", "BPCO");
        assertNoBarrier("the form of a limit");

        // when
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_EXPIRED, 86, wall.instant()));

        // then
        contains(".limits", "celles de l’unité s’appliquent");
    }

    @Test
    void aRefusedLimitShowsItsReason() {
        hr(82);
        orders.refuse("BAD_ARGUMENT", "Demande incomplète ou incohérente");
        page.click("[data-bed='REA/01'] .bed-name");
        page.click(".limits summary");
        page.fill("#limit-reason", "essai");
        page.click(".limit-form button");
        contains("#bed-dialog .order-answer.failed", "Indiquez une limite basse ou haute");
        assertThat(orders.forms()).isEmpty();

        page.selectOption("#limit-variable", "hr");
        page.fill("#limit-low", "30");
        page.fill("#limit-high", "20");
        page.click(".limit-form button");
        contains("#bed-dialog .order-answer.failed", "Refusé. Demande incomplète");
        contains("#bed-dialog .order-answer.failed", "limites dans le désordre");
        assertThat(orders.forms()).hasSize(2);
    }

    @Test
    void behindAProxyWithATokenThePageShowsTheUserThatTheProxyNames() {
        // given
        pages.close();
        context.close();
        var proxy = new TestLogin(wall, new UserHeadersConfig("X-User", "X-Role")).login();
        pages = StationWebServer.open(ward, orders, proxy, WebAddress.loopback(0), wall);
        Map<String, String> headers = Map.of(
                "X-User",
                "u-17",
                "X-Role",
                "physician",
                "Authorization",
                "Bearer " + proxy.token("proxy").reveal());
        context = ChromiumBrowser.shared()
                .newContext(new Browser.NewContextOptions().setLocale("fr-FR").setExtraHTTPHeaders(headers));
        page = context.newPage();
        page.navigate(pages.address().toString());

        // then
        shows("#user", "u-17 · Médecin");
        assertThat(page.locator("#change-user").count()).isZero();

        // when
        hr(82);
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant()));
        page.click("#alarm-rows [data-order=ACKNOWLEDGE]");

        // then
        contains(".alarms .order-answer", "Fait.");
        assertThat(orders.users()).containsExactly(Principal.of("u-17", AccessRole.PHYSICIAN, UnitScope.everyUnit()));
    }
}
