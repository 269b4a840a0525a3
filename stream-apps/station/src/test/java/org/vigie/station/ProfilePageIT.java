package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.station.StationRecords.admitted;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.testing.story.WardStory;

/** Tests what the profile of a patient adds to the tile and to the charts of the bed. */
class ProfilePageIT extends PageInBrowser {
    private static final String HR_TREND = "[data-bed='REA/01'] [data-trend=hr] polyline";
    private static final String PROFILE = "[data-bed='REA/01'] .profile ";

    /** Counts the pixels of the chart of the heart rate that have the colour of an arrival. */
    private static final String ARRIVAL_PIXELS = """
            () => {
              const canvas = document.querySelector("#bed-dialog .chart[aria-label='FC 1 h'] canvas");
              if (!canvas) return 0;
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let count = 0;
              for (let i = 0; i < data.length; i += 4) {
                const [red, green, blue, alpha] = data.slice(i, i + 4);
                if (alpha > 60 && Math.abs(red - 217) < 5 && Math.abs(green - 204) < 5 && blue > 251) count += 1;
              }
              return count;
            }""";

    @Test
    void aPatientWithoutOrganSupportHasNoFurtherPlace() {
        hr(82);
        shows(HR, "82");
        PlaywrightAssertions.assertThat(page.locator(PROFILE)).isHidden();
    }

    @Test
    void theTileShowsIntracranialPressureVasopressorAndVentilation() {
        // when
        Instant now = wall.instant();
        ward.take(monitor.at(now)
                .kept("hr", 82)
                .kept("icp", 14)
                .kept("cpp", 72)
                .kept("noradrenaline", 0.25)
                .kept("dobutamine", 0)
                .kept("cvp", 9)
                .kept("etco2", 38)
                .kept("fio2", 60)
                .kept("peep", 10)
                .clean());

        // then
        PlaywrightAssertions.assertThat(page.locator(PROFILE + ".profile-value"))
                .hasText(new String[] {"PIC 14", "PPC 72", "NAD 0,25", "FiO₂ 60", "EtCO₂ 38", "PEP 10", "PVC 9"});
        assertNoBarrier("a profile");
        page.click("#language");
        PlaywrightAssertions.assertThat(page.locator(PROFILE + ".profile-value").first())
                .hasText("ICP 14");
    }

    @Test
    void theTileShowsPerfusionModeOfVentilationSedationAndUrine() {
        // when
        ward.take(monitor.at(wall.instant())
                .kept("hr", 82)
                .kept("lactate", 4.1)
                .kept("vent_mode", 4)
                .kept("plateau_pressure", 28)
                .kept("tidal_volume", 420)
                .kept("rass", -4)
                .kept("urine_rate", 0.3)
                .kept("fluid_balance", 1850)
                .clean());

        // then
        PlaywrightAssertions.assertThat(page.locator(PROFILE + ".profile-value"))
                .hasText(new String[] {
                    "Lact 4,1", "Vent VI contr", "Pplat 28", "Vt 420", "RASS -4", "Diur 0,3", "Bilan 1 850"
                });
        page.click("[data-bed='REA/01'] .bed-name");
        contains("#bed-dialog .facts tr:has(th:text('RASS'))", "-4");
    }

    @Test
    void aValueOfTheProfileBeyondALimitStandsFirstAndIsMarked() {
        // when
        ward.take(monitor.at(wall.instant())
                .kept("hr", 82)
                .kept("icp", 14)
                .kept("etco2", 21)
                .clean());

        // then
        PlaywrightAssertions.assertThat(page.locator(PROFILE + ".profile-value"))
                .hasText(new String[] {"EtCO₂ 21", "PIC 14"});
        assertThat(page.locator(PROFILE + "[data-violates]").count()).isEqualTo(1);
    }

    @Test
    void aTemperatureThatRisesHasAnArrowWithItsChange() {
        // given
        Instant now = wall.instant();
        ward.take(monitor.at(now.minus(Duration.ofHours(3))).kept("temp", 37.2).clean());
        ward.take(monitor.at(now).kept("temp", 38.4).clean());

        // when
        page.reload();

        // then
        shows("[data-bed='REA/01'] .temp .change", "↗");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .temp .change"))
                .hasAttribute("title", "+1,2 °C en 3 h");
    }

    @Test
    void theTrendsOfATileEndWithTheirPatient() {
        // given
        flow();
        page.reload();
        PlaywrightAssertions.assertThat(page.locator(HR_TREND)).hasCount(1);

        // when
        Instant now = wall.instant();
        ward.take(admitted("REA/01", "s2", now));
        ward.take(new WardStory().bed("REA/01", "s2").at(now).kept("hr", 61).clean());

        // then
        shows(HR, "61");
        PlaywrightAssertions.assertThat(page.locator(HR_TREND)).hasCount(0);
    }

    @Test
    void theBedHasAChartOfEachPressureAndSetting() {
        // given
        Instant now = wall.instant();
        for (int second = 100; second >= 0; second -= 10) {
            ward.take(monitor.at(now.minusSeconds(second))
                    .kept("hr", 82)
                    .kept("icp", 14)
                    .kept("cpp", 72)
                    .kept("cvp", 9)
                    .kept("etco2", 38)
                    .clean());
        }

        // when
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        for (String title : List.of("PIC", "PPC", "PVC", "EtCO₂")) {
            PlaywrightAssertions.assertThat(page.locator("#bed-dialog .chart[aria-label='" + title + " 1 h'] canvas"))
                    .isVisible();
        }
        contains("#bed-dialog .chart-row:has(.chart[aria-label='PIC 1 h'])", "mmHg");
    }

    @Test
    void theArrivalAtABedIsMarkedOnTheTimeAxisOfItsChart() {
        // given
        Instant arrival = wall.instant().minus(Duration.ofMinutes(30));
        ward.take(admitted("REA/01", "s1", arrival));
        flow();

        // when
        page.click("[data-bed='REA/01'] .bed-name");

        // then
        contains("#bed-dialog .arrivals", "▲ arrivée au lit REA/01 : ");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat((Integer) page.evaluate(ARRIVAL_PIXELS)).isGreaterThan(20));
        assertNoBarrier("an arrival on a chart");
    }
}
