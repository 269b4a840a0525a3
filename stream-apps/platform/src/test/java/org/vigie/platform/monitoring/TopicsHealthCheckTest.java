package org.vigie.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Tests what an app says about topics that do not exist. */
class TopicsHealthCheckTest {
    private static final Set<String> NEEDED = Set.of("vigie.ward.rules.published", "vigie.ward.alerts.ledger");

    private final Set<String> existing = new HashSet<>(Set.of("vigie.ward.alerts.ledger"));
    private final List<String> questions = new ArrayList<>();
    private final TopicsHealthCheck topics = new TopicsHealthCheck(NEEDED, () -> {
        questions.add("list");
        return existing;
    });

    @Test
    void aMissingTopicIsNamedWithTheCommandThatCreatesIt() {
        assertThat(topics.check())
                .isEqualTo(new HealthResult(
                        false, "missing: vigie.ward.rules.published; './vigie topics' creates missing topics"));
    }

    @Test
    void aTopicThatIsCreatedMeanwhileIsFoundAndTheBrokerIsNotAskedAgain() {
        // given
        topics.check();
        existing.add("vigie.ward.rules.published");

        // when
        HealthResult later = topics.check();
        topics.check();

        // then
        assertThat(later).isEqualTo(new HealthResult(true, "all exist"));
        assertThat(questions).hasSize(2);
    }

    @Test
    void whileNoBrokerAnswersNothingIsKnown() {
        // given
        var silent = new TopicsHealthCheck(NEEDED, () -> {
            throw new ExecutionException(new TimeoutException("no answer"));
        });

        // when, then
        assertThat(silent.check()).isEqualTo(new HealthResult(false, "not known: the broker does not answer"));
    }
}
