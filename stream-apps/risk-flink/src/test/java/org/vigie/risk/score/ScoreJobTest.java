package org.vigie.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException.ScorerErrorCode;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.risk.window.StaySampleWindows;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.Window;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.testing.story.WardStory;
import org.vigie.testing.time.TestClock;

/** Tests the step score in Flink's test harness, with retries on a simulated clock. */
class ScoreJobTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final ScoreConfig SETTINGS = new ScoreConfig(
            Duration.ofSeconds(5),
            2,
            Duration.ofMillis(500),
            8,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofHours(1));

    private static final Duration STEP = Duration.ofMillis(100);
    private static final int HR = 14;
    private static final int LACTATE = 16;

    private final RecordedScorer scorer = new RecordedScorer();
    private final TestClock clock = new TestClock(START);
    private final Window window = StaySampleWindows.of(
            new WardStory().bed("REA/01", "stay-1").at("PT5H30M").kept("hr", 90).clean());

    @Test
    void aWindowIsAnsweredWithTheModelsProbability() throws Exception {
        // given
        scorer.answer(0.27);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).singleElement().satisfies(score -> {
            assertThat(score.getStatus()).isEqualTo(ScoreStatus.SCORED);
            assertThat(score.getProbability()).isEqualTo(0.27);
            assertThat(score.getReason()).isNull();
            assertThat(score.getModelVersion()).isEqualTo("3");
            assertThat(score.getWindowDigest()).isEqualTo(window.getDigest());
            assertThat(score.getWindowEnd()).isEqualTo(window.getEnd());
            assertThat(score.getHoursSeen()).isEqualTo(6);
            assertThat(score.getImputedShare()).isEqualTo(1 - 1.0 / (6 * 37));
            assertThat(score.getScoredAt()).isEqualTo(START);
        });
    }

    @Test
    void anAssessmentIsSentWithItsIntervalItsCurveAndItsLargestContributions() throws Exception {
        // given: 30 days of the curve, and two contributions
        List<Double> curve =
                IntStream.rangeClosed(1, 30).mapToObj(day -> 1 - day / 128.0).toList();
        scorer.answer(
                new SurvivalAssessment(0.27, 0.125, 0.5, curve, 9, 0.9, false, SurvivalAssessment.NONE),
                heartRateAndAgeCount());

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).singleElement().satisfies(score -> {
            assertThat(List.of(score.getLow(), score.getHigh(), score.getLosDays()))
                    .containsExactly(0.125, 0.5, 9.0);
            assertThat(List.of(score.getSurvival1d(), score.getSurvival7d(), score.getSurvival30d()))
                    .containsExactly(127 / 128.0, 121 / 128.0, 98 / 128.0);
            assertThat(score.getContributions())
                    .extracting(
                            Contribution::getVariable,
                            Contribution::getHour,
                            Contribution::getValue,
                            Contribution::getKind,
                            Contribution::getLogOdds)
                    .containsExactly(
                            tuple("hr", 5, 90.0, CellOriginRecord.MEASURED, 0.5),
                            tuple("age_years", null, null, null, -0.25));
        });
    }

    @Test
    void anAbstentionNamesTheMeasurementThatWouldHelp() throws Exception {
        // given
        scorer.answer(SurvivalAssessment.abstaining(0.99, LACTATE), SurvivalExplanation.NONE);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).singleElement().satisfies(score -> {
            assertThat(score.getStatus()).isEqualTo(ScoreStatus.ABSTAINED);
            assertThat(score.getProbability()).isNull();
            assertThat(score.getMostHelpful()).isEqualTo("lactate");
            assertThat(score.getReason()).isEqualTo("ABSTAINED: too little was measured; lactate would help most");
            assertThat(score.getContributions()).isEmpty();
            assertThat(score.getModelVersion()).isEqualTo("3");
        });
        assertThat(scorer.asked).hasSize(1);
    }

    @Test
    void onceAnHourOfTheStayContributionsAreRequested() throws Exception {
        // given
        SurvivalAssessment likely = SurvivalAssessment.of(0.1, 0);
        scorer.answer(likely, SurvivalExplanation.NONE)
                .answer(likely, heartRateAndAgeCount())
                .answer(likely, SurvivalExplanation.NONE)
                .answer(likely, SurvivalExplanation.NONE);

        // when
        ask(window, later(5), later(60), later(65));

        // then: the first has no explanation, so that one is requested for the second too
        assertThat(scorer.explained).containsExactly(true, true, false, true);
    }

    private static SurvivalExplanation heartRateAndAgeCount() {
        float[] cells = new float[ScoreRequest.CELLS];
        float[] statics = new float[ScoreRequest.STATICS];
        cells[47 * HourlyGrid.SERIES + HR] = 0.5f;
        statics[0] = -0.25f;
        return new SurvivalExplanation(cells, statics);
    }

    private Window later(int minutes) {
        return Window.newBuilder(window)
                .setEnd(window.getEnd().plus(Duration.ofMinutes(minutes)))
                .build();
    }

    @Test
    void theDigestOfAWindowIsTheDigestOfItsRequest() throws Exception {
        // given
        scorer.answer(0.27);

        // when
        ask(window);

        // then
        assertThat(scorer.asked)
                .singleElement()
                .satisfies(request ->
                        assertThat(ScoreRequestMapper.digest(request)).isEqualTo(window.getDigest()));
    }

    @Test
    void aFailureThatMayPassIsRetried() throws Exception {
        // given
        scorer.fail(ScorerErrorCode.TIMEOUT).fail(ScorerErrorCode.OVERLOADED).answer(0.5);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).extracting(RiskScore::getProbability).containsExactly(0.5);
        assertThat(scorer.asked).hasSize(3);
    }

    @Test
    void afterTheLastAttemptTheAnswerHasTheReasonForItsMissingScore() throws Exception {
        // given
        scorer.fail(ScorerErrorCode.MODEL_UNAVAILABLE)
                .fail(ScorerErrorCode.MODEL_UNAVAILABLE)
                .fail(ScorerErrorCode.MODEL_UNAVAILABLE);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).singleElement().satisfies(score -> {
            assertThat(score.getStatus()).isEqualTo(ScoreStatus.UNAVAILABLE);
            assertThat(score.getProbability()).isNull();
            assertThat(score.getReason()).isEqualTo("MODEL_UNAVAILABLE: as prepared");
            assertThat(score.getModel()).isEqualTo("survival-lstm");
        });
        assertThat(scorer.asked).hasSize(3);
    }

    @Test
    void aRefusedRequestIsNotRepeated() throws Exception {
        // given
        scorer.fail(ScorerErrorCode.BAD_REQUEST);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).extracting(RiskScore::getReason).containsExactly("BAD_REQUEST: as prepared");
        assertThat(scorer.asked).hasSize(1);
    }

    @Test
    void aScorerThatBreaksItsContractStopsNothing() throws Exception {
        // given
        scorer.fail(new IllegalStateException("oops")).answer(0.5);

        // when
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores).extracting(RiskScore::getProbability).containsExactly(0.5);
    }

    @Test
    void aServerThatDoesNotAnswerMakesTheWindowUnavailable() throws Exception {
        // when the scorer has no answer prepared
        List<RiskScore> scores = ask(window);

        // then
        assertThat(scores)
                .extracting(RiskScore::getStatus, RiskScore::getReason)
                .containsExactly(tuple(ScoreStatus.UNAVAILABLE, "GAVE_UP: no answer within PT5S"));
    }

    @Test
    void aModelServerThatStartsSomeSecondsLateLeavesNoBedWithoutItsScore() throws Exception {
        // given: the server is reachable 25 s after the first of many requests
        ScoreConfig ordinary = ScoreConfig.defaults();
        scorer.failUntil(clock.instant().plusSeconds(25), clock);

        // when
        List<RiskScore> scores = ask(ordinary, Collections.nCopies(ordinary.inFlight(), window), STEP);

        // then
        assertThat(scores)
                .extracting(RiskScore::getProbability)
                .hasSize(ordinary.inFlight())
                .containsOnly(0.5);
        assertThat(scorer.asked).as("pauses grow").hasSizeLessThanOrEqualTo(9 * ordinary.inFlight());
    }

    @Test
    void anOpenBreakerAnswersWithoutAsking() throws Exception {
        // given: nothing but failures for longer than the breaker takes to open
        scorer.failUntil(Instant.MAX, clock);

        // when
        List<RiskScore> scores = ask(SETTINGS, Collections.nCopies(10, window), Duration.ofSeconds(6));

        // then
        assertThat(scores).hasSize(10);
        assertThat(scores.get(9).getReason())
                .startsWith("BREAKER_OPEN: the model server fails since 2026-03-01T12:00:00Z and is asked again at");
        assertThat(scorer.asked).hasSizeLessThan(30);
    }

    @Test
    void theScorerIsClosedWithTheJob() throws Exception {
        // given
        scorer.answer(0.5);

        // when
        ask(window);

        // then
        assertThat(scorer.closed).isTrue();
    }

    private List<RiskScore> ask(Window... windows) throws Exception {
        return ask(SETTINGS, List.of(windows), Duration.ofSeconds(6));
    }

    /** @param each time until the next window */
    private List<RiskScore> ask(ScoreConfig settings, List<Window> windows, Duration each) throws Exception {
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
    private void pass(OneInputStreamOperatorTestHarness<?, ?> flink, Duration time) throws Exception {
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
