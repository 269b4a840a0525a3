package org.vigie.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;
import org.vigie.modelserver.serve.WindowInputCheck;
import org.vigie.signal.impute.PreparationRecipe;

class SampleWindowsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theModelServerTakesEachDrawnWindow(long seed) {
        // given
        var check = new WindowInputCheck(PreparationRecipe.SHIPPED);

        // when
        List<ScoreRequest> windows = new SampleWindows(seed).take(64);

        // then
        assertThat(windows).hasSize(64);
        assertThatCode(() -> check.check(SurvivalTensors.inputs(windows))).doesNotThrowAnyException();
    }
}
