package org.vigie.records;

import java.util.EnumMap;
import java.util.Map;

/**
 * Maps the constants of a record's enum to those of a rule's enum, by name.
 *
 * <p>Each constant of the rule has one partner. A constant that only the record has, such as the default for symbols of a later version,
 * has no partner.
 *
 * @param <A> the generated enum of a record
 * @param <R> the enum of a rule
 */
public final class EnumMapping<A extends Enum<A>, R extends Enum<R>> {
    private final Map<A, R> rules;
    private final Map<R, A> records;

    private EnumMapping(Map<A, R> rules, Map<R, A> records) {
        this.rules = rules;
        this.records = records;
    }

    /**
     * Pairs the constants of the same name.
     *
     * @throws IllegalArgumentException when a constant of the rule has no partner
     */
    public static <A extends Enum<A>, R extends Enum<R>> EnumMapping<A, R> byName(Class<A> record, Class<R> rule) {
        Map<A, R> rules = new EnumMap<>(record);
        Map<R, A> records = new EnumMap<>(rule);
        for (R value : rule.getEnumConstants()) {
            A partner = Enum.valueOf(record, value.name());
            rules.put(partner, value);
            records.put(value, partner);
        }
        return new EnumMapping<>(rules, records);
    }

    /** @throws IllegalArgumentException when only the record has this constant */
    public R toRule(A constant) {
        R rule = rules.get(constant);
        if (rule == null) {
            throw new IllegalArgumentException(
                    constant.getDeclaringClass().getSimpleName() + ": no rule knows " + constant.name());
        }
        return rule;
    }

    public A toRecord(R constant) {
        A record = records.get(constant);
        if (record == null) {
            throw new IllegalStateException("no partner of " + constant.name());
        }
        return record;
    }
}
