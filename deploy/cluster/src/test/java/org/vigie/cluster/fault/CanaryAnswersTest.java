package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests how long a fault interrupts the alarms of two partitions whose canaries come each second. */
class CanaryAnswersTest {
    private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");

    private final CanaryAnswers answers = new CanaryAnswers(2);

    @Test
    void alarmsFlowAgainWhenTheLastPartitionAnswersACanaryThatWasSentAfterTheFault() {
        // given: a fault from second 10 to 14; the second partition answers late
        answers.add(0, at(9), at(9.1));
        answers.add(1, at(9), at(9.1));
        answers.add(0, at(15), at(15.5));
        answers.add(1, at(13), at(20));
        answers.add(1, at(15), at(20.5));

        // when, then
        assertThat(answers.interruption(at(10), at(14))).contains(new AlarmInterruption(6.5, 10.9));
    }

    @Test
    void aSilenceBeforeTheFaultIsNotCounted() {
        // given
        answers.add(0, at(0), at(0));
        answers.add(1, at(0), at(0));
        answers.add(0, at(9), at(9));
        answers.add(1, at(9), at(9));
        answers.add(0, at(10.5), at(10.5));
        answers.add(1, at(10.5), at(10.5));

        // when, then
        assertThat(answers.interruption(at(10), at(10))).contains(new AlarmInterruption(0.5, 1.5));
    }

    @Test
    void alarmsDoNotFlowWhileOnePartitionAnswersNoNewCanary() {
        // given
        answers.add(0, at(15), at(15));
        answers.add(1, at(9), at(15));

        // when, then
        assertThat(answers.interruption(at(10), at(14))).isEmpty();
    }

    private static Instant at(double second) {
        return START.plusMillis(Math.round(second * 1_000));
    }
}
