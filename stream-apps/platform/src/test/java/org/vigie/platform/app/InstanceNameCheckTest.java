package org.vigie.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class InstanceNameCheckTest {
    private static final Optional<Set<String>> ALONE = Optional.of(Set.of());
    private static final Optional<Set<String>> HELD = Optional.of(Set.of("alert-streams-1-1"));
    private static final Optional<Set<String>> AWAY = Optional.empty();

    private final Deque<Optional<Set<String>>> answers = new ArrayDeque<>();
    private final CountedWaits waits = new CountedWaits();
    private final InstanceNameCheck check = new InstanceNameCheck(this::answer, "alert-streams-1", waits);

    @Test
    void aMemberThatStaysLongerThanASessionIsAnotherProcess() {
        // given
        answers.addAll(Collections.nCopies(InstanceNameCheck.ANSWERS, HELD));

        // when, then
        assertThat(check.isTaken()).isTrue();
        assertThat(waits.waited).isGreaterThan(Duration.ofMillis(StreamsAppProperties.SESSION_MS + 2_000));
    }

    @Test
    void aMemberWhoseSessionEndsWasThisProcessItself() {
        // given
        answers.addAll(Collections.nCopies(InstanceNameCheck.ANSWERS - 1, HELD));
        answers.add(ALONE);

        // when, then
        assertThat(check.isTaken()).isFalse();
    }

    @Test
    void aBrokerThatDoesNotAnswerSaysNothingAboutTheName() {
        // given
        answers.addAll(Collections.nCopies(100, AWAY));
        answers.add(HELD);
        answers.addAll(Collections.nCopies(100, AWAY));
        answers.add(ALONE);

        // when, then
        assertThat(check.isTaken()).isFalse();
    }

    @Test
    void aMemberOfAnotherNameIsNoProblem() {
        for (String other : List.of("alert-streams-10-1", "alert-streams-1-b-1", "alert-streams-2-1")) {
            // given
            answers.add(Optional.of(Set.of(other)));

            // when, then
            assertThat(check.isTaken()).as(other).isFalse();
        }
    }

    @Test
    void anAppThatIsClosedNoLongerAsks() {
        // given
        waits.close();

        // when, then
        assertThat(check.isTaken()).isFalse();
        assertThat(waits.waited).isZero();
    }

    private Set<String> answer() throws ExecutionException {
        return answers.remove().orElseThrow(() -> new ExecutionException(new TimeoutException()));
    }
}
