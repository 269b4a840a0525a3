package org.vigie.training.learn.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.synthetic.SampleStays;

class AdversarialBatchTest {
    private static final AdversarialConfig CONFIG = new AdversarialConfig(3, 2, 4, 200, 1, 1e-3, 10, 5);

    @Test
    void aBatchHoldsMoreDeathsThanWereRecordedAndNumbersForEachStay() {
        // given
        SeriesQuantiles scaling = SeriesQuantiles.of(SampleStays.of(40, 1));
        List<EncodedStay> stays = SampleStays.of(40, 1).stream()
                .map(stay -> EncodedStay.of(stay, scaling))
                .toList();
        List<EncodedStay> deaths =
                stays.stream().filter(stay -> stay.condition().died()).toList();
        List<EncodedStay> survivors =
                stays.stream().filter(stay -> !stay.condition().died()).toList();

        // when
        AdversarialBatch batch = AdversarialBatch.draw(deaths, survivors, CONFIG, new SplittableRandom(7));

        // then
        long died = IntStream.range(0, 200)
                .filter(stay -> batch.conditions()[stay * StayCondition.SIZE] == 1)
                .count();
        assertThat(died).isBetween(40L, 80L);
        assertThat(batch.cells()).hasSize(200 * HourlyGrid.HOURS * EncodedStay.PER_HOUR);
        assertThat(batch.noise()).hasSize(600);
        assertThat(batch.hourNoise()).hasSize(200 * HourlyGrid.HOURS * 2);
        assertThat(batch.between()).hasSize(200);
    }

    @Test
    void settingsWithoutStaysOrRateAreRefused() {
        assertThatThrownBy(() -> new AdversarialConfig(3, 2, 4, 0, 1, 1e-3, 10, 5))
                .hasMessage("batch: must be at least 1, was 0");
        assertThatThrownBy(() -> new AdversarialConfig(3, 2, 4, 8, 1, 0, 10, 5))
                .hasMessage("rate, penalty: must be positive, were 0.0 and 10.0");
    }
}
