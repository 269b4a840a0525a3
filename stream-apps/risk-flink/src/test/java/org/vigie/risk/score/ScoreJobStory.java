package org.vigie.risk.score;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.risk.window.StaySampleWindows;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Window;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.testing.story.WardStory;
import org.vigie.testing.time.TestClock;

/** Runs the score step with a scorer whose answers are recorded. */
abstract class ScoreJobStory {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    static final ScoreConfig SETTINGS = new ScoreConfig(
            Duration.ofSeconds(5),
            2,
            Duration.ofMillis(500),
            8,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofHours(1));

    static final Duration STEP = Duration.ofMillis(100);

    static final int HR = 14;

    static final int LACTATE = 16;

    final RecordedScorer scorer = new RecordedScorer();

    final TestClock clock = new TestClock(START);

    final Window window = StaySampleWindows.of(
            new WardStory().bed("REA/01", "stay-1").at("PT5H30M").kept("hr", 90).clean());

    static SurvivalExplanation heartRateAndAgeCount() {
        float[] cells = new float[ScoreRequest.CELLS];
        float[] statics = new float[ScoreRequest.STATICS];
        cells[47 * HourlyGrid.SERIES + HR] = 0.5f;
        statics[0] = -0.25f;
        return new SurvivalExplanation(cells, statics);
    }

    Window later(int minutes) {
        return Window.newBuilder(window)
                .setEnd(window.getEnd().plus(Duration.ofMinutes(minutes)))
                .build();
    }

    List<RiskScore> ask(Window... windows) throws Exception {
        return ask(SETTINGS, List.of(windows), Duration.ofSeconds(6));
    }

    /** @param each time until the next window */
    List<RiskScore> ask(ScoreConfig settings, List<Window> windows, Duration each) throws Exception {
        var function = new ScoreFunction(() -> scorer, "survival-lstm", settings, clock);
        var operator = new AsyncWaitOperatorFactory<>(
                function,
                settings.timeout().toMillis(),
                settings.inFlight(),
                OutputMode.ORDERED,
                ScoreFunction.retry(settings));
        var type = new AvroTypeInfo<>(Window.class);
        var flink = new OneInputStreamOperatorTestHarness<Window, RiskScore>(
                operator, type.createSerializer(new ExecutionConfig().getSerializerConfig()));
        flink.open();
        for (Window window : windows) {
            flink.processElement(new StreamRecord<>(window));
            pass(flink, each);
        }
        pass(flink, settings.timeout());
        flink.endInput();
        List<RiskScore> scores = List.copyOf(flink.extractOutputValues());
        flink.close();
        return scores;
    }

    /** Advances simulated time, retry after retry. */
    void pass(OneInputStreamOperatorTestHarness<?, ?> flink, Duration time) throws Exception {
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
