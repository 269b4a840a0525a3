package org.vigie.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.schemas.RulePublication;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.RulesInForce;

/**
 * Holds the alarm rules that were published for a ward. The publication with the greatest number whose time has come is in force; before the
 * first one the configured rules are. Thread-safe.
 */
public final class RuleHistory implements RulesInForce {
    private final AlarmRuleCatalogue configured;
    private final TreeMap<Integer, PublishedRules> byNumber = new TreeMap<>();
    private volatile List<PublishedRules> newestFirst = List.of();

    /**
     * Holds one publication.
     *
     * @param rules empty when this release cannot read them; the rules before them then stay in force
     */
    private record PublishedRules(RulePublication publication, Optional<AlarmRuleCatalogue> rules) {
        boolean isInForce(Instant time) {
            return rules.isPresent() && !publication.getInForceFrom().isAfter(time);
        }
    }

    /** @param configured rules that are in force while nothing is published */
    public RuleHistory(AlarmRuleCatalogue configured) {
        this.configured = configured;
    }

    /**
     * Adds a publication. A publication with the same number is replaced.
     *
     * @return why this release cannot read its rules, in the form {@code name:line: what was expected}; empty when it can
     */
    public synchronized Optional<String> take(RulePublication publication) {
        Optional<String> problem = Optional.empty();
        Optional<AlarmRuleCatalogue> rules = Optional.empty();
        try {
            rules = Optional.of(rules(publication));
        } catch (IllegalArgumentException e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
        byNumber.put(publication.getNumber(), new PublishedRules(publication, rules));
        newestFirst = List.copyOf(byNumber.descendingMap().values());
        return problem;
    }

    private AlarmRuleCatalogue rules(RulePublication publication) {
        return publication.getRules().isEmpty()
                ? configured
                : AlarmRuleCatalogue.of("publication-" + publication.getNumber(), publication.getRules());
    }

    @Override
    public AlarmRuleCatalogue at(Instant time) {
        for (PublishedRules each : newestFirst) {
            if (each.isInForce(time)) {
                return each.rules().orElseThrow();
            }
        }
        return configured;
    }

    /** Returns the publication in force at a time; empty while the configured rules are. */
    public Optional<RulePublication> inForce(Instant time) {
        return newestFirst.stream()
                .filter(each -> each.isInForce(time))
                .map(PublishedRules::publication)
                .findFirst();
    }

    /** Returns the newest publication; it may come into force later. */
    public Optional<RulePublication> newest() {
        return newestFirst.stream().map(PublishedRules::publication).findFirst();
    }

    /** Returns the number of the next publication. */
    public int nextNumber() {
        return newest().map(RulePublication::getNumber).orElse(0) + 1;
    }

    /** Returns the publication with a number; empty when there is none. */
    public Optional<RulePublication> numbered(int number) {
        return all().stream().filter(each -> each.getNumber() == number).findFirst();
    }

    /** Returns all publications, newest first. */
    public List<RulePublication> all() {
        return newestFirst.stream().map(PublishedRules::publication).toList();
    }

    /** Returns the configured or published rules with a version; of several the newest. */
    public Optional<AlarmRuleCatalogue> ofVersion(String version) {
        return newestFirst.stream()
                .flatMap(each -> each.rules().stream())
                .filter(rules -> rules.version().equals(version))
                .findFirst()
                .or(() ->
                        Optional.of(configured).filter(rules -> rules.version().equals(version)));
    }
}
