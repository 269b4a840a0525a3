package org.vigie.triage.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.vigie.evaluation.ConfusionMatrix;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.model.TriageMetric;
import org.vigie.triage.model.TriageModelCard;
import org.vigie.triage.training.evaluate.TriageAgreement;

/** Writes the report of a training in Markdown, beside the baselines. */
final class TriageReport {
    static final List<String> LIMITS = List.of(
            "Learnt from 887 adult visits of two Korean hospitals: 17 of level 1, 52 of level 5. What it says of those two levels rests on few.",
            "The words of complaints are English hospital shorthand, and the table of words was written with these very visits in view: other hospitals' wordings are understood less well, and the numbers with the complaint flatter to that extent. A complaint that is not understood is said so and not used.",
            "The triage nurse agrees with the experts far better (quadratic kappa .890) than the model: a second look, never a replacement.",
            "In a bed there is no complaint and no arrival: what is then said rests on vital signs, age, sex and the Glasgow score alone.",
            "The level is cut so that each level is given as often as the experts gave it; it need not be the likeliest one. In another emergency department the mix differs, and so should the cuts.");

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
        StringJoiner page = new StringJoiner("\n", "", "\n");
        page.add("# " + card.name() + " " + card.version()).add("").add(card.purpose() + " **" + card.notice() + "**");
        page.add("").add("SHA-256 of its trees: `" + card.digest() + "`").add("");
        page.add("## How good it is").add("");
        page.add(
                card.visits() + " " + card.data() + ". Five folds, drawn anew "
                        + results.of(TriageEvidence.COMPLAINT).runs().size()
                        + " times; settings, cuts and probabilities are chosen anew inside each learning part by five folds of its own. Means of the runs, 95 % intervals of 1,000 resamples of the visits.");
        page.add("").add(heading());
        page.add(row("**everything, the complaint too**", results.estimates().get("complaint")));
        page.add("| triage nurse | .890 | .858 | | | |");
        page.add(row("**without the complaint**", results.estimates().get("assessment")));
        page.add("| baseline: with mental state, pain, injury | .424 | .603 | .820 | .03 to .05 | |");
        page.add(row("**vital signs, age, sex, arrival**", results.estimates().get("vitals")));
        page.add("| baseline: vital signs, age, sex, arrival | .350 | .449 | .789 | .03 to .05 | |");
        page.add("")
                .add(
                        "Without the complaint, kappa is bought with accuracy: the cuts call as many visits 1, 2 and 5 as the experts do; the baselines give the likeliest level.");
        confusion(page, results.of(TriageEvidence.COMPLAINT));
        secondSet(page);
        page.add("").add("## Limits").add("");
        LIMITS.forEach(limit -> page.add("- " + limit));
        how(page);
        return page.toString();
    }

    private static String heading() {
        return "| looked at | quadratic kappa | accuracy | AUROC of levels 1-2 | two or more too calm | two or more too urgent |\n|---|---|---|---|---|---|";
    }

    private static String row(String name, Map<TriageMetric, IntervalEstimate> measures) {
        StringJoiner row = new StringJoiner(" | ", "| " + name + " | ", " |");
        measures.values().forEach(estimate -> row.add(estimate.text()));
        return row.toString();
    }

    private static void confusion(StringJoiner page, TriageAgreement agreement) {
        page.add("")
                .add(
                        "Everything looked at, one run: the experts' level by row, the model's by column. Brier score of the five probabilities "
                                + String.format(Locale.ROOT, "%.3f", agreement.brier()) + ".");
        page.add("").add("| experts | 1 | 2 | 3 | 4 | 5 |\n|---|---|---|---|---|---|");
        ConfusionMatrix confusion = agreement.confusion();
        for (int level = 1; level <= confusion.counts().length; level++) {
            StringJoiner row = new StringJoiner(" | ", "| **" + level + "** | ", " |");
            for (int count : confusion.counts()[level - 1]) {
                row.add(String.valueOf(count));
            }
            page.add(row.toString());
        }
    }

    private void secondSet(StringJoiner page) {
        page.add("").add("## MIMIC-IV-ED demo").add("");
        if (second.isEmpty()) {
            page.add("Not measured: the data were not there.");
            return;
        }
        page.add(
                second.get().visits()
                        + " visits of one hospital in Boston with an Emergency Severity Index (Johnson A et al., MIMIC-IV-ED Demo 2.2, PhysioNet 2023, ODbL 1.0). Another scale, no age, mental state or injury, one single visit of level 4 and none of 5: a check that the model ranks elsewhere, no more. Nothing of it is in the shipped model.");
        page.add("").add(heading());
        page.add(row(
                "trees learnt from these visits, cross-validated",
                second.get().own().estimates(SEED)));
        page.add(row(
                "the KTAS model, which saw none of them",
                second.get().external().estimates(SEED)));
    }

    private void how(StringJoiner page) {
        page.add("").add("## How it was made").add("");
        page.add(
                "- Boosted trees (XGBoost, squared error on the level's number); of each visit also a copy with 15 % of its cells taken out, so that an input may be missing that never was. Three sets of trees, for what there is to go by: "
                        + card.columns().keySet().stream().map(Enum::name).toList() + ".");
        card.trees()
                .forEach((evidence, tuning) -> page.add("- " + evidence + ": "
                        + tuning.settings() + ", cuts "
                        + tuning.scale().cuts().stream()
                                .map(cut -> String.format(Locale.ROOT, "%.2f", cut))
                                .toList() + ", columns " + card.columns().get(evidence) + "."));
        page.add(
                "- Never looked at: the nurse's level, diagnosis, disposition, error group, mistriage, length of stay, triage duration; nor the hospital and the number of patients an hour, which added nothing.");
        page.add("- Data: " + card.attribution() + " " + card.licence() + ".");
        page.add("- Made by `" + card.command() + "`.");
    }
}
