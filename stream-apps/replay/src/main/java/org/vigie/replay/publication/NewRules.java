package org.vigie.replay.publication;

import java.time.Instant;
import java.util.Optional;
import org.vigie.records.RuleHistory;
import org.vigie.records.RuleRollback;
import org.vigie.schemas.RulePublication;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Decides whether new rules may be published.
 *
 * @param forced true when a person publishes them without a valid trial
 */
record NewRules(RuleFileText rules, Optional<RuleTrialFile> trial, boolean forced) {
    /**
     * Returns the publication of the rules.
     *
     * @throws IllegalArgumentException when the trial does not speak for them, or their version names other rules
     */
    RulePublication publication(RuleHistory history, PublicationReason by, Instant now) {
        requireOwnVersion(history);
        Optional<String> refusal = refusal(history.at(Instant.MAX), now);
        if (refusal.isPresent() && !forced) {
            throw new IllegalArgumentException(refusal.get());
        }
        return RulePublication.newBuilder()
                .setNumber(history.nextNumber())
                .setVersion(rules.rules().version())
                .setRules(rules.text())
                .setDigest(rules.digest())
                .setAuthor(by.author)
                .setReason(by.masked())
                .setPublishedAt(now)
                .setInForceFrom(now.plus(RuleRollback.LEAD))
                .setTrial(trial.filter(each -> refusal.isEmpty())
                        .map(RuleTrialFile::promise)
                        .orElse(null))
                .setForced(refusal.isPresent())
                .build();
    }

    private Optional<String> refusal(AlarmRuleCatalogue inForce, Instant now) {
        return trial.map(each -> each.refusal(rules, inForce.version(), now))
                .orElseGet(() -> Optional.of("--trial: the answer of ./vigie rules try " + rules.name()
                        + " --json was expected; publish without one with --force"));
    }

    /** Refuses a version that names other rules, because a ledger entry names its rules by their version. */
    private void requireOwnVersion(RuleHistory history) {
        String version = rules.rules().version();
        boolean isTaken = history.ofVersion(version)
                .filter(known -> !known.equals(rules.rules()))
                .isPresent();
        if (isTaken) {
            throw new IllegalArgumentException(rules.name() + ": version: " + version
                    + " names other rules already; a version of its own was expected");
        }
    }
}
