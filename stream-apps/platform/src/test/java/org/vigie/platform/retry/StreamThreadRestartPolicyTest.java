package org.vigie.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.DataInput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.vigie.platform.state.PositionalStateReader;

class StreamThreadRestartPolicyTest {
    private static final PositionalStateReader STATE = new PositionalStateReader("app", 1, 1);

    private final StreamThreadRestartPolicy restartPolicy = new StreamThreadRestartPolicy();

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void aThreadThatFailsRepeatedlyWaitsLongerUpToHalfAMinute() {
        assertThat(deaths(8)).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void afterACalmTimeADeathIsAFirstOneAgain() {
        // given
        deaths(5);

        // when
        now = now.plus(StreamThreadRestartPolicy.STABLE_RUN);

        // then
        assertThat(deaths(2)).containsExactly(0L, 1L);
    }

    @Test
    void almostCalmIsNotCalm() {
        // given
        deaths(3);

        // when
        now = now.plus(StreamThreadRestartPolicy.STABLE_RUN).minusMillis(1);

        // then
        assertThat(deaths(1)).containsExactly(4L);
    }

    @Test
    void anUnreadableStateIsUnrecoverableAtAnyDepthOfItsCauses() {
        // when
        var cutShort = catchThrowable(() -> STATE.read("memory", "bed", new byte[] {1}, DataInput::readInt));

        // then
        assertThat(restartPolicy.unrecoverable(new StreamsException("task 0_1", cutShort)))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("its own state cannot be read: MEMORY_UNREADABLE: app, store memory, key bed,"));
        assertThat(restartPolicy.unrecoverable(cutShort)).isPresent();
        assertThat(cutShort).hasMessageStartingWith("MEMORY_UNREADABLE: app, store memory, key bed, schema version 1:");
        assertThat(restartPolicy.unrecoverable(new StreamsException("the registry is away", new IOException())))
                .isEmpty();
    }

    @Test
    void aFencedNameIsFoundAtAnyDepthOfTheCauses() {
        // given
        var fenced = new StreamsException("poll", new FencedInstanceIdException("alert-streams-1"));
        // when, then
        assertThat(restartPolicy.isNameFenced(fenced)).isTrue();
        assertThat(restartPolicy.unrecoverable(fenced)).isEmpty();
        assertThat(restartPolicy.isNameFenced(new StreamsException("poll", new IOException())))
                .isFalse();
    }

    /** Each thread dies as soon as it begins. */
    private List<Long> deaths(int count) {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Duration pause = restartPolicy.pause(now);
            pauses.add(pause.toSeconds());
            now = now.plus(pause);
        }
        return pauses;
    }
}
