package org.vigie.training.learn.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.signal.window.HourlyGrid.HOURS;
import static org.vigie.signal.window.HourlyGrid.SERIES;
import static org.vigie.training.synthetic.SampleStays.HEART_RATE;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.synthetic.SampleStays;

class EncodedStayTest {
    private final List<LabelledStay> stays = SampleStays.of(40, 1);
    private final SeriesQuantiles scaling = SeriesQuantiles.of(stays);
    private final LabelledStay stay = stays.get(3);
    private final EncodedStay encoded = EncodedStay.of(stay, scaling);

    @Test
    void aStayComesBackWithItsMeasuredHours() {
        // when
        LabelledStay back = encoded.decoded(9, scaling, new SplittableRandom(5));

        // then
        assertThat(back.stay().id()).isEqualTo(9);
        assertThat(back.died()).isTrue();
        for (int hour = 0; hour < HOURS; hour++) {
            double value = stay.stay().grid().value(hour, HEART_RATE).orElse(-1);
            assertThat(back.stay().grid().value(hour, HEART_RATE).orElse(-1)).isCloseTo(value, within(5.0));
        }
    }

    @Test
    void factsComeBackAndTheAgeOnlyByItsBand() {
        // when
        StaticFeatures facts =
                encoded.decoded(9, scaling, new SplittableRandom(5)).stay().statics();

        // then
        assertThat(facts.weightKg()).isEqualTo(80);
        assertThat(facts.heightCm()).isNaN();
        assertThat(facts.unit()).isEqualTo(stay.stay().statics().unit());
        assertThat(new LabelledStay(1, stay.stay().grid(), facts, true))
                .extracting(StayCondition::of)
                .isEqualTo(StayCondition.of(stay));
    }

    @Test
    void anHourWithoutMeasurementIsZeroWithoutFlag() {
        // given
        int missing = IntStream.range(0, HOURS)
                .filter(hour -> stay.stay().grid().value(hour, HEART_RATE).isEmpty())
                .findFirst()
                .orElseThrow();
        int place = missing * EncodedStay.PER_HOUR + HEART_RATE;

        // then
        assertThat(encoded.cells()[place]).isZero();
        assertThat(encoded.cells()[place + SERIES]).isZero();
    }
}
