package org.vigie.replay.passport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.records.RuleHistory;
import org.vigie.replay.publication.PublishedRuleReader;
import org.vigie.schemas.Alert;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Computes recorded scores and alerts of a ward again from its topics. It writes to none.
 *
 * @param kafka where the topics are
 * @param reads takes each stay whose records are read, before they are computed again: it may refuse
 */
public record PassportVerification(KafkaConnectionConfig kafka, PassportReads reads) {
    /**
     * Computes scores again.
     *
     * @param id {@code stay:revision}, or a stay for all its scores
     * @return one answer for each score, oldest first; empty when no score has this identifier
     */
    public List<PassportAnswer> scores(String id, ScorePassport passport) {
        var recorded = new RecordedScores(kafka, new AvroSerdes(kafka.registry()));
        List<PlacedRecord<RiskScore>> scores = recorded.scores(id);
        if (scores.isEmpty()) {
            return List.of();
        }
        bedsByStay(scores, RiskScore::getStay, RiskScore::getBed).forEach(reads::read);
        var windows = recorded.windows(scores);
        return scores.stream()
                .map(score -> passport.verify(score.value(), windows.of(score.value())))
                .toList();
    }

    /**
     * Computes the ledger entries of alerts again.
     *
     * @param id an alert, or a stay for all its alerts
     * @param settings whose rules and watch are used where the rules of the entries were not published
     * @param history time before the first entry from which the stay is computed again
     * @return one answer for each alert; empty when no alert has this identifier
     * @throws IllegalArgumentException when the rules that raised the alert are unknown
     */
    public List<PassportAnswer> alerts(String id, AlertStreamsConfig settings, Duration history) {
        var recorded = new RecordedAlerts(kafka, new AvroSerdes(kafka.registry()));
        Map<String, List<PlacedRecord<Alert>>> alerts = recorded.entries(id);
        if (alerts.isEmpty()) {
            return List.of();
        }
        List<PlacedRecord<Alert>> all =
                alerts.values().stream().flatMap(List::stream).toList();
        bedsByStay(all, Alert::getStay, Alert::getBed).forEach(reads::read);
        RuleHistory published = new PublishedRuleReader(kafka).read(settings.ruleCatalogue());
        AlarmRuleCatalogue rules = rules(all.get(0).value().getRuleVersion(), published);
        AlertPassport passport = recorded.passport(all, history, rules, settings.watch());
        List<PassportAnswer> answers = new ArrayList<>();
        alerts.forEach((alert, entries) -> answers.add(verify(passport, alert, entries, rules.version())));
        return answers;
    }

    /** Returns the newest bed of each stay. */
    private static <T> Map<String, String> bedsByStay(
            List<PlacedRecord<T>> records, Function<T, String> stay, Function<T, String> bed) {
        Map<String, String> beds = new LinkedHashMap<>();
        records.forEach(record -> beds.put(stay.apply(record.value()), bed.apply(record.value())));
        return beds;
    }

    private static PassportAnswer verify(
            AlertPassport passport, String alert, List<PlacedRecord<Alert>> entries, String version) {
        List<Alert> recorded = entries.stream().map(PlacedRecord::value).toList();
        return recorded.stream().allMatch(entry -> entry.getRuleVersion().equals(version))
                ? passport.verify(alert, recorded)
                : PassportAnswer.unknown(alert, "it has entries of other rules than " + version);
    }

    /** Returns the published or configured rules with the version, else the shipped ones. */
    private static AlarmRuleCatalogue rules(String version, RuleHistory published) {
        return published
                .ofVersion(version)
                .or(() -> AlarmRuleCatalogue.shipped(version))
                .orElseThrow(() -> new IllegalArgumentException("--config: the rules " + version
                        + " raised the alert, but they were not published, and the configured rules are "
                        + published.at(Instant.EPOCH).version()
                        + "; a configuration with that rule file was expected"));
    }
}
