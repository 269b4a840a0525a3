package org.vigie.training.learn.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.synthetic.SampleStays;

/** Trains small networks on made-up stays of which those that end in death have a fast heart rate. */
class AdversarialTrainerIT {
    private static final AdversarialConfig TINY = new AdversarialConfig(4, 2, 8, 16, 3, 5e-3, 10, 5);

    private final List<LabelledStay> stays = SampleStays.of(40, 1);
    private final List<Double> shares = new ArrayList<>();

    @Test
    void theGeneratorLearnsWhatIsMeasuredAndWhoHasAFastHeart() {
        // when
        try (StayGenerator generator = trainer(150).train(stays)) {
            double dead = meanHeartRate(generator, true);
            double alive = meanHeartRate(generator, false);

            // then: recorded are 110 and 80
            assertThat(dead - alive).isGreaterThan(10);
            assertThat(shares).hasSize(150).endsWith(1.0);
        }
    }

    @Test
    void theSameSeedAndStepsGiveTheSameStay() {
        try (StayGenerator one = trainer(2).train(stays);
                StayGenerator again = trainer(2).train(stays)) {
            assertThat(first(again)).isEqualTo(first(one)).isNotEmpty();
        }
    }

    @Test
    void staysThatAllSurvivedAreRefused() {
        assertThatThrownBy(() -> trainer(1).train(stays.subList(0, 3)))
                .hasMessage("synthesis needs recorded stays with each outcome, had no deaths");
    }

    private AdversarialTrainer trainer(int steps) {
        return new AdversarialTrainer(
                TINY,
                new TrainingBudget(Duration.ofHours(1), steps),
                () -> Instant.EPOCH,
                (step, share, distance) -> shares.add(share));
    }

    private double meanHeartRate(StayGenerator generator, boolean died) {
        LabelledStay like = stays.get(died ? 3 : 0);
        SplittableRandom random = new SplittableRandom(9);
        return IntStream.range(0, 20)
                .mapToObj(id -> generator.generate(id, StayCondition.of(like), random))
                .flatMap(stay -> heartRates(stay).stream())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private List<Double> first(StayGenerator generator) {
        return heartRates(generator.generate(1, StayCondition.of(stays.get(0)), new SplittableRandom(9)));
    }

    private static List<Double> heartRates(LabelledStay stay) {
        List<Double> rates = new ArrayList<>();
        IntStream.range(0, 48)
                .forEach(hour ->
                        stay.stay().grid().value(hour, SampleStays.HEART_RATE).ifPresent(rates::add));
        return rates;
    }
}
