package org.vigie.station.replay;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.ReplayControlAction;

class ReplaySteeringRequestTest {
    @Test
    void aValueOfAnotherActionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplaySteeringRequest(ReplayControlAction.PAUSE, 1_000L, null, null))
                .withMessage("stepMs: must be absent for this action, was 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplaySteeringRequest(ReplayControlAction.SEEK, null, null, null))
                .withMessage("seekTo: must be given for this action, was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplaySteeringRequest(null, null, null, null))
                .withMessageStartingWith("action: must be PAUSE");
    }
}
