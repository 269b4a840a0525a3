package org.vigie.training.learn.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.vigie.training.learn.adversarial.TrainingBudget.SpentBudget;

class TrainingBudgetTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Test
    void theTimeEndsATrainingBeforeItsSteps() {
        // given
        SpentBudget spent = new TrainingBudget(Duration.ofMinutes(20), 1000).start(now::get);

        // when, then
        now.set(Instant.EPOCH.plusSeconds(300));
        assertThat(spent.share(10)).isEqualTo(.25);
        now.set(Instant.EPOCH.plusSeconds(1201));
        assertThat(spent.share(20)).isEqualTo(1);
    }

    @Test
    void theStepsEndATrainingBeforeItsTime() {
        // given
        SpentBudget spent = new TrainingBudget(Duration.ofMinutes(20), 4).start(now::get);

        // when, then
        assertThat(spent.share(1)).isEqualTo(.25);
        assertThat(spent.share(4)).isEqualTo(1);
    }

    @Test
    void aPartHasItsShareOfTimeAndAtLeastOneStep() {
        assertThat(new TrainingBudget(Duration.ofMinutes(20), 3).part(5))
                .isEqualTo(new TrainingBudget(Duration.ofMinutes(4), 1));
    }

    @Test
    void anEmptyBudgetIsRefused() {
        assertThatThrownBy(() -> new TrainingBudget(Duration.ZERO, 1))
                .hasMessage("--budget: must be positive, was PT0S");
        assertThatThrownBy(() -> new TrainingBudget(Duration.ofMinutes(1), 0))
                .hasMessage("--steps: must be at least 1, was 0");
    }
}
