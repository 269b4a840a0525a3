package org.vigie.alerts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alert.Alarms;
import org.vigie.signal.alert.PatientLimit;
import org.vigie.signal.alert.RuleSet;
import org.vigie.signal.alert.rules.RuleBook;
import org.vigie.signal.alert.rules.UnitRules;

/** The rules in force at a bed and for a patient, compiled once for all who have the same. */
record Unit(UnitRules rules, Alarms alarms) {

    /** Of one rule book. */
    static final class All {
        /** Patients with limits of their own are few; who has left is not remembered for ever. */
        private static final int MANY = 1_000;

        private final RuleBook book;
        private final Map<Own, Unit> units = new HashMap<>();

        All(RuleBook book) {
            this.book = book;
        }

        private record Own(String profile, List<PatientLimit> limits) {}

        Unit at(String bed, List<PatientLimit> limits) {
            UnitRules rules = book.at(bed);
            if (units.size() > MANY) {
                units.clear();
            }
            return units.computeIfAbsent(new Own(rules.profile(), limits), own -> with(rules, limits));
        }

        private static Unit with(UnitRules rules, List<PatientLimit> limits) {
            RuleSet own = limits.isEmpty() ? rules.rules() : rules.rules().with(limits);
            return new Unit(new UnitRules(rules.profile(), rules.units(), own, rules.policy()), new Alarms(own));
        }
    }
}
