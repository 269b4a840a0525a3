package org.vigie.signal.attention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.vigie.signal.text.LocalizedText;

/**
 * Writes the reason of one row with the value and its age.
 *
 * <p>A value that is older than five minutes is said in the past: {@code FiO2 80 % (il y a 12 min)}. An open alarm is said with its duration.
 */
record AttentionReason(AttentionRule rule, AttentionEvidence evidence) {
    private static final Duration PRESENT = Duration.ofMinutes(5);
    private static final Duration LONG = Duration.ofHours(2);
    private static final String VALUE = "{value}";
    private static final String AGE = "{age}";

    LocalizedText text() {
        String value = number();
        String age = age();
        return new LocalizedText(
                filled(rule.reason().fr(), value.replace('.', ','), age, " (il y a " + age + ")"),
                filled(rule.reason().en(), value, age, " (" + age + " ago)"));
    }

    private String filled(String text, String value, String age, String past) {
        boolean isPast = !text.contains(AGE) && evidence.age(rule.input()).compareTo(PRESENT) > 0;
        return text.replace(VALUE, value).replace(AGE, age) + (isPast ? past : "");
    }

    /** Returns the value with at most two decimals. */
    private String number() {
        double value = evidence.values().getOrDefault(rule.input(), 0.0);
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String age() {
        Duration age = evidence.age(rule.input());
        return age.compareTo(LONG) < 0 ? age.toMinutes() + " min" : age.toHours() + " h";
    }
}
