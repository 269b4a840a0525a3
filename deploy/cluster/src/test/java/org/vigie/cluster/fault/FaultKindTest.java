package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultKindTest {
    @ParameterizedTest
    @EnumSource
    void eachKindIsFoundByTheNameThatIsTyped(FaultKind kind) {
        assertThat(FaultKind.of(kind.word())).contains(kind);
        assertThat(kind.word()).matches("[a-z-]+");
    }

    @Test
    void aNameOfNoKindFindsNone() {
        assertThat(FaultKind.of("meteorite")).isEmpty();
    }

    @Test
    void aRollingRestartIsDrawnOnlyWhenItIsNamed() {
        assertThat(FaultKind.names()).contains("rolling-restart");
        assertThat(FaultKind.usual()).contains(FaultKind.KILL).doesNotContain(FaultKind.ROLLING_RESTART);
    }
}
