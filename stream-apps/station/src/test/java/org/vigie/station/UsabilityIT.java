package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.open;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.RiskScore;

/** Shows that the screen answers the questions of {@code docs/usability.md}, and takes its pictures. */
class UsabilityIT extends PageInBrowser {
    private static final String ALARM_OF_BED_7 = "#alarm-rows tr:has-text('REA/07')";
    private static final String HIDDEN_SIDEWAYS = """
            () => {
              const facts = document.querySelector('#bed-dialog .bed-facts');
              return facts.scrollWidth - facts.clientWidth;
            }""";
    /** Labels of the past of a score that their chart cuts off. */
    private static final String CUT_LABELS = """
            () => [...document.querySelectorAll('.history .small-chart text')]
                .filter((label) => {
                  const word = label.getBoundingClientRect();
                  const chart = label.closest('svg').getBoundingClientRect();
                  return word.left < chart.left || word.right > chart.right || word.top < chart.top || word.bottom > chart.bottom;
                })
                .map((label) => label.textContent)""";

    private static final int SCORED = 10;
    private static final long MOST_BYTES = 1_500_000;

    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private UsabilityPictures pictures;

    @BeforeEach
    void fillWard() {
        Instant now = wall.instant().truncatedTo(ChronoUnit.MILLIS);
        var story = new DemoWard(ward, now, now);
        story.fill();
        ward.take(acknowledged(now));
        scores(now);
        var unused = heart.scheduleAtFixedRate(() -> story.second(Instant.now()), 0, 1, TimeUnit.SECONDS);
        page.reload();
        page.waitForSelector("[data-bed='REA/24']");
        pictures = new UsabilityPictures(page);
    }

    @AfterEach
    void stopHeart() {
        heart.shutdownNow();
    }

    @Test
    void theScreenAnswersTheQuestionsOfAShift() throws Exception {
        // which bed is worst and why; is a bed silent, since when; is anybody called; is the ward watched
        page.setViewportSize(1366, 768);
        contains("[data-bed='REA/09'] .technical .detail", "depuis");
        contains("#calls", "Appels sortants : système d’appel du service");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/23'] .who"))
                .isVisible();
        pictures.window("ward");
        pictures.part("silent-bed", "[data-bed='REA/09']");

        // who acknowledged, and what would end an alarm
        page.setViewportSize(1920, 1080);
        page.click(ALARM_OF_BED_7 + " summary");
        contains(ALARM_OF_BED_7, "AB");
        contains(ALARM_OF_BED_7, "fin si SpO₂ ≥");
        pictures.part("alarm", ALARM_OF_BED_7);

        // what was measured last on a silent bed
        openBed("REA/09");
        contains("#bed-dialog table.facts", "sans mesure · dernière mesure : ");
        assertThat(page.evaluate(HIDDEN_SIDEWAYS))
                .as("pixels of the values that are hidden")
                .isEqualTo(0);
        page.setViewportSize(900, 500);
        pictures.ofBed("silent-values", "#bed-dialog table.facts");
        page.keyboard().press("Escape");

        // is a value measured
        openBed("REA/03");
        page.click("[data-hours='24']");
        page.waitForSelector(".chart[aria-label='FC 24 h'] canvas");
        pictures.ofBed("trend", "#bed-dialog .charts .chart-row >> nth=0");
        pictures.part("trend-key", "#bed-dialog .chart-key");
        pictures.ofBed("values", "#bed-dialog table.facts");
        page.setViewportSize(1920, 1080);

        // which limits of a patient differ, and what did they do
        page.click(".history summary");
        contains(".history", "Limites passées");
        contains(".history", "fixée par AB");
        page.keyboard().press("Escape");
        page.click("#open-changes");
        pictures.part("changes", "#changes-dialog");
        page.keyboard().press("Escape");
    }

    @Test
    void aBedShowsWhatMovedItsScoreAndWhatHappenedInTheLastHour() throws Exception {
        // what moved the score, and how it went
        page.setViewportSize(1920, 1080);
        openBed(DemoWard.bed(SCORED));
        page.click(".history summary");
        page.waitForSelector(".history .heat");
        assertThat(page.locator(".history polyline.score").count()).isEqualTo(3);
        contains(".history", "survival-lstm 2");
        assertNoBarrier("the history of a score");
        assertThat(page.evaluate(CUT_LABELS)).as("cut labels of charts").isEqualTo(List.of());
        page.setViewportSize(900, 700);
        pictures.ofBed("score", "#bed-dialog .block:has(.contributions)");
        page.setViewportSize(900, 1000);
        pictures.ofBed("score-history", "#bed-dialog .history");
        page.setViewportSize(1920, 1080);
        page.keyboard().press("Escape");

        // is the data good
        page.click("#open-quality");
        contains("#quality-dialog tr:has-text('REA/14')", "SpO₂ : capteur");
        pictures.part("quality", "#quality-dialog");
        page.keyboard().press("Escape");

        // what changed in the last hour
        page.setViewportSize(1366, 768);
        page.navigate(pages.address() + "handover.html?lang=fr");
        page.click("[data-hours='1']");
        contains("#title", "la dernière heure");
        page.waitForSelector("#sheet [data-bed='REA/24']");
        begins("#sheet [data-bed='REA/11']", "*** Moniteur : APNÉE");
        begins("#sheet [data-bed='REA/14']", "* SpO₂ : capteur débranché");
        begins("#sheet [data-bed='REA/12']", "Vérifier au lit, valeur suspecte : FC");
        contains("#sheet [data-bed='REA/03']", "(limite 150)");
        contains("#sheet [data-bed='REA/09']", "NON SURVEILLÉ depuis ");
        contains("#sheet [data-bed='REA/09']", "alarmes inconnues");
        contains("#sheet [data-bed='REA/21']", "NON SURVEILLÉ jamais mesuré");
        contains("#notice", "PNI mmHg");
        pictures.window("last-hour");
    }

    @Test
    void thePicturesOfThePageAreSmallAndAllOfThemAreUsed() throws IOException {
        // when
        String text = Files.readString(Path.of("../../docs/usability.md"));
        // then
        try (Stream<Path> files = Files.list(UsabilityPictures.DOCUMENTED)) {
            List<Path> all = files.toList();
            assertThat(all).allSatisfy(file -> assertThat(text).contains("images/usability/" + file.getFileName()));
            assertThat(all.stream().mapToLong(file -> file.toFile().length()).sum())
                    .isLessThan(MOST_BYTES);
        }
    }

    private static Alert acknowledged(Instant now) {
        Alert alert = raised(
                "a7",
                DemoWard.bed(7),
                DemoWard.stay(7),
                AlarmPriorityRecord.MEDIUM,
                now.minusSeconds(340),
                "SpO₂ basse : 86 % (limite 90)",
                "SpO₂ low: 86 % (limit 90)",
                "spo2");
        alert.setRule("spo2_low");
        return open(
                alert,
                AlertCondition.newBuilder()
                        .setVersion(2)
                        .setAcknowledgedBy("AB")
                        .setAcknowledgedAt(now.minusSeconds(120))
                        .build());
    }

    /** Waits for words of the sheet with the time at which they began to hold; one of the day before has its date. */
    private void begins(String selector, String words) {
        PlaywrightAssertions.assertThat(page.locator(selector + " li:has-text('" + words + "')"))
                .hasText(Pattern.compile("^(\\d\\d/\\d\\d )?\\d\\d:\\d\\d " + words.replace("*", "\\*")));
    }

    private void openBed(String bed) {
        page.click("[data-bed='" + bed + "'] .bed-name");
        page.waitForSelector("#bed-dialog[open]");
    }

    /** Scores of twelve hours by two versions of the model, the last one explained. */
    private void scores(Instant now) {
        for (int hour = 12; hour >= 0; hour--) {
            RiskScore score = risk(
                    DemoWard.bed(SCORED),
                    DemoWard.stay(SCORED),
                    0.24 + 0.01 * (12 - hour),
                    0.42,
                    now.minus(Duration.ofHours(hour)));
            score.setModelVersion(hour > 5 ? "1" : "2");
            score.setModelDigest(hour > 5 ? "d1" : "d2");
            score.setLow(0.16);
            score.setHigh(0.46);
            score.setSurvival1d(0.97);
            score.setSurvival7d(0.84);
            score.setSurvival30d(0.71);
            score.setLosDays(11.0);
            score.setContributions(List.of(
                    contribution("lactate", 20, 4.1, 0.62),
                    contribution("lactate", 26, 3.2, 0.38),
                    contribution("gcs_total", 26, 9, 0.31),
                    contribution("urine", 22, 20, 0.24),
                    contribution("creatinine", 20, 1.9, 0.22),
                    contribution("hr", 30, 84, -0.18),
                    contribution("gcs_total", 30, 14, -0.12)));
            ward.take(score);
        }
    }

    private static Contribution contribution(String variable, int hour, double value, double logOdds) {
        return Contribution.newBuilder()
                .setVariable(variable)
                .setHour(hour)
                .setValue(value)
                .setKind(CellOriginRecord.MEASURED)
                .setLogOdds(logOdds)
                .build();
    }
}
