package org.vigie.triage.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.model.TriageMetric;
import org.vigie.triage.model.TriageModelCard;
import org.vigie.triage.model.TunedTriageTrees;
import org.vigie.triage.training.evaluate.TriageAgreement;

/** Writes the report of a training in Markdown, beside the baselines. */
final class TriageReport {
    static final List<String> LIMITS = List.of(
            "It learnt from 887 adult visits of two Korean hospitals: 17 of level 1 and 52 of level 5. Its results for these two levels rest on few visits.",
            "Complaints are written in English hospital shorthand. The table of words was made from these very visits, with the experts' levels and the worst errors out of fold in view. About 55 settings were tried on the same 887 visits. Cross-validation corrects neither: words of other hospitals are recognised less often, and the results with the complaint are optimistic to that extent. A complaint that is not recognised is reported and not used.",
            "A triage nurse agrees with the experts much better (quadratic kappa .890) than the model does. The model is a second opinion and no replacement.",
            "In a bed there is no complaint and no arrival. The level then rests on vital signs, age, sex and the Glasgow score alone.",
            "The cuts between the levels give each level as often as the experts gave it, so that the level can differ from the most probable one. Another emergency department has another mix of levels and needs other cuts.");

    private static final String HEADING = """
            | evidence | quadratic kappa | accuracy | AUROC of levels 1-2 | under-triage by two or more | over-triage by two or more |
            |---|---|---|---|---|---|""";
    private static final long SEED = 1;

    private final TriageModelCard card;
    private final TriageResults results;
    private final Optional<MimicEdValidation> second;

    TriageReport(TriageModelCard card, TriageResults results, Optional<MimicEdValidation> second) {
        this.card = card;
        this.results = results;
        this.second = second;
    }

    String text() {
        return String.join(
                "\n",
                "# " + card.name() + " " + card.version() + "\n",
                card.purpose() + " **" + card.notice() + "**\n",
                "SHA-256 of its trees: `" + card.digest() + "`\n",
                section("How good it is", agreement() + "\n\n" + confusion(results.of(TriageEvidence.COMPLAINT))),
                section("MIMIC-IV-ED demo", secondSet()),
                section("Limits", LIMITS.stream().map(limit -> "- " + limit).collect(Collectors.joining("\n"))),
                section("How it was made", method()));
    }

    private static String section(String heading, String content) {
        return "## " + heading + "\n\n" + content + "\n";
    }

    private String agreement() {
        return """
                %d %s. The visits were divided into five folds at random, %d times. Within each training part, the settings, the cuts and the probabilities were chosen by five folds of that part. The table shows means of the runs with 95 %% intervals of 1,000 resamples of the visits.

                %s
                %s
                | triage nurse | .890 | .858 | | | |
                %s
                | baseline: with mental state, pain, injury | .424 | .603 | .820 | .03 to .05 | |
                %s
                | baseline: vital signs, age, sex, arrival | .350 | .449 | .789 | .03 to .05 | |

                Without the complaint, kappa is higher and accuracy lower than those of the baselines. The cuts give levels 1, 2 and 5 as often as the experts do; the baselines give the most probable level.""".formatted(
                card.visits(),
                card.data(),
                results.of(TriageEvidence.COMPLAINT).runs().size(),
                HEADING,
                row("**all inputs, with the complaint**", results.estimates().get("complaint")),
                row("**without the complaint**", results.estimates().get("assessment")),
                row("**vital signs, age, sex, arrival**", results.estimates().get("vitals")));
    }

    private static String row(String name, Map<TriageMetric, IntervalEstimate> measures) {
        return measures.values().stream()
                .map(IntervalEstimate::text)
                .collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
    }

    private static String confusion(TriageAgreement agreement) {
        String brier = String.format(Locale.ROOT, "%.3f", agreement.brier());
        StringJoiner table = new StringJoiner("\n")
                .add(
                        "All inputs, one run: the experts' level by row, the model's by column. The Brier score of the five probabilities is "
                                + brier + ".\n")
                .add("| experts | 1 | 2 | 3 | 4 | 5 |")
                .add("|---|---|---|---|---|---|");
        int[][] counts = agreement.confusion().counts();
        for (int level = 1; level <= counts.length; level++) {
            table.add(IntStream.of(counts[level - 1])
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(" | ", "| **" + level + "** | ", " |")));
        }
        return table.toString();
    }

    private String secondSet() {
        return second.map(TriageReport::secondSet).orElse("Not measured: the data were missing.");
    }

    private static String secondSet(MimicEdValidation second) {
        return """
                %d visits of one hospital in Boston with an Emergency Severity Index (Johnson A et al., MIMIC-IV-ED Demo 2.2, PhysioNet 2023, ODbL 1.0). The set has another scale and no age, mental state or injury. It has one visit of level 4 and none of level 5. It only checks whether the model ranks visits elsewhere. The shipped model learnt nothing from it.

                %s
                %s
                %s""".formatted(
                        second.visits(),
                        HEADING,
                        row(
                                "trees that learnt from these visits, cross-validated",
                                second.own().estimates(SEED)),
                        row(
                                "the KTAS model, which learnt from none of them",
                                second.external().estimates(SEED)));
    }

    private String method() {
        StringJoiner lines = new StringJoiner("\n")
                .add(
                        "- The model is boosted trees (XGBoost, squared error on the level's number). Each visit is learnt twice, the second time without 15 % of its cells, so that any input may be missing.")
                .add("- There are three sets of trees, by the evidence of a visit: "
                        + card.columns().keySet().stream().map(Enum::name).toList() + ".");
        card.trees().forEach((evidence, tuning) -> lines.add(trees(evidence, tuning)));
        return lines.add(
                        "- Not used as inputs: the nurse's level, diagnosis, disposition, error group, mistriage, length of stay and triage duration. The hospital and the number of patients an hour added nothing.")
                .add("- Data: " + card.attribution() + " " + card.licence() + ".")
                .add("- Made by `" + card.command() + "`.")
                .toString();
    }

    private String trees(TriageEvidence evidence, TunedTriageTrees tuning) {
        List<String> cuts = tuning.scale().cuts().stream()
                .map(cut -> String.format(Locale.ROOT, "%.2f", cut))
                .toList();
        return "- " + evidence + ": " + tuning.settings() + ", cuts " + cuts + ", columns "
                + card.columns().get(evidence) + ".";
    }
}
