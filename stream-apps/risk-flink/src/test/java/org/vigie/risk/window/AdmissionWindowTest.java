package org.vigie.risk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.risk.window.WindowHarness.kind;
import static org.vigie.risk.window.WindowHarness.value;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Window;
import org.vigie.testing.story.WardStory;

/** Tests that the hours of a window follow the admission of the stay. */
class AdmissionWindowTest extends WindowStory {
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
    void aValueIsStillCorrectedAfterTheAdmissionMovedByPartOfAnHour() throws Exception {
        // given: a value of hour 1, and an admission that is 20 minutes later than it was said
        ward.know(bed.admission());
        ward.observe(bed.at("PT1H10M").kept("potassium", 9.9).clean());
        ward.until("PT1H10M");
        var moved = bed.admission();
        moved.setAdmittedAt(WardStory.ADMITTED.plus(Duration.ofMinutes(20)));
        ward.know(moved);

        // when
        ward.observe(bed.at("PT1H10M").corrected("potassium", 9.9, 3.9).clean());

        // then
        assertThat(ward.until("PT2H")).last().satisfies(window -> {
            assertThat(value(window, "potassium", 1)).isEqualTo(3.9f);
            assertThat(value(window, "potassium", window.getLastHour())).isEqualTo(3.9f);
        });
    }

    @Test
    void thatAPatientIsNotVentilatedIsNoReadingOfAWindow() throws Exception {
        // given
        ward.know(bed.admission());

        // when
        ward.observe(bed.at("PT10M").kept("hr", 80).kept("mech_vent", 0).clean());
        ward.observe(bed.at("PT1H10M").kept("hr", 80).kept("mech_vent", 1).clean());
        List<Window> windows = ward.until("PT2H");

        // then
        assertThat(windows).last().satisfies(window -> {
            assertThat(kind(window, "mech_vent", 0)).isNotEqualTo("MEASURED");
            assertThat(kind(window, "mech_vent", 1)).isEqualTo("MEASURED");
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

    @Test
    void aTransferThatIsCancelledGivesTheStayBackItsFirstBed() throws Exception {
        // given: a claim of another bed, which is cancelled
        var cancelled = new WardStory().bed("REA/02", "stay-1").admission();
        cancelled.setFrom(WardStory.ADMITTED.plus(Duration.ofHours(1)));
        ward.know(cancelled, 1);

        // when: the first bed is told again, with the patient's weight, and then an older record of the other bed is
        // read
        var again = bed.admission();
        again.setWeightKg(70.0);
        ward.know(again, 2);
        ward.know(cancelled, 1);
        ward.observe(bed.at("PT10M").kept("hr", 80).clean());

        // then
        assertThat(ward.until("PT2H"))
                .singleElement()
                .satisfies(window -> assertThat(window.getWeightKg()).isEqualTo(70.0));
    }

    @Test
    void anAdmissionThatIsToldAgainWithAnEarlierTimeCounts() throws Exception {
        // given
        var late = bed.admission();
        late.setFrom(WardStory.ADMITTED.plus(Duration.ofMinutes(90)));
        late.setAdmittedAt(late.getFrom());
        ward.know(late, 1);

        // when
        ward.know(bed.admission(), 2);
        ward.observe(bed.at("PT2H10M").kept("hr", 80).clean());

        // then
        assertThat(ward.until("PT3H"))
                .singleElement()
                .satisfies(window -> assertThat(window.getLastHour()).isEqualTo(2));
    }
}
