package org.vigie.risk.impute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.risk.window.StaySampleWindows;
import org.vigie.schemas.Window;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.testing.story.WardStory;
import org.vigie.testing.time.TestClock;

/** Tests the step impute with an estimator whose answers are prepared. */
class ImputeJobTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int CELL = 47 * 37 + 3;
    private static final ImputeConfig USED =
            new ImputeConfig("imputer-attention", "", Duration.ofSeconds(1), 8, Duration.ofSeconds(10));

    private final RecordedEstimator estimator = new RecordedEstimator();
    private final TestClock clock = new TestClock(START);
    private final Window window = StaySampleWindows.of(
            new WardStory().bed("REA/01", "stay-1").at("PT5H30M").kept("hr", 90).clean());

    @Test
    void aWindowGetsItsEstimatesAndItsScoreInputsStay() throws Exception {
        // given
        estimator.answer(CELL, 21);

        // when
        Window imputed = pass(USED, List.of(window)).get(0);

        // then
        assertThat(imputed.getEstimates().getCells()).containsExactly(CELL);
        assertThat(imputed.getEstimates().getValues()).containsExactly(21F);
        assertThat(imputed.getEstimates().getImputer()).isEqualTo("imputer-attention");
        assertThat(ScoreRequestMapper.digest(ScoreRequestMapper.request(imputed)))
                .isEqualTo(window.getDigest());
        assertThat(estimator.lastRecipe).isEqualTo(PreparationRecipe.SHIPPED.digest());
        assertThat(estimator.closed).isTrue();
    }

    @Test
    void withoutAnImputerWindowsPassAsTheyAre() throws Exception {
        // when
        List<Window> passed = pass(ImputeConfig.defaults(), List.of(window));

        // then
        assertThat(passed).containsExactly(window);
        assertThat(estimator.asked).isZero();
    }

    @Test
    void aWindowGoesOnWithItsLastValuesWhenTheImputerFails() throws Exception {
        // given
        estimator.fail().answer(CELL, 21);

        // when
        List<Window> passed = pass(USED, List.of(window, window));

        // then
        assertThat(passed.get(0)).isEqualTo(window);
        assertThat(passed.get(1).getEstimates()).isNotNull();
    }

    @Test
    void aWindowWaitsNoLongerThanTheTimeout() throws Exception {
        // when: the estimator never answers
        List<Window> passed = pass(USED, List.of(window));

        // then
        assertThat(passed).containsExactly(window);
    }

    @Test
    void anImputerThatOnlyFailsIsNotAskedForEachWindow() throws Exception {
        // when: each of 40 windows, a second after the other, would wait for an answer
        List<Window> passed = pass(USED, Collections.nCopies(40, window));

        // then: it is asked for ten seconds, then once in ten
        assertThat(passed).hasSize(40);
        assertThat(estimator.asked).isBetween(8, 20);
    }

    /** Sends windows one second apart. */
    private List<Window> pass(ImputeConfig settings, List<Window> windows) throws Exception {
        var operator = new AsyncWaitOperatorFactory<>(
                new ImputeFunction(() -> estimator, settings, clock),
                settings.timeout().toMillis(),
                settings.inFlight(),
                OutputMode.ORDERED);
        var type = new AvroTypeInfo<>(Window.class);
        var flink = new OneInputStreamOperatorTestHarness<Window, Window>(
                operator, type.createSerializer(new ExecutionConfig().getSerializerConfig()));
        flink.open();
        for (Window each : windows) {
            flink.processElement(new StreamRecord<>(each));
            advance(flink, Duration.ofSeconds(1));
        }
        advance(flink, settings.timeout());
        flink.endInput();
        List<Window> passed = List.copyOf(flink.extractOutputValues());
        flink.close();
        return passed;
    }

    private void advance(OneInputStreamOperatorTestHarness<?, ?> flink, Duration time) throws Exception {
        long until = flink.getProcessingTime() + time.toMillis();
        while (flink.getProcessingTime() < until) {
            for (var mail = flink.getTaskMailbox().tryTake(0);
                    mail.isPresent();
                    mail = flink.getTaskMailbox().tryTake(0)) {
                mail.get().run();
            }
            flink.setProcessingTime(flink.getProcessingTime() + STEP.toMillis());
            clock.advance(STEP);
        }
    }
}
