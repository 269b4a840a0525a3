package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.triage;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.AttentionLevelRecord;
import org.vigie.schemas.AttentionRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.WardStory;

/** Tests that the page shows no calm level beside a value that violates a limit, and how often values come. */
class AttentionPageIT extends PageInBrowser {
    private static final String TILE = "[data-bed='REA/01'] ";
    private static final String ORANGE = "rgb(255, 184, 119)";
    private static final String RED = "rgb(255, 130, 135)";

    @Test
    void besideAValueBeyondALimitTheAttentionLevelIsToBeConfirmedAndNeverNormal() {
        // given
        values(97);
        level(AttentionLevelRecord.NORMAL);
        shows(TILE + ".triage", "Att. norm.");

        // when: the first sample beyond the limit; its alarm is not raised yet, and it stays new on a slow machine too
        values(84);
        movable.stop();

        // then
        shows(TILE + ".triage[data-level=ATTENTION_PENDING]", "À confirmer");
        contains(TILE + ".triage-reason", "SpO₂ 84 (< ");
        page.click(TILE + ".bed-name");
        shows("#bed-dialog .triage", "À confirmer");
        contains("#bed-dialog .bed-facts li", "SpO₂ 84 (< ");
        contains("#bed-dialog .bed-facts li", "alarme pas encore levée");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog")).not().containsText("norm.");
        assertNoBarrier("a level to be confirmed");
        page.evaluate("document.querySelector('#language').click()");
        shows("#bed-dialog .triage", "To confirm");
        page.keyboard().press("Escape");
        shows(TILE + ".triage", "To confirm");

        // when
        page.navigate(pages.address() + "handover.html?lang=fr");

        // then
        contains("#sheet [data-bed='REA/01']", "À confirmer · SpO₂ 84 (< ");
    }

    @Test
    void aRaisedAlarmOfTheValueLeavesTheLevelThatCountsIt() {
        // given
        values(84);
        level(AttentionLevelRecord.HIGH);

        // when
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant(), "SpO2", "SpO2", "spo2"));

        // then
        shows(TILE + ".triage[data-level=ATTENTION_HIGH]", "Att. haute");
    }

    @Test
    void aValueBeyondItsUrgentLimitIsRedFromTheFirstSampleAndBesideAMilderAlarm() {
        // given
        String spo2 = TILE + "[data-vital=spo2]";

        // when: beyond the limit of the medium alarm
        values(87);
        // then
        PlaywrightAssertions.assertThat(page.locator(spo2)).hasAttribute("data-pending", "MEDIUM");
        PlaywrightAssertions.assertThat(page.locator(spo2 + " .value")).hasCSS("color", ORANGE);

        // when: beyond that of the high one, while no alarm or a medium one is raised
        values(84);
        // then
        PlaywrightAssertions.assertThat(page.locator(spo2)).hasAttribute("data-pending", "HIGH");
        PlaywrightAssertions.assertThat(page.locator(spo2 + " .value")).hasCSS("color", RED);

        // when
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.MEDIUM, wall.instant(), "SpO2", "SpO2", "spo2"));
        // then
        PlaywrightAssertions.assertThat(page.locator(spo2)).hasAttribute("data-alarm", "MEDIUM");
        PlaywrightAssertions.assertThat(page.locator(spo2)).hasAttribute("data-pending", "HIGH");
        PlaywrightAssertions.assertThat(page.locator(spo2 + " .value")).hasCSS("color", RED);
        contains(spo2 + " .note", "< 85");

        // when: the high alarm is raised
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant(), "SpO2", "SpO2", "spo2"));
        // then
        PlaywrightAssertions.assertThat(page.locator(spo2 + "[data-pending]")).hasCount(0);
        PlaywrightAssertions.assertThat(page.locator(spo2 + " .value")).hasCSS("color", RED);
    }

    @Test
    void eachVitalSignBeyondALimitNamesTheLimit() {
        // when
        ward.take(monitor.at(wall.instant())
                .kept("hr", 155)
                .kept("spo2", 84)
                .kept("rr", 46)
                .kept("abp_sys", 118)
                .kept("abp_dia", 30)
                .kept("abp_mean", 52)
                .kept("temp", 41.2)
                .clean());

        // then
        contains(TILE + "[data-vital=hr] .note", "> 150");
        contains(TILE + "[data-vital=spo2] .note", "< 85");
        shows(TILE + "[data-vital=rr] .note", "> 45");
        contains(TILE + "[data-vital=bp] .note", "PAM < 55");
        assertThat(page.textContent(TILE + "[data-vital=temp] .note")).startsWith("> ");
        PlaywrightAssertions.assertThat(page.locator(TILE + "[data-vital=bp] .mean"))
                .hasCSS("color", RED);
    }

    @Test
    void aMeanPressureAloneHasTheColourOfItsLimit() {
        // when
        ward.take(monitor.at(wall.instant()).kept("abp_mean", 52).clean());

        // then
        shows(TILE + "[data-vital=bp] .value", "(52)");
        PlaywrightAssertions.assertThat(page.locator(TILE + "[data-vital=bp] .value"))
                .hasCSS("color", RED);
    }

    @Test
    void aBedWithAValueThatContradictsItsLevelIsSortedByThatValue() {
        // given
        Instant now = wall.instant();
        ward.take(StationRecords.admitted("REA/00", "s0", now.minusSeconds(60)));
        ward.take(new WardStory().bed("REA/00", "s0").at(now).kept("hr", 80).clean());
        ward.take(triage("REA/00", "s0", TriageLevelRecord.TRI_3A, 1, 1, now), now);
        level(AttentionLevelRecord.NORMAL);
        values(97);
        page.click("[data-sort=triage]");
        PlaywrightAssertions.assertThat(page.locator(".bed-name").first()).hasText("REA/00");

        // when
        values(80);

        // then
        PlaywrightAssertions.assertThat(page.locator(".bed-name").first()).hasText("REA/01");
    }

    @Test
    void aFeedThatIsRarerThanTheDelayOfAnAlarmIsNamedOnTheTile() {
        // when: one value a minute
        Instant now = wall.instant();
        for (int minute = 3; minute >= 0; minute--) {
            ward.take(monitor.at(now.minusSeconds(60L * minute)).kept("hr", 82).clean());
        }

        // then
        shows(TILE + ".feed", "flux 1/min");
        page.click("#language");
        shows(TILE + ".feed", "1/min feed");
        assertNoBarrier("a rare feed");

        // when: a value each second
        for (int second = 1; second <= 3; second++) {
            ward.take(monitor.at(now.plusSeconds(second)).kept("hr", 82).clean());
        }

        // then
        PlaywrightAssertions.assertThat(page.locator(TILE + ".feed")).isHidden();
    }

    @Test
    void theTrendNamesTheLimitsInForceWithThoseOfThePatient() {
        // given
        flow();
        values(97);
        ward.takeEntry(StationRecords.limit("s1", AlertStateRecord.LIMIT_SET, 86, wall.instant()));

        // when
        page.click(TILE + ".bed-name");

        // then
        String spo2 = "#bed-dialog .chart-row:has(.chart[aria-label='SpO₂ 1 h']) .chart-limits";
        contains(spo2, "limite du patient < 86");
        contains("#bed-dialog .chart-row:has(.chart[aria-label='FC 1 h']) .chart-limits", "> 150 ***");
        assertThat(page.locator(spo2 + " [data-limit=HIGH]").count()).isPositive();
        assertNoBarrier("the limits in force");
    }

    private void values(double spo2) {
        ward.take(monitor.at(wall.instant()).kept("hr", 82).kept("spo2", spo2).clean());
    }

    private void level(AttentionLevelRecord level) {
        var assessed = triage("REA/01", "s1", TriageLevelRecord.TRI_5, 0, 0, wall.instant());
        assessed.setAttention(AttentionRecord.newBuilder()
                .setLevel(level)
                .setReasonsFr(List.of())
                .setReasonsEn(List.of())
                .setMissing(List.of())
                .setRuleVersion("1")
                .build());
        ward.take(assessed, wall.instant());
    }
}
