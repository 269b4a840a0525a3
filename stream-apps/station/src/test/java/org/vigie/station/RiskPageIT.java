package org.vigie.station;

import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.RiskScore;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ModelCardSnapshot;
import org.vigie.station.display.ModelCardSnapshot.TrainingPopulation;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.display.UnitSystem;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.passport.ResultVerification;
import org.vigie.station.passport.ResultVerifier;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.station.web.ServedWard;
import org.vigie.station.web.StationWebServer;
import org.vigie.station.web.WebAddress;

/** Tests what the page shows of a predicted risk. */
class RiskPageIT extends PageInBrowser {
    private static final String DIALOG = "#bed-dialog .bed-facts";
    private static final String RISK = "[data-bed='REA/01'] .risk";

    @Override
    WardViewConfig settings() {
        return WardViewConfig.of(StalenessConfig.defaults())
                .with(new DisplayConfig(ScoreDisplay.TILE, Map.of(), false, UnitSystem.SI))
                .with(List.of(new ModelCardSnapshot(
                        "survival",
                        "2",
                        "m",
                        new TrainingPopulation("adultes, 48 h", "adults, 48 h"),
                        8000,
                        List.of("Adults only."))));
    }

    @Override
    StationWebServer serve() {
        var served = new ServedWard(ward, watchdog(), Optional.of(this::past), verifier());
        return StationWebServer.open(served, orders, access.login(), WebAddress.loopback(0), wall);
    }

    /** The ward as it is, shown as an earlier one. */
    private PastWardSnapshot past(Instant asked, Instant now) {
        var past = new PastWardStory(settings()).at(asked, now).past();
        return new PastWardSnapshot(ward.snapshot(now), List.of(), past);
    }

    @Override
    Optional<ResultVerifier> verifier() {
        return Optional.of((kind, id) -> new ResultVerification(
                id, "DIFF", "survival 2", List.of("w-0-7"), "low: recorded 0.2, computed 0.3", kind.command(id)));
    }

    @Test
    void aPhysicianLetsARiskBeComputedAgainAndANurseSeesTheCommandOnly() {
        // given
        hr(82);
        ward.take(risk("REA/01", "s1", 0.31, 0.2, wall.instant()));
        takeScreen("CD");
        page.click("[data-bed='REA/01'] .bed-name");
        page.click("#bed-dialog .passport summary");

        // when
        page.click("#bed-dialog .passport .verify");

        // then
        shows("#bed-dialog .verification", "≠ DIFFÉRENT : low: recorded 0.2, computed 0.3 (survival 2)");
        contains("#bed-dialog .passport code", "./vigie verify score s1:3");

        // when
        page.keyboard().press("Escape");
        takeScreen("AB");
        page.click("[data-bed='REA/01'] .bed-name");
        page.click("#bed-dialog .passport summary");

        // then
        contains("#bed-dialog .passport code", "./vigie verify score s1");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .verify")).isHidden();
    }

    @Test
    void aPageOfAnEarlierTimeOffersNoComputationOfNow() {
        // given
        hr(82);
        ward.take(risk("REA/01", "s1", 0.31, 0.2, wall.instant()));
        takeScreen("CD");
        page.click("[data-bed='REA/01'] .bed-name");
        page.click("#bed-dialog .passport summary");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .verify")).isVisible();

        // when
        page.navigate(pages.address().resolve("?at=PT5M").toString());
        page.click("[data-bed='REA/01'] .bed-name");
        page.click("#bed-dialog .passport summary");

        // then
        contains("#bed-dialog .passport code", "./vigie verify score s1");
        contains("#user", "CD");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .verify")).isHidden();
    }

    @Test
    void aRiskIsHiddenWhileAnAlarmIsOpenButNotForALowOneOfAScore() {
        // given
        hr(82);
        Instant now = wall.instant();
        ward.take(risk("REA/01", "s1", 0.004, 0.2, now));
        contains(RISK, "Risque < 1 %");
        page.click("[data-bed='REA/01'] .bed-name");
        contains("#bed-dialog .passport code", "./vigie verify score s1");
        page.keyboard().press("Escape");

        // when
        Alert ofScore = raised("a1", "REA/01", "s1", AlarmPriorityRecord.LOW, now);
        ofScore.setRule("news2");
        ward.take(ofScore);

        // then
        contains("[data-bed='REA/01'] .bar.alarm .mark", "*");
        contains(RISK, "Risque < 1 %");

        // when
        ward.take(raised("a2", "REA/01", "s1", AlarmPriorityRecord.MEDIUM, now));

        // then
        contains(RISK, "Risque -- masqué : alarme en cours");
        page.click("[data-bed='REA/01'] .bed-name");
        contains("#bed-dialog", "Risque de décès à l’hôpital : -- · masqué : alarme en cours");
    }

    @Test
    void aRiskIsHiddenFromTheFirstSampleBeyondALimitBeforeAnyAlarm() {
        // given
        ward.take(monitor.at(wall.instant()).kept("spo2", 97).clean());
        ward.take(risk("REA/01", "s1", 0.004, 0.2, wall.instant()));
        contains(RISK, "Risque < 1 %");

        // when
        ward.take(monitor.at(wall.instant()).kept("spo2", 85).clean());

        // then
        contains(RISK, "Risque -- masqué : au-delà d’une limite d’alarme (SpO₂)");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] [data-vital=spo2]"))
                .hasAttribute("data-violates", "MEDIUM");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] [data-vital=spo2] .value"))
                .hasCSS("color", "rgb(255, 184, 119)");
        contains("[data-bed='REA/01'] [data-vital=spo2] .note", "< 88");
    }

    @Test
    void besideARiskStandWhomTheModelLearntFromAndUntilWhenItIsValid() {
        // given
        hr(82);
        RiskScore score = risk("REA/01", "s1", 0.31, 0.2, wall.instant());
        score.setModelDigest("m");

        // when
        ward.take(score);
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        contains(DIALOG, "décès pendant ce séjour à l’hôpital ; mesures jusqu’à");
        contains(DIALOG, "valable jusqu’à");
        contains(DIALOG + " .validity", "Appris sur 8");
        contains(DIALOG + " .validity", "adultes, 48 h");

        // when: another model scores
        RiskScore other = risk("REA/01", "s1", 0.31, 0.2, wall.instant());
        other.setModelDigest("unknown");
        ward.take(other);

        // then
        contains(DIALOG, "On ne sait pas sur quels patients ce modèle a appris");
    }

    @Test
    void aContributionIsShownInTheUnitsOfTheReader() {
        // given
        hr(82);
        Contribution creatinine = contribution("creatinine", 0.8);
        creatinine.setValue(2.0);

        // when
        ward.take(explained(wall.instant(), creatinine));
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        contains("#bed-dialog .contributions", "▲ Créatinine 177 µmol/L");
    }

    @Test
    void eachContributionShowsItsDirectionAndItsSize() {
        // given
        hr(82);
        Instant now = wall.instant();

        // when
        ward.take(explained(now, contribution("hr", 0.8), contribution("spo2", -0.2)));
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        contains("#bed-dialog .contributions .raises", "▲ Fréquence cardiaque");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .contributions [aria-label='diminue le risque']"))
                .hasCount(1);
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .contributions li:not(.raises) .weight > span"))
                .hasAttribute("style", "--share: 25%;");
        assertNoBarrier("contributions");
    }

    @Test
    void anOldExplanationIsNotShownBesideANewScore() {
        // given
        hr(82);
        Instant now = wall.instant();
        ward.take(explained(now.minus(Duration.ofHours(30)), contribution("hr", 0.8)));

        // when
        ward.take(risk("REA/01", "s1", 0.31, 0.2, now));
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        contains("#bed-dialog .bed-facts", "30 h avant ce score : trop ancienne");
        PlaywrightAssertions.assertThat(page.locator("#bed-dialog .contributions"))
                .hasCount(0);
    }

    private static RiskScore explained(Instant at, Contribution... contributions) {
        RiskScore score = risk("REA/01", "s1", 0.2, 0.2, at);
        score.setContributions(List.of(contributions));
        return score;
    }

    private static Contribution contribution(String variable, double logOdds) {
        return Contribution.newBuilder()
                .setVariable(variable)
                .setHour(3)
                .setValue(82.0)
                .setLogOdds(logOdds)
                .build();
    }
}
