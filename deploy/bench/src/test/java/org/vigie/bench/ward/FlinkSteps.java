package org.vigie.bench.ward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;
import org.vigie.risk.score.ScoreConfig;
import org.vigie.risk.score.ScoreFunction;
import org.vigie.risk.window.WindowConfig;
import org.vigie.risk.window.WindowFunction;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Stay;
import org.vigie.schemas.Window;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.testing.time.TestClock;

/**
 * Runs the steps window and score of risk-flink in Flink's test harness. The scorer computes from the window alone,
 * without a model or a native library.
 */
final class FlinkSteps implements AutoCloseable {
    private final WindowConfig settings = WindowConfig.defaults();
    private final TestClock clock;
    private final KeyedTwoInputStreamOperatorTestHarness<String, CleanObservation, Stay, Window> window;
    private final OneInputStreamOperatorTestHarness<Window, RiskScore> score;

    FlinkSteps(Instant start) throws Exception {
        clock = new TestClock(start);
        window = new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new WindowFunction(settings)),
                CleanObservation::getStay,
                Stay::getStay,
                Types.STRING);
        window.open();
        window.setProcessingTime(start.toEpochMilli());
        window.processWatermarkStatus2(WatermarkStatus.IDLE);
        score = scoreStep();
        score.open();
    }

    private OneInputStreamOperatorTestHarness<Window, RiskScore> scoreStep() throws Exception {
        ScoreConfig scoring = ScoreConfig.defaults();
        var function = new ScoreFunction(ArithmeticScorer::new, "arithmetic", scoring, clock);
        var operator = new AsyncWaitOperatorFactory<>(
                function,
                scoring.timeout().toMillis(),
                scoring.inFlight(),
                OutputMode.ORDERED,
                ScoreFunction.retry(scoring));
        return new OneInputStreamOperatorTestHarness<>(
                operator,
                new AvroTypeInfo<>(Window.class).createSerializer(new ExecutionConfig().getSerializerConfig()));
    }

    void take(CleanObservation observation) throws Exception {
        window.processElement1(new StreamRecord<>(observation));
    }

    void take(BedStays bed) throws Exception {
        for (Stay stay : bed.getStays()) {
            window.processElement2(new StreamRecord<>(stay));
        }
    }

    /** Sets the wall clock and lets event time follow it. */
    void pass(Instant now) throws Exception {
        clock.set(now);
        window.processWatermark1(
                new Watermark(now.minus(settings.outOfOrderness()).toEpochMilli()));
        window.setProcessingTime(now.toEpochMilli());
    }

    /** The windows that were sent since the last call. */
    List<Window> windows() {
        List<Window> windows = new ArrayList<>(window.extractOutputValues());
        window.getOutput().clear();
        return windows;
    }

    List<RiskScore> score(List<Window> windows) throws Exception {
        for (Window each : windows) {
            score.processElement(new StreamRecord<>(each));
            runMails();
        }
        List<RiskScore> scores = new ArrayList<>(score.extractOutputValues());
        score.getOutput().clear();
        return scores;
    }

    private void runMails() throws Exception {
        for (var mail = score.getTaskMailbox().tryTake(0);
                mail.isPresent();
                mail = score.getTaskMailbox().tryTake(0)) {
            mail.get().run();
        }
    }

    @Override
    public void close() {
        try {
            window.close();
            score.endInput();
            score.close();
        } catch (Exception e) {
            throw new IllegalStateException("Flink's harness cannot be closed", e);
        }
    }

    /** Answers with a probability between 0.2 and 0.8 that follows from how much was measured alone, and abstains at times. */
    static final class ArithmeticScorer implements SurvivalScorer {
        @Override
        public CompletionStage<SurvivalScore> score(ScoreRequest request, boolean explain) {
            int measured = measured(request);
            double probability = 0.2 + measured % 61 / 100.0;
            SurvivalAssessment assessment = measured % 8 == 0
                    ? SurvivalAssessment.abstaining(0.9, measured % HourlyGrid.SERIES)
                    : new SurvivalAssessment(
                            probability,
                            probability - 0.1,
                            probability + 0.1,
                            curve(probability),
                            9,
                            0.5,
                            false,
                            SurvivalAssessment.NONE);
            SurvivalExplanation explanation = explain ? explanation(request) : SurvivalExplanation.NONE;
            return CompletableFuture.completedFuture(
                    new SurvivalScore(assessment, explanation, "arithmetic", "1", "none"));
        }

        /** How many cells of the window were measured. */
        private static int measured(ScoreRequest request) {
            int measured = 0;
            for (float cell : request.measured()) {
                measured += (int) cell;
            }
            return measured;
        }

        private static List<Double> curve(double probability) {
            return IntStream.rangeClosed(1, 30)
                    .mapToObj(day -> 1 - probability * day / 32)
                    .toList();
        }

        private static SurvivalExplanation explanation(ScoreRequest request) {
            float[] cells = new float[ScoreRequest.CELLS];
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = request.measured()[cell] * (cell % 64) / 64;
            }
            return new SurvivalExplanation(cells, new float[ScoreRequest.STATICS]);
        }

        @Override
        public void close() {}
    }
}
