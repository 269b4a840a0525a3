package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

class Physionet2019StayFileTest {
    private static final String HEAD = "HR|Magnesium|Age|Gender|Unit1|Unit2|ICULOS|SepsisLabel\n";

    private final Map<UnusedRowReason, Integer> unused = new EnumMap<>(UnusedRowReason.class);

    @Test
    void eachRowIsOneHourAndTheFirstLabelledHourBeginsSepsis() {
        // given
        String text = HEAD + "80|NaN|67|1|0|1|1|0\n" + "NaN|2.1|67|1|0|1|2|0\n" + "91|NaN|67|1|0|1|3|1\n";
        // when
        SepsisStay stay = new Physionet2019StayFile(7, unused).read(text);
        // then
        assertThat(stay.hours()).isEqualTo(3);
        assertThat(stay.labelledFrom()).hasValue(2);
        assertThat(stay.recording().measurements())
                .extracting(
                        RecordedMeasurement::since,
                        measurement -> measurement.variable().name())
                .containsExactly(
                        tuple(Duration.ZERO, "hr"),
                        tuple(Duration.ofHours(1), "magnesium"),
                        tuple(Duration.ofHours(2), "hr"));
        assertThat(unused).isEmpty();
    }

    @Test
    void thePatientIsDescribedByTheFirstRow() {
        // given
        String text = HEAD + "80|NaN|67|0|1|0|1|0\n";
        // when
        var statics =
                new Physionet2019StayFile(7, unused).read(text).recording().statics();
        // then
        assertThat(statics.age()).isEqualTo(67);
        assertThat(statics.sex()).isEqualTo(AdministrativeSex.FEMALE);
        assertThat(statics.unit()).isEqualTo(UnitType.MEDICAL);
        assertThat(statics.heightCm()).isNaN();
    }

    @Test
    void aRowOfAnotherWidthAndAFieldThatIsNoNumberAreCountedAndLeftOut() {
        // given
        String text = HEAD + "80|NaN\n" + "fast|NaN|67|1|0|1|1|0\n";
        // when
        SepsisStay stay = new Physionet2019StayFile(7, unused).read(text);
        // then
        assertThat(stay.recording().measurements()).isEmpty();
        assertThat(stay.hours()).isEqualTo(1);
        assertThat(unused)
                .containsOnly(Map.entry(UnusedRowReason.MALFORMED, 1), Map.entry(UnusedRowReason.NOT_A_NUMBER, 1));
    }
}
