package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.UnitType;

class MimicStayBuilderTest {
    private static final LocalDateTime IN = LocalDateTime.of(2152, 1, 1, 10, 0);

    private final MimicStayBuilder stay = stayIn("Trauma SICU (TSICU)");

    @Test
    void valuesBeforeAndAfterTheStayAreNotItsOwn() {
        // when
        stay.offer(IN.minusMinutes(1), VariableNames.HR, 70, "/min");
        stay.offer(IN, VariableNames.HR, 80, "/min");
        stay.offer(IN.plusHours(48), VariableNames.HR, 90, "/min");
        stay.offer(IN.plusHours(48).plusMinutes(1), VariableNames.HR, 99, "/min");

        // then
        assertThat(stay.recording().measurements())
                .extracting(RecordedMeasurement::value)
                .containsExactly(80.0, 90.0);
    }

    @Test
    void theGlasgowScoreIsTheSumOfThreePartsOfTheSameTimeOnly() {
        // given
        glasgow(2, 4, 5, 6);
        stay.offer(IN.plusHours(3), VariableNames.GCS_EYE, 1, "{score}");

        // when, then
        assertThat(stay.recording().measurements()).singleElement().satisfies(sum -> {
            assertThat(sum.variable().name()).isEqualTo(VariableNames.GCS_TOTAL);
            assertThat(sum.value()).isEqualTo(15);
            assertThat(sum.since()).isEqualTo(Duration.ofHours(2));
        });
    }

    @Test
    void theFirstWeightOfSixHoursDescribesThePatient() {
        // when
        stay.offer(IN.plusHours(1), VariableNames.WEIGHT, 80, "kg");
        stay.offer(IN.plusHours(2), VariableNames.WEIGHT, 95, "kg");

        // then
        assertThat(stay.recording().statics().weightKg()).isEqualTo(80);
    }

    @Test
    void aWeightThatCameLaterDoesNot() {
        // when
        stay.offer(IN.plusHours(6), VariableNames.WEIGHT, 80, "kg");

        // then
        assertThat(stay.recording().statics().weightKg()).isNaN();
    }

    @Test
    void theAgeGrowsFromTheAnchorYearToTheYearOfTheStay() {
        // when
        StaticFeatures statics = stay.recording().statics();

        // then
        assertThat(statics.age()).isCloseTo(62, within(1e-9));
    }

    @Test
    void aCareUnitIsAUnitTypeOrUnknown() {
        assertThat(unitOf("Coronary Care Unit (CCU)")).isEqualTo(UnitType.CORONARY);
        assertThat(unitOf("Cardiac Vascular Intensive Care Unit (CVICU)")).isEqualTo(UnitType.CARDIAC_SURGERY);
        assertThat(unitOf("Medical Intensive Care Unit (MICU)")).isEqualTo(UnitType.MEDICAL);
        assertThat(unitOf("Trauma SICU (TSICU)")).isEqualTo(UnitType.SURGICAL);
        assertThat(unitOf("Neuro Stepdown")).isEqualTo(UnitType.UNKNOWN);
    }

    private void glasgow(int hours, int eye, int verbal, int motor) {
        stay.offer(IN.plusHours(hours), VariableNames.GCS_EYE, eye, "{score}");
        stay.offer(IN.plusHours(hours), VariableNames.GCS_VERBAL, verbal, "{score}");
        stay.offer(IN.plusHours(hours), VariableNames.GCS_MOTOR, motor, "{score}");
    }

    private static UnitType unitOf(String careUnit) {
        return stayIn(careUnit).recording().statics().unit();
    }

    private static MimicStayBuilder stayIn(String careUnit) {
        NamedCsvRecord row = row("stay_id,subject_id,first_careunit,intime,outtime\n101,1," + careUnit
                + ",2152-01-01 10:00:00,2152-01-03 10:00:00");
        NamedCsvRecord patient = row("subject_id,gender,anchor_age,anchor_year\n1,F,60,2150");
        return new MimicStayBuilder(row, patient, new EnumMap<>(UnusedRowReason.class));
    }

    private static NamedCsvRecord row(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text).iterator().next();
    }
}
