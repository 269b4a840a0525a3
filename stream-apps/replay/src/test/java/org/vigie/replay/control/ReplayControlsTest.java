package org.vigie.replay.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.ReplayControlAction;

class ReplayControlsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private final ReplayControls controls = new ReplayControls("anne", NOW);

    @Test
    void aValueIsReadByItsAction() {
        assertThat(controls.parse(ReplayControlAction.STEP, "PT1M").getStepMs()).isEqualTo(60_000);
        assertThat(controls.parse(ReplayControlAction.SPEED, "max").getSpeed()).isZero();
        assertThat(controls.parse(ReplayControlAction.SEEK, "2026-03-01T09:00:00+01:00")
                        .getSeekTo())
                .isEqualTo("2026-03-01T08:00:00Z");
        assertThat(controls.parse(ReplayControlAction.PAUSE, "").getUser()).isEqualTo("anne");
    }

    @ParameterizedTest
    @CsvSource({
        "STEP, 10 s, step: must be a duration such as PT10S or PT1M",
        "SPEED, fast, speed: must be a positive number",
        "SEEK, noon, seek: must be a time such as",
        "PAUSE, PT1M, pause: no value was expected"
    })
    void aValueThatDoesNotFitIsRefused(ReplayControlAction action, String value, String refusal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> controls.parse(action, value))
                .withMessageStartingWith(refusal)
                .withMessageContaining(value);
    }
}
