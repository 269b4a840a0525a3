package org.vigie.training.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.StaticFeatures;

class RetrospectiveStayCleanerTest {
    private final RetrospectiveStayCleaner cleaner = new RetrospectiveStayCleaner();

    @Test
    void aValueWithAMovedPointIsRemovedAndTheOthersKeepTheirOrder() {
        // given
        List<RecordedMeasurement> glucose = hourly("glucose", 120, 130, 1250, 128, 125);
        List<RecordedMeasurement> rate = hourly("hr", 80, 84, 82, 130, 134);
        // when
        RecordedStay cleaned = cleaner.cleaned(stay(glucose, rate));
        // then
        assertThat(cleaned.measurements())
                .containsExactlyElementsOf(stay(
                                Stream.of(glucose.get(0), glucose.get(1), glucose.get(3), glucose.get(4))
                                        .toList(),
                                rate)
                        .measurements());
    }

    @Test
    void aDeteriorationThatLastsIsKept() {
        // given
        RecordedStay stay =
                stay(hourly("abp_sys", 120, 118, 62, 58, 55, 60), hourly("lactate", 1.1, 1.3, 6.5, 9.8, 12, 11.5));
        // when, then
        assertThat(cleaner.cleaned(stay)).isEqualTo(stay);
    }

    @Test
    void aSecondValueOfTheSameTimeIsJudgedByItself() {
        // given
        RecordedMeasurement slip = measurement("sodium", 2, 14.1);
        RecordedStay stay = stay(hourly("sodium", 140, 141, 140, 139, 141), List.of(slip));
        // when, then
        assertThat(cleaner.cleaned(stay).measurements()).hasSize(5).doesNotContain(slip);
    }

    @Test
    void aStayWithoutMeasurementsStaysEmpty() {
        assertThat(cleaner.cleaned(stay(List.of(), List.of())).measurements()).isEmpty();
    }

    private static RecordedStay stay(List<RecordedMeasurement> one, List<RecordedMeasurement> other) {
        List<RecordedMeasurement> all = new ArrayList<>(one);
        all.addAll(other);
        return new RecordedStay(7, StaticFeatures.UNKNOWN, all);
    }

    private static List<RecordedMeasurement> hourly(String variable, double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(hour -> measurement(variable, hour, values[hour]))
                .toList();
    }

    private static RecordedMeasurement measurement(String variable, int hour, double value) {
        return new RecordedMeasurement(
                Duration.ofHours(hour), VariableCatalogue.standard().get(variable), value);
    }
}
