package org.vigie.alerts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.UnitRules;

/** The rules in force at a bed and for a patient, compiled once for all who have the same. */
record CompiledUnitRules(UnitRules rules, AlarmDetector alarms) {

    /** Of one rule book. */
    static final class RuleCache {
        /** Patients with limits of their own are few; who has left is not remembered for ever. */
        private static final int MANY = 1_000;

        private final AlarmRuleCatalogue book;
        private final Map<RuleCacheKey, CompiledUnitRules> units = new HashMap<>();

        RuleCache(AlarmRuleCatalogue book) {
            this.book = book;
        }

        private record RuleCacheKey(String profile, List<PatientLimit> limits) {}

        CompiledUnitRules at(String bed, List<PatientLimit> limits) {
            UnitRules rules = book.at(bed);
            if (units.size() > MANY) {
                units.clear();
            }
            return units.computeIfAbsent(
                    new RuleCacheKey(rules.profile(), limits), ruleCacheKey -> with(rules, limits));
        }

        private static CompiledUnitRules with(UnitRules rules, List<PatientLimit> limits) {
            AlarmRuleSet own = limits.isEmpty() ? rules.rules() : rules.rules().with(limits);
            return new CompiledUnitRules(
                    new UnitRules(rules.profile(), rules.units(), own, rules.policy()), new AlarmDetector(own));
        }
    }
}
