package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alert.Transition.State;
import org.vigie.signal.identify.Identity;

/** The patient has left, or is known by now and watched under the real stay: every open episode is over, and nothing is pending any more. */
final class StayEnd {
    private StayEnd() {}

    /** An episode that was raised after {@code end} is over when it was raised. */
    static List<Transition> clearAll(StayWatch watch, RuleSet rules, Instant end) {
        Map<String, Episode> episodes = watch.episodes();
        List<Transition> cleared = episodes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .flatMap(entry -> entry.getValue().raised().stream()
                        .map(raised -> cleared(watch, rules, entry.getKey(), raised, end)))
                .toList();
        episodes.keySet().forEach(rule -> watch.keep(rule, Episode.NORMAL));
        return cleared;
    }

    private static Transition cleared(StayWatch watch, RuleSet rules, String rule, Raised raised, Instant end) {
        Instant at = end.isBefore(raised.at()) ? raised.at() : end;
        Duration open = Duration.between(raised.onset(), at);
        boolean known = Identity.isProvisional(watch.stay());
        return new Transition(
                EpisodeId.of(watch.stay(), rule, raised.onset()),
                watch.stay(),
                raised.bed(),
                rule,
                rules.version(),
                kind(rules, rule),
                raised.priority(),
                State.CLEARED,
                raised.onset(),
                raised.at(),
                at,
                Double.NaN,
                raised.limit(),
                known ? Messages.knownFr(open) : Messages.endedFr(open),
                known ? Messages.knownEn(open) : Messages.endedEn(open),
                List.of());
    }

    /** A rule that has left the rule set since it was raised may still be open. */
    private static RuleKind kind(RuleSet rules, String name) {
        return rules.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .map(Rule::kind)
                .findFirst()
                .orElse(BedSilence.isRule(name) ? RuleKind.TECHNICAL : RuleKind.LIMIT);
    }
}
