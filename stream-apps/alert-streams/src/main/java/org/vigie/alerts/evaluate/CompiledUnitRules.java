package org.vigie.alerts.evaluate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.detect.SteadyPeriodRules;
import org.vigie.signal.alarm.incident.StayAlarmValues;
import org.vigie.signal.alarm.lifecycle.AlarmLifecycle;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.RulesInForce;
import org.vigie.signal.alarm.rules.UnitRules;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.triage.TriageRules;
import org.vigie.signal.vitals.DecisionThresholds;

/**
 * Holds the compiled alarm rules for a bed and a patient.
 *
 * @param steady rules for the periods in which nothing is decided
 */
record CompiledUnitRules(UnitRules rules, AlarmDetector alarms, SteadyPeriodRules steady) {
    /** Returns the thresholds of the early-warning score and of the triage. */
    private static DecisionThresholds scoreThresholds(SaturationScale scale) {
        var thresholds = new DecisionThresholds();
        new News2Calculator().addTo(thresholds, scale);
        TriageRules.adultIcu().addTo(thresholds);
        return thresholds;
    }

    /** Returns the life cycle of a stay's alarms by these rules, with the stay's live values. */
    AlarmLifecycle lifecycle(StayAlarms stayAlarms, AlarmDetectionState detection) {
        var values = new StayAlarmValues(rules.rules(), alarms, detection);
        return new AlarmLifecycle(stayAlarms, rules.policy(), rules.rules().version(), values);
    }

    /** Compiles the rules in force and shares them among patients with the same limits and saturation scale. */
    static final class RuleCache {
        /** Largest number of compiled rule sets. Few patients have their own limits, and those of former patients are not kept for ever. */
        private static final int MANY = 1_000;

        private final RulesInForce inForce;
        private final Map<RuleCacheKey, CompiledUnitRules> units = new HashMap<>();
        private AlarmRuleCatalogue catalogue;

        RuleCache(RulesInForce inForce) {
            this.inForce = inForce;
            this.catalogue = inForce.at(Instant.EPOCH);
        }

        /** Uses the rules that are in force at a time. With other rules than before, all steady periods end. */
        void useAt(Instant time) {
            AlarmRuleCatalogue rules = inForce.at(time);
            if (!rules.equals(catalogue)) {
                catalogue = rules;
                clear();
            }
        }

        private void clear() {
            units.values().forEach(each -> each.steady().end());
            units.clear();
        }

        /** Identifies a compiled rule set by unit profile, patient limits and saturation scale. */
        private record RuleCacheKey(String profile, List<PatientLimit> limits, SaturationScale scale) {}

        /** Returns the rules of the unit in which the bed lies. */
        CompiledUnitRules at(String bed) {
            return at(bed, List.of(), SaturationScale.SCALE_1);
        }

        /** Returns the rules for a patient, with the patient's own limits and saturation scale. */
        CompiledUnitRules of(StayAlarms patient) {
            return at(patient.bed(), patient.limits(), patient.saturationScale());
        }

        private CompiledUnitRules at(String bed, List<PatientLimit> limits, SaturationScale scale) {
            UnitRules rules = catalogue.at(bed);
            if (units.size() > MANY) {
                clear();
            }
            return units.computeIfAbsent(
                    new RuleCacheKey(rules.profile(), limits, scale), key -> with(rules, limits, scale));
        }

        private static CompiledUnitRules with(UnitRules rules, List<PatientLimit> limits, SaturationScale scale) {
            AlarmRuleSet own = limits.isEmpty() ? rules.rules() : rules.rules().with(limits);
            return new CompiledUnitRules(
                    new UnitRules(rules.profile(), rules.units(), own, rules.policy()),
                    new AlarmDetector(own, scale),
                    new SteadyPeriodRules(own, scoreThresholds(scale)));
        }
    }
}
