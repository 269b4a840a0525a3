package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.raised;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.testing.story.WardStory;

/**
 * Tests the accessibility of the page: labels, keyboard, magnification, screen readers, and names that contain markup.
 */
class PageAccessIT extends PageInBrowser {
    private static final String EVIL = "<img src=x onerror=window.broken=1>";

    @Test
    void theWordsAreFrenchFirstAndEnglishOnRequest() {
        contains("#open-quality", "Qualité");
        shows("[data-bed='REA/01'] [data-vital=hr] .label", "FC");
        page.click("#language");
        shows("#open-quality", "Quality");
        shows("[data-bed='REA/01'] [data-vital=hr] .label", "HR");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
        page.reload();
        shows("#open-quality", "Quality");
    }

    @Test
    void aNameThatLooksLikeMarkupIsOnlyText() {
        Instant now = wall.instant();
        ward.take(admitted(EVIL, EVIL, now.minusSeconds(60)));
        ward.take(new WardStory().bed(EVIL, EVIL).at(now).kept("hr", 82).clean());
        ward.take(raised("a1", EVIL, EVIL, AlarmPriorityRecord.HIGH, now, EVIL, EVIL));
        contains("#alarm-rows .message", EVIL);
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
    void smallTextOfTheLogInHasAContrastOfSevenToOneAndAPalerOneIsFound() {
        // given
        page.navigate(pages.address() + "login");

        // then
        contains("main", "Vigie");
        contains(".unwatched", "CET ÉCRAN NE SURVEILLE PERSONNE");
        contains(".unwatched[lang=en]", "THIS SCREEN WATCHES NOBODY");
        assertNoBarrier("the page of the log-in");
        assertThat(SmallTextContrast.pale(page, "body")).isEmpty();
        page.evaluate("document.querySelector('main').style.color = '#8593a0'");
        assertThat(SmallTextContrast.pale(page, "body")).isNotEmpty();
    }

    @Test
    void anAddressThatNamesABedOpensIt() {
        // given
        hr(82);

        // when
        page.navigate(pages.address() + "?bed=REA%2F01");

        // then
        contains("#bed-dialog[open]", "REA/01");
    }

    @Test
    void withTheKeyboardAloneAnAlarmIsAcknowledged() {
        // given
        hr(152);
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant()));
        contains("#alarm-rows .sentence", "FC 152");
        page.focus("#change-user");

        // when
        for (int tab = 0; tab < 40 && !isFocused("[data-order=ACKNOWLEDGE]"); tab++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");

        // then
        contains(".alarms .order-answer", "Fait.");
        assertThat(orders.forms())
                .singleElement()
                .satisfies(form -> assertThat(form.kind()).isEqualTo("ACKNOWLEDGE"));
        assertThat(orders.users())
                .singleElement()
                .satisfies(user -> assertThat(user.name()).isEqualTo("AB"));
    }

    @Test
    void whereReducedMotionIsPreferredNoAlarmFlashes() {
        // given
        hr(152);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

        // when
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant()));

        // then
        String bar = "[data-bed='REA/01'] .bar.alarm[data-priority=HIGH]";
        PlaywrightAssertions.assertThat(page.locator(bar)).hasCSS("animation-name", "none");
        PlaywrightAssertions.assertThat(page.locator(bar)).hasCSS("background-color", "rgb(176, 18, 30)");
    }

    private boolean isFocused(String selector) {
        return Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector));
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
    void axeFindsNoBarrierNotEvenAMinorOne() {
        hr(82);
        Instant now = wall.instant();
        ward.take(admitted("REA/02", "s2", now));
        ward.take(monitor.at(now).suspect("rr", 61).clean());
        for (AlarmPriorityRecord priority : AlarmPriorityRecord.values()) {
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
        page.keyboard().press("Escape");
        page.evaluate("document.body.classList.add('cut')");
        assertNoBarrier("a page whose stream was cut");
    }
}
