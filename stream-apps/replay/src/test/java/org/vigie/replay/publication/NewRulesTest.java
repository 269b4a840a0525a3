package org.vigie.replay.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.RulePublication;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Tests which rules may be published after which trial. */
class NewRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-08T12:00:00Z");

    @TempDir
    Path directory;

    private final RuleHistory history = new RuleHistory(AlarmRuleCatalogue.adultIcu());
    private final RuleFileText rules = RuleFileText.load("adult-icu-3");
    private final PublicationReason reason = new PublicationReason();

    @Test
    void aTrialOfTheSameRulesIsEnoughAndItsPromiseIsKept() throws IOException {
        // when
        RulePublication publication = publish(trial(rules.digest(), NOW, ""), false);

        // then
        assertThat(publication.getNumber()).isEqualTo(1);
        assertThat(publication.getInForceFrom()).isEqualTo(NOW.plusSeconds(10));
        assertThat(publication.getForced()).isFalse();
        assertThat(publication.getTrial().getUnits()).singleElement().satisfies(unit -> {
            assertThat(unit.getUnit()).isEqualTo("REA");
            assertThat(unit.getCallsPerHour()).isEqualTo(2.5);
        });
    }

    @Test
    void aTrialOfOtherRulesIsRefused() {
        refused(() -> trial("0123", NOW, ""), "tried other rules than adult-icu-3");
    }

    @Test
    void aTrialOlderThanAWeekIsRefused() {
        refused(() -> trial(rules.digest(), NOW.minus(Duration.ofDays(8)), ""), "older than 7 days");
    }

    @Test
    void aTrialThatMissesARealAlarmIsRefused() {
        refused(() -> trial(rules.digest(), NOW, "\"REA/1 spo2_low 2026-03-07T12:00:00Z\""), "[REA/1 spo2_low");
    }

    @Test
    void aTrialAgainstRulesThatAreNoLongerInForceIsRefused() throws IOException {
        // given
        history.take(publish(trial(rules.digest(), NOW, ""), false));
        // when, then
        refused(() -> trial(rules.digest(), NOW, ""), "compares with " + inForce() + ", but adult-icu-3 is in force");
    }

    @Test
    void withoutATrialRulesAreRefusedUnlessAPersonForcesThem() {
        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewRules(rules, Optional.empty(), false).publication(history, reason, NOW))
                .withMessageContaining("./vigie rules try adult-icu-3 --json was expected");
        // when
        RulePublication forced = new NewRules(rules, Optional.empty(), true).publication(history, reason, NOW);
        // then
        assertThat(forced.getForced()).isTrue();
        assertThat(forced.getTrial()).isNull();
    }

    @Test
    void aVersionThatNamesOtherRulesIsRefused() throws IOException {
        // given
        Path file = directory.resolve("new.yaml");
        Files.writeString(file, rules.text().replaceFirst("version: adult-icu-3", "version: " + inForce()));
        var same = RuleFileText.load(file.toString());
        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NewRules(same, Optional.empty(), true).publication(history, reason, NOW))
                .withMessageContaining("new.yaml: version: " + inForce() + " names other rules already");
    }

    /** Writes a trial, when it is called. */
    @FunctionalInterface
    private interface TrialSource {
        RuleTrialFile get() throws IOException;
    }

    private void refused(TrialSource trial, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish(trial.get(), false))
                .withMessageContaining(why)
                .withMessageContaining("run ./vigie rules try again");
    }

    private RulePublication publish(RuleTrialFile trial, boolean forced) {
        return new NewRules(rules, Optional.of(trial), forced).publication(history, reason, NOW);
    }

    private static String inForce() {
        return AlarmRuleCatalogue.adultIcu().version();
    }

    private RuleTrialFile trial(String digest, Instant triedAt, String missed) throws IOException {
        Path file = directory.resolve("trial.json");
        Files.writeString(file, """
                {"from": "2026-03-07T00:00:00Z", "to": "2026-03-07T10:00:00Z", "before": "%s", "rules_digest": "%s",
                 "tried_at": "%s", "calls_per_bed_day": {"before": 9.0, "after": 8.0}, "feedback_current": {"missed": []},
                 "feedback_new": {"missed": [%s]},
                 "report_after": {"bed_days": 2.0, "by_unit": [{"name": "REA", "calls": 25}]}}""".formatted(inForce(), digest, triedAt, missed));
        return RuleTrialFile.read(file);
    }
}
