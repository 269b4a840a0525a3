package org.vigie.risk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.risk.window.WindowHarness.kind;
import static org.vigie.risk.window.WindowHarness.row;
import static org.vigie.risk.window.WindowHarness.value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Window;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests which windows the step window sends. */
class WindowJobTest {
    private final BedStory bed = new WardStory().bed("REA/01", "stay-1");
    private WindowHarness ward;

    @BeforeEach
    void start() throws Exception {
        ward = new WindowHarness();
    }

    @AfterEach
    void stop() throws Exception {
        ward.close();
    }

    @Test
    void aCanaryHasNoWindowAndIsThereforeNeverScored() throws Exception {
        // given
        BedStory canary = new WardStory().bed("VIGIE-CANARY/7", "provisional-7");

        // when
        ward.observe(canary.at("PT10S").kept("hr", 70).clean());

        // then
        assertThat(ward.until("PT3H")).isEmpty();
    }

    @Test
    void theFirstWindowIsSentOnceEventTimeHasPassedTheFirstReading() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(
                bed.at("PT10S").kept("hr", 80).clean(),
                bed.at("PT11S").kept("hr", 90).clean());

        // when
        List<Window> before = ward.until("PT9S");
        List<Window> after = ward.until("PT10S");

        // then
        assertThat(before).isEmpty();
        assertThat(after).singleElement().satisfies(window -> {
            assertThat(value(window, "hr", 0)).isEqualTo(85f);
            assertThat(kind(window, "hr", 0)).isEqualTo("MEASURED");
            assertThat(kind(window, "temp", 0)).isEqualTo("NORMAL");
            assertThat(window.getEnd()).isEqualTo(WardStory.ADMITTED.plusSeconds(11));
            assertThat(window.getAdmittedAt()).isEqualTo(WardStory.ADMITTED);
            assertThat(window.getAge()).isEqualTo(64.0);
            assertThat(window.getRevision()).isZero();
            assertThat(window.getNewest().getOffset()).isEqualTo(1);
            assertThat(window.getDigest()).hasSize(64);
        });
    }

    @Test
    void aChangedWindowIsSentAtMostEveryFiveMinutes() throws Exception {
        // given
        ward.know(bed.admission());
        List<Window> windows = new ArrayList<>();

        // when a reading comes every ten seconds for half an hour
        for (int second = 0; second <= 1800; second += 10) {
            ward.observe(
                    bed.at("PT" + second + "S").kept("hr", 60 + second / 10.0).clean());
            windows.addAll(ward.until("PT" + (second - 5) + "S"));
        }

        // then
        assertThat(windows).extracting(Window::getRevision).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(windows)
                .extracting(window ->
                        Duration.between(WardStory.ADMITTED, window.getEnd()).toMinutes())
                .containsExactly(0L, 5L, 10L, 15L, 20L, 25L);
    }

    @Test
    void aLateReadingCorrectsItsHourAndTheHoursThatWereCarriedFromIt() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(
                bed.at("PT10M").kept("hr", 80).clean(),
                bed.at("PT3H10M").kept("hr", 100).clean());
        ward.until("PT3H10M");

        // when
        ward.observe(bed.at("PT1H10M").late("hr", 60).clean());
        List<Window> windows = ward.until("PT3H15M");

        // then
        assertThat(windows).singleElement().satisfies(window -> {
            assertThat(value(window, "hr", 1)).isEqualTo(60f);
            assertThat(value(window, "hr", 2)).isEqualTo(60f);
            assertThat(kind(window, "hr", 2)).isEqualTo("CARRIED");
            assertThat(window.getChangedHours()).containsExactly(row(window, 1), row(window, 2));
            assertThat(window.getEnd()).isEqualTo(WardStory.ADMITTED.plus(Duration.parse("PT3H10M")));
            assertThat(window.getRevision()).isEqualTo(1);
        });
    }

    @Test
    void whatWasTakenBackLeavesItsHourAndTheHoursThatWereCarriedFromIt() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(
                bed.at("PT10M").kept("hr", 80).clean(),
                bed.at("PT1H10M").kept("hr", 180).clean());
        ward.observe(bed.at("PT3H10M").kept("temp", 37).clean());
        ward.until("PT3H10M");

        // when
        CleanObservation retraction = bed.at("PT1H10M").withdrawn("hr", 180).clean();
        ward.observe(retraction, retraction);
        List<Window> windows = ward.until("PT3H15M");

        // then
        assertThat(windows).singleElement().satisfies(window -> {
            assertThat(value(window, "hr", 1)).isEqualTo(80f);
            assertThat(kind(window, "hr", 1)).isEqualTo("CARRIED");
            assertThat(value(window, "hr", 3)).isEqualTo(80f);
            assertThat(window.getChangedHours()).containsExactly(row(window, 1), row(window, 2), row(window, 3));
        });
    }

    @Test
    void aCorrectedValueTakesThePlaceOfTheOneBefore() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(bed.at("PT10M").kept("urine", 300).clean());

        // when
        ward.observe(bed.at("PT10M").corrected("urine", 300, 30).clean());

        // then
        assertThat(ward.until("PT1H"))
                .singleElement()
                .satisfies(window -> assertThat(value(window, "urine", 0)).isEqualTo(30f));
    }

    @Test
    void whatWasTakenBackBeforeTheAdmissionIsKnownIsNotPutIntoItsHour() throws Exception {
        // given
        ward.observe(
                bed.at("PT10M").kept("hr", 80).clean(),
                bed.at("PT20M").kept("hr", 180).clean());
        ward.observe(bed.at("PT20M").withdrawn("hr", 180).clean());

        // when
        ward.know(bed.admission());

        // then
        assertThat(ward.until("PT1H"))
                .last()
                .satisfies(window -> assertThat(value(window, "hr", 0)).isEqualTo(80f));
    }

    @Test
    void whatWasNeverTakenInIsNotTakenOut() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(bed.at("PT10M").withdrawn("hr", 180).clean());

        // when
        ward.observe(bed.at("PT20M").kept("hr", 80).clean());

        // then
        assertThat(ward.until("PT1H"))
                .singleElement()
                .satisfies(window -> assertThat(value(window, "hr", 0)).isEqualTo(80f));
    }

    @Test
    void aReadingThatIsAttributedLateFillsItsHourOnceAfterNewerReadings() throws Exception {
        // given a stay that has spoken on since it is known
        ward.know(bed.admission());
        CleanObservation meanwhile = bed.at("PT10M").kept("urine", 30).clean();
        ward.observe(bed.at("PT1H10M").kept("hr", 80).clean());

        // when
        meanwhile.setAttributedFrom("provisional-1");
        ward.observe(meanwhile, meanwhile);

        // then
        assertThat(ward.until("PT2H"))
                .last()
                .satisfies(window -> assertThat(value(window, "urine", 0)).isEqualTo(30f));
    }

    @Test
    void suspectReadingsMakeNoWindow() throws Exception {
        // given
        ward.know(bed.admission());

        // when
        ward.observe(bed.at("PT10S").suspect("hr", 250).clean());

        // then
        assertThat(ward.until("PT1H")).isEmpty();
    }

    @Test
    void aRecordThatIsSentAgainCountsOnce() throws Exception {
        // given
        ward.know(bed.admission());
        CleanObservation first = bed.at("PT10S").kept("urine", 30).clean();
        CleanObservation second = bed.at("PT20S").kept("urine", 50).clean();
        CleanObservation elsewhere = bed.at("PT30S").kept("urine", 5).clean();
        elsewhere.getOrigin().setPartition(1);

        // when
        ward.observe(first, second, first, second);
        ward.observe(elsewhere);

        // then
        assertThat(ward.until("PT1M"))
                .singleElement()
                .satisfies(window -> assertThat(value(window, "urine", 0)).isEqualTo(85f));
    }

    @Test
    void nothingIsSentWhenTheModelWouldSeeTheSame() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(bed.at("PT10S").kept("hr", 80).clean());
        ward.until("PT10S");

        // when the mean of the hour stays what it was
        ward.observe(bed.at("PT6M").kept("hr", 80).clean());

        // then
        assertThat(ward.until("PT20M")).isEmpty();
    }

    @Test
    void aProvisionalStayBeginsWithTheFullHourOfItsFirstReading() throws Exception {
        // given
        bed.provisional();

        // when
        ward.observe(
                bed.at("PT10M").kept("hr", 80).clean(),
                bed.at("PT30M").kept("hr", 90).clean());

        // then 07:50 and 08:10 lie in two hours
        assertThat(ward.until("PT30M")).singleElement().satisfies(window -> {
            assertThat(window.getAdmittedAt()).hasToString("2026-03-01T07:00:00Z");
            assertThat(window.getLastHour()).isEqualTo(1);
            assertThat(window.getAge()).isNull();
        });
    }

    @Test
    void anAdmissionThatComesLatePutsTheReadingsIntoTheirRightHours() throws Exception {
        // given a stay whose readings are read before its admission
        ward.observe(
                bed.at("PT10M").kept("hr", 80).clean(),
                bed.at("PT50M").kept("hr", 90).clean());
        ward.observe(bed.at("PT1H10M").kept("hr", 100).clean());
        List<Window> assumed = ward.until("PT1H10M");

        // when
        ward.know(bed.admission());
        List<Window> known = ward.until("PT1H15M");

        // then
        assertThat(assumed)
                .singleElement()
                .satisfies(window -> assertThat(window.getAdmittedAt()).hasToString("2026-03-01T07:00:00Z"));
        assertThat(known).singleElement().satisfies(window -> {
            assertThat(window.getAdmittedAt()).isEqualTo(WardStory.ADMITTED);
            assertThat(value(window, "hr", 0)).isEqualTo(85f);
            assertThat(value(window, "hr", 1)).isEqualTo(100f);
            assertThat(window.getAge()).isEqualTo(64.0);
        });
    }

    @Test
    void anAdmissionThatIsCorrectedMovesWholeHours() throws Exception {
        // given
        ward.know(bed.admission());
        ward.observe(
                bed.at("PT10M").kept("urine", 30).clean(),
                bed.at("PT3H10M").kept("urine", 50).clean());
        ward.until("PT3H10M");
        var corrected = bed.admission();
        corrected.setAdmittedAt(WardStory.ADMITTED.minus(Duration.ofHours(2)));

        // when
        ward.know(corrected);

        // then
        assertThat(ward.until("PT4H")).singleElement().satisfies(window -> {
            assertThat(window.getLastHour()).isEqualTo(5);
            assertThat(value(window, "urine", 2)).isEqualTo(30f);
            assertThat(value(window, "urine", 5)).isEqualTo(50f);
        });
    }

    @Test
    void theNewestBedOfAStayCountsWhicheverIsReadFirst() throws Exception {
        // given a transfer
        var before = bed.admission();
        before.setUntil(WardStory.ADMITTED.plus(Duration.ofHours(1)));
        var moved = new WardStory().bed("REA/02", "stay-1");
        var after = moved.admission();
        after.setFrom(WardStory.ADMITTED.plus(Duration.ofHours(1)));
        after.setWeightKg(70.0);

        // when
        ward.know(after);
        ward.know(before);
        ward.observe(moved.at("PT2H").kept("hr", 80).clean());

        // then
        assertThat(ward.until("PT2H")).singleElement().satisfies(window -> {
            assertThat(window.getBed()).isEqualTo("REA/02");
            assertThat(window.getWeightKg()).isEqualTo(70.0);
        });
    }
}
