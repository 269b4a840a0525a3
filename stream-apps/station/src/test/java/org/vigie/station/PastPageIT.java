package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.web.ServedWard;
import org.vigie.station.web.StationWebServer;
import org.vigie.station.web.WebAddress;

/** Tests the page at an earlier time: nobody can take it for the present, it sounds and commands nothing, and it ends by itself. */
class PastPageIT extends PageInBrowser {
    private static final String HEAR = """
            const start = OscillatorNode.prototype.start;
            window.started = 0;
            OscillatorNode.prototype.start = function (...when) { window.started += 1; return start.apply(this, when); };""";

    private final PastWardStory story = new PastWardStory(settings());
    private final Instant kept = movable.instant().minus(Duration.ofDays(1));

    @Override
    StationWebServer serve() {
        var served = new ServedWard(ward, watchdog(), Optional.of(this::past), verifier());
        return StationWebServer.open(served, orders, access.login(), WebAddress.loopback(0), wall);
    }

    private PastWardSnapshot past(Instant asked, Instant now) {
        if (asked.isBefore(kept)) {
            throw new IllegalArgumentException("at: the topics hold no observation");
        }
        return story.at(asked, now);
    }

    @Test
    void everyViewOfAnEarlierTimeSaysThatItIsThePastAndAsksNothingOfThePresent() {
        // given
        hr(140);
        shows(HR, "140");
        List<String> paths = new CopyOnWriteArrayList<>();
        page.onRequest((Request request) -> paths.add(request.url()));
        page.addInitScript(HEAR);
        // when
        open("PT5M");
        // then
        contains(".study-mark", "PASSÉ");
        contains(".study-mark", "ce n’est pas le présent");
        assertThat(page.title()).startsWith("PASSÉ ");
        shows(HR, "82");
        shows("#live", "PASSÉ");
        contains("#clock", "PASSÉ ");
        assertThat(watermark(".tile")).contains("PASSÉ");
        assertThat(page.url())
                .as("the address names the time itself")
                .contains("at=20")
                .doesNotContain("PT5M");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] [data-vital=hr]"))
                .hasAttribute("data-changed", "≠");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] [data-vital=spo2][data-changed]"))
                .hasCount(0);
        contains("[data-bed='CARDIO/01'] .technical", "NON SURVEILLÉ");
        contains("#banner", "À ce moment : NON SURVEILLÉ — 1 lit(s) : CARDIO/01.");
        PlaywrightAssertions.assertThat(page.locator("#banner")).not().containsText("Surveiller au lit");
        contains("#past-held", "ne sont plus gardés : ce qui n’a pas été mesuré depuis manque ici");
        contains("#past-unread", "que si ses messages de contrôle manquaient");
        assertNoBarrier("the page at an earlier time");
        assertThat(SmallTextContrast.pale(page, "body")).isEmpty();
        // when
        page.click("#past-state summary");
        page.click("[data-bed='REA/01'] .bed-name");
        // then
        contains("#past-state li", "corrigé depuis");
        contains("#bed-dialog [data-changed]", "affiché 82 /min, ensuite 128 /min");
        contains(".past-limits", "> 130");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog"))
                .hasAttribute("data-study", page.locator("#study").getAttribute("aria-label"));
        assertThat(watermark("#bed-dialog")).contains("PASSÉ");
        assertNoBarrier("a bed at an earlier time");
        assertThat(SmallTextContrast.pale(page, "#bed-dialog")).isEmpty();
        // when
        page.keyboard().press("Escape");
        page.click("#open-quality");
        // then
        contains("#quality-dialog", "3 mesures");
        PlaywrightAssertions.assertThat(page.locator("#quality-dialog"))
                .hasAttribute("data-study", page.locator("#study").getAttribute("aria-label"));
        // when
        page.keyboard().press("Escape");
        page.click("#language");
        // then
        contains(".study-mark", "PAST");
        shows("#live", "PAST");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows")).containsText("REA/01");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .orders").first())
                .isHidden();
        assertThat(order()).contains("nothing can be acknowledged");
        assertThat(orders.forms()).isEmpty();
        assertThat(page.evaluate("window.started")).isEqualTo(0);
        assertThat(paths)
                .as("neither stream nor course nor ward: they are of the present")
                .noneMatch(path -> path.contains("api/stream") || path.contains("api/beds"))
                .noneMatch(path -> path.contains("api/ward") && !path.contains("?at="));
    }

    @Test
    void aControlOfTheLivePageLeadsToAnEarlierTimeAndStepsFromItLeadOn() {
        // given
        movable.stop();
        hr(140);
        shows(HR, "140");
        // when
        PlaywrightAssertions.assertThat(page.locator("#open-past")).isVisible();
        page.focus("#open-past");
        page.keyboard().press("Enter");
        // then
        contains("#past-dialog[open]", "Voir un moment passé");
        contains("#past-dialog", "Ce poste ne montre et ne sonne pendant ce temps aucune alarme de maintenant");
        contains("#past-dialog label", "Date et heure (");
        contains("#past-dialog .past-quick", "Début du poste");
        assertNoBarrier("the choice of an earlier time");
        assertThat(SmallTextContrast.pale(page, "#past-dialog")).isEmpty();
        // when
        page.click("#past-dialog .past-quick button:has-text('15 min')");
        // then
        contains(".study-mark", "PASSÉ");
        shows(HR, "82");
        PlaywrightAssertions.assertThat(page.locator("#open-past")).isHidden();
        assertThat(shown())
                .isBetween(
                        movable.instant().minusSeconds(1_200), movable.instant().minusSeconds(840));
        // when
        Instant before = shown();
        page.click("[data-step='-10']");
        page.waitForURL(address -> shownBy(address).isBefore(before));
        // then
        assertThat(shown()).isEqualTo(before.minusSeconds(600));
        PlaywrightAssertions.assertThat(page.locator("[data-step='-10']")).isFocused();
        PlaywrightAssertions.assertThat(page.locator("[data-step='60']")).isDisabled();
        // when
        page.click("#language");
        page.click("text='Back to the present'");
        // then
        shows(HR, "140");
        PlaywrightAssertions.assertThat(page.locator("#study")).isHidden();
        contains("#open-past", "See the past…");
    }

    @Test
    void aScreenThatEverybodyReadsOffersNoEarlierTime() {
        // given
        movable.stop();
        hr(140);
        shows(HR, "140");
        PlaywrightAssertions.assertThat(page.locator("#open-past")).isVisible();
        // when
        takeScreen("MUR");
        // then
        shows(HR, "140");
        PlaywrightAssertions.assertThat(page.locator("#open-past")).isHidden();
    }

    @Test
    void anAnalystSeesAnEarlierTimeWithoutPatientsAndIsToldWhyNoPresent() {
        // given
        hr(140);
        // when
        takeScreen("IJ");
        // then
        contains("#user", "Analyste");
        contains("#banner", "Ce rôle ne voit pas le présent du service");
        PlaywrightAssertions.assertThat(page.locator(".tile")).hasCount(0);
        assertNoBarrier("a page without the present");
        // when
        page.click("#open-past");
        page.click("#past-dialog .past-quick button:has-text('15 min')");
        // then
        shows(HR, "82");
        page.click("[data-bed='REA/01'] .bed-name");
        contains("#bed-dialog", "identité masquée sur cet écran");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='CARDIO/01']")).hasCount(0);
    }

    @Test
    void aTimeThatIsNotKeptShowsNoBedAndGoesBackToThePresent() {
        // given
        hr(140);
        page.clock().install();
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        // when
        open("P2D");
        // then
        contains("#past-state", "Ce moment ne peut pas être montré : les enregistrements de ce moment n’existent pas");
        contains(".study-mark", "PASSÉ");
        PlaywrightAssertions.assertThat(page.locator(".tile")).hasCount(0);
        shows("#no-alarm", "Les alarmes de ce moment ne sont pas montrées.");
        // when
        page.click("#language");
        // then
        contains("#past-state", "That time cannot be shown: the records of that time do not exist");
        shows("#no-alarm", "The alarms of that time are not shown.");
        // when
        page.clock().fastForward(Duration.ofSeconds(22).toMillis());
        page.clock().resume();
        // then
        shows(HR, "140");
        PlaywrightAssertions.assertThat(page.locator("#study")).isHidden();
        assertThat(page.url()).doesNotContain("at=");
    }

    @Test
    void aPageWhoseUserLosesRightsGoesBackToThePresent() {
        // given
        page.clock().install();
        open("PT5M");
        contains(".study-mark", "PASSÉ");
        shows(HR, "82");
        // when
        page.route("**/api/user", route -> {
            var answer = route.fetch();
            String other = answer.text().replaceFirst("\"role\":\"[^\"]+\"", "\"role\":\"another\"");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(other));
        });
        page.clock().fastForward(Duration.ofSeconds(6).toMillis());
        // then
        page.waitForURL(address -> !address.contains("at="));
        PlaywrightAssertions.assertThat(page.locator("#study")).isHidden();
    }

    @Test
    void aScreenThatNobodyTouchesGoesBackToThePresent() {
        // given
        page.clock().install();
        open("PT5M");
        contains(".study-mark", "PASSÉ");
        // when
        page.clock().fastForward(Duration.ofMinutes(5).toMillis() + 2_000);
        // then
        page.waitForURL(address -> !address.contains("at="));
        PlaywrightAssertions.assertThat(page.locator("#study")).isHidden();
    }

    private void open(String time) {
        page.navigate(pages.address().resolve("?at=" + time).toString());
    }

    private Instant shown() {
        return shownBy(page.url());
    }

    /** Returns the time that an address of the page names. */
    private static Instant shownBy(String address) {
        return Instant.parse(address.replaceFirst(".*[?&]at=([^&]+).*", "$1").replace("%3A", ":"));
    }

    private String watermark(String selector) {
        String before = selector.equals(".tile") ? "::after" : "::before";
        return page.evaluate(
                        "([selector, part]) => getComputedStyle(document.querySelector(selector), part).content",
                        List.of(selector, before))
                .toString();
    }

    /** Asks for an acknowledgement as a button of the page does. */
    private String order() {
        return page.evaluate("""
                async () => {
                  const { place } = await import('/js/orders.js');
                  return (await place({ stay: 's1', alert: 'a1', kind: 'ACKNOWLEDGE' })).text;
                }""").toString();
    }
}
