package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.control.ReplaySpeed;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.vitals.CleaningRulesConfig;

class ReplayRequestTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant END = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void theWarmUpIsReadBeforeThePeriod() {
        assertThat(request(END, Duration.ofHours(2)).read())
                .isEqualTo(new PartitionPeriod(BEGIN.minus(Duration.ofHours(2)), END));
    }

    @Test
    void theLastMinuteIsNotComparedBecauseTheWardMayHaveAnsweredLater() {
        assertThat(request(END, Duration.ZERO).compared()).isEqualTo(new PartitionPeriod(BEGIN, END.minusSeconds(60)));
    }

    @Test
    void aPeriodWithoutAWholeMinuteCannotBeCompared() {
        // given
        ReplayRequest request = request(BEGIN.plusSeconds(60), Duration.ZERO);

        // when, then
        assertThatIllegalArgumentException().isThrownBy(request::compared).withMessageContaining("must be after");
    }

    @Test
    void recordsAreReadUpToTheTimeOfTheKnowledge() {
        assertThat(request(END, END.plusSeconds(600), Duration.ZERO).read())
                .isEqualTo(new PartitionPeriod(BEGIN, END.plusSeconds(600)));
    }

    @Test
    void nothingIsComparedThatWasNotKnownYet() {
        assertThat(request(END, BEGIN.plusSeconds(600), Duration.ZERO).compared())
                .isEqualTo(new PartitionPeriod(BEGIN, BEGIN.plusSeconds(540)));
    }

    @Test
    void aKnowledgeFromBeforeThePeriodIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(END, BEGIN, Duration.ZERO))
                .withMessage("--as-known-at: must be after --from, " + BEGIN + ", was " + BEGIN);
    }

    @Test
    void aNegativeWarmUpIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(END, Duration.ofHours(-1)))
                .withMessage("--warm-up: must not be negative, was PT-1H");
    }

    @Test
    void theReadingsAreCleanedByTheRevisionThatTheWardHad() {
        // given
        var options = new ReplayedStepOptions();
        options.rules = Optional.of("adult-icu-3");
        options.cleaning = 2;

        // when
        ReplayedSteps steps = options.steps(KafkaConnectionConfig.defaults(), Map.of());

        // then
        assertThat(steps.cleaning()).isEqualTo(new CleaningRulesConfig(2));
    }

    @Test
    void aRevisionThatDoesNotExistIsRefused() {
        // given
        var options = new ReplayedStepOptions();
        options.rules = Optional.of("adult-icu-3");
        options.cleaning = 3;

        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.steps(KafkaConnectionConfig.defaults(), Map.of()))
                .withMessage("cleaning.revision: must be 1 or 2, was 3");
    }

    private static ReplayRequest request(Instant end, Duration warmUp) {
        return request(end, end, warmUp);
    }

    private static ReplayRequest request(Instant end, Instant knownAt, Duration warmUp) {
        var ward = KafkaConnectionConfig.defaults();
        return new ReplayRequest(
                ward,
                new ReplayNamespace("study-1", ward),
                new PartitionPeriod(BEGIN, end),
                knownAt,
                warmUp,
                new BedSelection(List.of(), List.of()),
                steps(ward),
                RecordSource::ofTopics,
                ReplaySpeed.max(),
                false,
                true);
    }

    private static ReplayedSteps steps(KafkaConnectionConfig ward) {
        var options = new ReplayedStepOptions();
        options.rules = Optional.of("adult-icu-3");
        return options.steps(ward, Map.of());
    }
}
