package org.vigie.triage.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.PlattScaling;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.feature.TriageVisit;
import org.vigie.triage.model.LevelPrediction;
import org.vigie.triage.model.LevelScale;
import org.vigie.triage.model.TriageModelCard;
import org.vigie.triage.model.TriageTreesConfig;
import org.vigie.triage.model.TunedTriageTrees;
import org.vigie.triage.training.evaluate.TriageAgreement;
import org.vigie.triage.training.visit.VisitFile;

class TriageReportTest {
    private static final List<Double> SURE_OF_TWO = List.of(0.0, 1.0, 0.0, 0.0, 0.0);
    private static final List<LevelPrediction> RUN = List.of(new LevelPrediction(2, 2, SURE_OF_TWO));
    private static final TunedTriageTrees TUNED = new TunedTriageTrees(
            new TriageTreesConfig(120, 0.05, 4, 8, 0.3, 2),
            new LevelScale(
                    List.of(1.5, 2.25, 3.5, 4.5),
                    List.of(
                            PlattScaling.IDENTITY,
                            PlattScaling.IDENTITY,
                            PlattScaling.IDENTITY,
                            PlattScaling.IDENTITY)));

    private TriageModelCard card;
    private TriageResults results;

    @BeforeEach
    void oneVisitOfLevelFourThatTheModelCallsTwo() {
        var visit = new VisitFile.VisitRow(2, "1", new TriageVisit(Map.of(), ""), List.of(), 4);
        Map<TriageEvidence, List<List<LevelPrediction>>> predictions = Map.of(
                TriageEvidence.COMPLAINT, List.of(RUN, RUN),
                TriageEvidence.ASSESSMENT, List.of(RUN, RUN),
                TriageEvidence.VITALS, List.of(RUN, RUN));
        results = new TriageResults(List.of(visit), predictions, 1);
        card = new TriageModelCard(
                "triage-ktas",
                "7",
                "abc123",
                "Gives a second opinion.",
                "Not a medical device.",
                "adult visits",
                "CC BY 4.0.",
                "Moon et al.",
                "1",
                Map.of(TriageEvidence.VITALS, List.of("HR", "RR")),
                Map.of(TriageEvidence.VITALS, TUNED),
                1,
                Map.of(),
                List.of(),
                "vigie triage train");
    }

    private String report(Optional<MimicEdValidation> second) {
        return new TriageReport(card, results, second).text();
    }

    @Test
    void theHeadNamesTheModelItsNoticeAndItsDigest() {
        assertThat(report(Optional.empty()))
                .startsWith("# triage-ktas 7\n")
                .contains("Gives a second opinion. **Not a medical device.**", "SHA-256 of its trees: `abc123`");
    }

    @Test
    void eachKindOfEvidenceHasARowOfMetricsWithIntervals() {
        // when
        String text = report(Optional.empty());

        // then
        assertThat(text).contains("1 adult visits", "divided into five folds at random, 2 times");
        assertThat(text.lines().filter(line -> line.startsWith("| **")).limit(3))
                .allMatch(line -> line.contains("| 0.000 (0.000 to 0.000) |"))
                .extracting(line -> line.split("\\*\\*", -1)[1])
                .containsExactly(
                        "all inputs, with the complaint", "without the complaint", "vital signs, age, sex, arrival");
    }

    @Test
    void theConfusionCountsTheExpertsByRowAndTheModelByColumn() {
        assertThat(report(Optional.empty()))
                .contains("The Brier score of the five probabilities is 2.000.")
                .contains("| **4** | 0 | 1 | 0 | 0 | 0 |")
                .contains("| **2** | 0 | 0 | 0 | 0 | 0 |");
    }

    @Test
    void theMethodNamesTheSettingsTheCutsAndTheColumns() {
        assertThat(report(Optional.empty()))
                .contains("- VITALS: TriageTreesConfig[rounds=120,", "cuts [1.50, 2.25, 3.50, 4.50], columns [HR, RR].")
                .contains("- Data: Moon et al. CC BY 4.0.", "- Made by `vigie triage train`.");
    }

    @Test
    void aSecondSetThatWasNotThereIsSaidToBeMissing() {
        assertThat(report(Optional.empty())).contains("## MIMIC-IV-ED demo\n\nNot measured: the data were missing.");
    }

    @Test
    void aSecondSetHasARowForItsOwnTreesAndOneForTheModel() {
        // given
        var agreement = new TriageAgreement(new int[] {2}, List.of(RUN));

        // when
        String text = report(Optional.of(new MimicEdValidation(1, agreement, agreement)));

        // then
        assertThat(text)
                .contains("\n1 visits of one hospital in Boston", "| trees that learnt from these visits,")
                .contains("| the KTAS model, which learnt from none of them | ")
                .doesNotContain("Not measured");
    }
}
