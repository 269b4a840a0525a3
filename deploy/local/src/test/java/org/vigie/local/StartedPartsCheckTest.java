package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.vigie.platform.monitoring.HealthResult;

class StartedPartsCheckTest {
    private final StartedParts parts = new StartedParts();
    private final StartedPartsCheck check =
            new StartedPartsCheck(EnumSet.of(WardPart.BROKER, WardPart.STORE, WardPart.DASHBOARD_SINK), parts::has);

    @Test
    void theFirstAnswerNamesEveryPartInTheOrderOfTheDataFlow() {
        // when, then
        assertThat(check.check()).isEqualTo(new HealthResult(false, "not started: broker, store, dashboard-sink"));
    }

    @Test
    void aPartThatIsStillMissingIsNamedAlone() {
        // given
        parts.add(WardPart.BROKER, () -> {});
        parts.add(WardPart.DASHBOARD_SINK, () -> {});

        // when, then
        assertThat(check.check()).isEqualTo(new HealthResult(false, "not started: store"));
    }

    @Test
    void aWardWhosePartsAreAllThereIsUp() {
        // given
        check.expected().forEach(part -> parts.add(part, () -> {}));

        // when, then
        assertThat(check.check()).isEqualTo(new HealthResult(true, "all are started"));
    }

    @Test
    void aPartThatStopsIsMissingBeforeItHasStopped() {
        // given
        check.expected().forEach(part -> parts.add(part, () -> {}));
        var whileItStops = new ArrayList<HealthResult>();
        parts.add(WardPart.STORE, () -> whileItStops.add(check.check()));

        // when
        parts.close();

        // then
        assertThat(whileItStops).containsExactly(new HealthResult(false, "not started: store, dashboard-sink"));
    }
}
