package org.vigie.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokerFailureSimulationTest {
    private static final WardSizing WARD = new WardSizing(200, MeasuredCosts.ofBenchmarks());

    @Test
    void withoutAnOutageNoObservationIsLate() {
        // when
        BrokerFailureOutcome outcome = run(0, 1, 1);

        // then
        assertThat(outcome.observations()).isEqualTo(200 * 90);
        assertThat(outcome.late()).isZero();
        assertThat(outcome.recovery()).isZero();
    }

    @Test
    void theLongestDelayIsAtLeastTheFailover() {
        // when
        BrokerFailureOutcome outcome = run(10, 1, 1);

        // then
        assertThat(outcome.delayMax()).isBetween(10.0, 15.0);
        assertThat(outcome.recovery()).isBetween(10.0, 20.0);
        assertThat(outcome.delayP99Before()).isLessThan(100);
    }

    @Test
    void theSameSeedGivesTheSameOutcome() {
        assertThat(run(10, 1, 7)).isEqualTo(run(10, 1, 7)).isNotEqualTo(run(10, 1, 8));
    }

    @Test
    void processorsThatAreTooSlowNeverCatchUp() {
        assertThat(run(10, 100, 1).recovery()).isGreaterThan(run(10, 1, 1).recovery());
        assertThat(run(10, 100, 1).delayP99Before()).isGreaterThan(1_000);
    }

    private static BrokerFailureOutcome run(double failover, double slowdown, long seed) {
        return new BrokerFailureSimulation(WARD, new BrokerOutage(60, failover, 3), slowdown, 90, seed).run();
    }
}
