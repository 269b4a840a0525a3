package org.vigie.analytics.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessOperation;
import org.vigie.access.AuditedAccess;
import org.vigie.records.RuleHistory;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.PromisedCallRate;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.RuleTrialPromise;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests when published rules are rolled back without a person. */
class RuleBudgetWatchTest {
    private static final Instant IN_FORCE = WardStory.START;

    private final List<RulePublication> published = new ArrayList<>();
    private final RuleBudgetWatch watch =
            new RuleBudgetWatch(new RuleHistory(AlarmRuleCatalogue.adultIcu()), published::add, () -> IN_FORCE);
    private final BedStory bed = new WardStory().bed("1");

    @Test
    void rulesThatCallMoreOftenThanPromisedAreRolledBackOnce() {
        // given: the trial promised two calls an hour
        watch.take(tried(2));

        // when: a call every five minutes
        calls(30, Duration.ofMinutes(5));

        // then
        assertThat(published).singleElement().satisfies(rollback -> {
            assertThat(rollback.getNumber()).isEqualTo(2);
            assertThat(rollback.getRestores()).isZero();
            assertThat(rollback.getAuthor()).isEqualTo("alert-analytics");
            assertThat(rollback.getReason()).contains("REA had 10 calls", "promised 2.0 calls an hour");
        });
    }

    @Test
    void aRollbackIsInTheAuditTrailWithItsReason() {
        // given
        List<AuditedAccess> trail = new ArrayList<>();
        var audited = new RuleBudgetWatch(
                new RuleHistory(AlarmRuleCatalogue.adultIcu()),
                new AuditedRollback(published::add, trail::add),
                () -> IN_FORCE);
        audited.take(tried(2));
        // when
        for (int at = 1; at <= 10; at++) {
            audited.take(alarm("a" + at, IN_FORCE.plusSeconds(at)));
        }
        // then
        assertThat(published).hasSize(1);
        assertThat(trail).singleElement().satisfies(event -> {
            assertThat(event.attempt().operation()).isEqualTo(AccessOperation.PUBLISH_RULES);
            assertThat(event.attempt().who().subject()).isEqualTo("alert-analytics");
            assertThat(event.attempt().detail())
                    .startsWith("publication 2 (restores publication 0) by alert-analytics: REA had 10 calls");
        });
    }

    @Test
    void rulesThatKeepTheirPromiseStayInForce() {
        // given
        watch.take(tried(2));
        // when: two calls an hour for a day
        calls(48, Duration.ofMinutes(30));
        // then
        assertThat(published).isEmpty();
    }

    @Test
    void alarmsOfTheRulesBeforeDoNotCount() {
        // given
        for (int at = 1; at <= 30; at++) {
            watch.take(alarm("old" + at, IN_FORCE.minusSeconds(at)));
        }
        // when
        watch.take(tried(2));
        for (int at = 1; at <= 30; at++) {
            watch.take(alarm("old" + at, IN_FORCE.minusSeconds(at)));
        }
        // then
        assertThat(published).isEmpty();
    }

    @Test
    void aPredictedRiskIsNoCall() {
        // given
        watch.take(tried(2));
        // when
        for (int at = 0; at < 30; at++) {
            AlarmEpisode risk = alarm("r" + at, IN_FORCE.plusSeconds(at));
            risk.setKind(AlertKind.PREDICTED);
            watch.take(risk);
        }
        // then
        assertThat(published).isEmpty();
    }

    @Test
    void rulesWithoutATrialAreNotWatched() {
        // given
        RulePublication forced = tried(2);
        forced.setTrial(null);
        watch.take(forced);
        // when
        calls(30, Duration.ofMinutes(1));
        // then
        assertThat(published).isEmpty();
    }

    private void calls(int count, Duration every) {
        for (int at = 0; at < count; at++) {
            AlarmEpisode alarm = alarm("a" + at, IN_FORCE.plus(every.multipliedBy(at + 1)));
            watch.take(alarm);
            watch.take(alarm);
        }
    }

    private AlarmEpisode alarm(String name, Instant raised) {
        return bed.alert(name).raisedAt(raised).episode().setCalls(1).build();
    }

    private static RulePublication tried(double callsPerHour) {
        return RulePublication.newBuilder()
                .setNumber(1)
                .setVersion("tried")
                .setRules("")
                .setDigest("d")
                .setAuthor("dr-a")
                .setReason("fewer calls")
                .setPublishedAt(IN_FORCE.minusSeconds(10))
                .setInForceFrom(IN_FORCE)
                .setTrial(new RuleTrialPromise(
                        IN_FORCE,
                        IN_FORCE,
                        IN_FORCE,
                        "adult-icu-4",
                        1.0,
                        List.of(new PromisedCallRate("REA", callsPerHour))))
                .build();
    }
}
