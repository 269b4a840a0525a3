package org.vigie.signal.alarm.rules;

import java.time.Instant;

/** Gives the alarm rules that are in force at a time. */
@FunctionalInterface
public interface RulesInForce {
    /** Returns the rules; the same object as long as the same rules are in force. */
    AlarmRuleCatalogue at(Instant time);

    /** Returns rules that never change. */
    static RulesInForce always(AlarmRuleCatalogue rules) {
        return time -> rules;
    }
}
