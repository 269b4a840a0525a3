package org.vigie.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.WindowEstimatesRecord;
import org.vigie.signal.impute.WindowEstimates;
import org.vigie.signal.impute.WindowEstimates.ImputerIdentity;

class WindowEstimatesMapperTest {
    private final WindowEstimatesMapper mapper = new WindowEstimatesMapper();

    @Test
    void estimatesComeBackAsTheyWere() {
        // given
        WindowEstimates estimates = new WindowEstimates(
                new ImputerIdentity("imputer-attention", "1", "ab12"),
                new int[] {36, 74},
                new float[] {80.5F, 7.4F},
                new float[] {70, 7.3F},
                new float[] {95, 7.5F});

        // when
        WindowEstimatesRecord written = mapper.toRecord(estimates);
        WindowEstimates read = mapper.toRule(written);

        // then
        assertThat(written.getCells()).containsExactly(36, 74);
        assertThat(read.imputer()).isEqualTo(estimates.imputer());
        assertThat(read.values()).containsExactly(80.5F, 7.4F);
        assertThat(read.lows()).containsExactly(70, 7.3F);
        assertThat(read.highs()).containsExactly(95, 7.5F);
    }
}
