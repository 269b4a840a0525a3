package org.vigie.risk.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.risk.window.ScoreRequestMapper;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;

/** Tests the step score in Flink's test harness, with retries on a simulated clock. */
class ScoreJobTest extends ScoreJobStory {
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
    void theScorerIsClosedWithTheJob() throws Exception {
        // given
        scorer.answer(0.5);

        // when
        ask(window);

        // then
        assertThat(scorer.closed).isTrue();
    }
}
