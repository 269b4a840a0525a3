package org.vigie.signal.alarm.detect;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.text.DurationText;
import org.vigie.signal.text.LocalizedText;

/**
 * Writes the alarm texts of one rule for clinicians: {@code SpO2 84 % < 90 % depuis 12 s}.
 *
 * @param kind kind of the rule that gives the reason
 */
record RuleText(AlarmRuleKind kind, RuleInput input) {
    private static final Map<String, String> UNITS =
            Map.of("mm[Hg]", " mmHg", "Cel", " °C", "/min", " /min", "%", " %");
    private static final DurationText SIGNAL_BACK = new DurationText(" revenu après ", " signal back after ");
    private static final DurationText OVER = new DurationText(" : terminé après ", ": over after ");
    private static final DurationText ALARM_OVER = new DurationText(" : fin de l'alarme après ", ": alarm over after ");

    /** Returns the text of a violation that has lasted for {@code lasted}. */
    LocalizedText violated(double value, double limit, Duration lasted) {
        return switch (kind) {
            case TECHNICAL -> technical((long) value);
            case TREND -> trend(value);
            case RISK -> input.label().plus(LocalizedText.same(" ≥ " + Math.round(value * 100) + " %"));
            default -> limitViolated(value, limit, lasted);
        };
    }

    /** Returns the text of the end of an alarm that was open for {@code open}. */
    LocalizedText cleared(double value, Duration open) {
        return switch (kind) {
            case TECHNICAL -> technicalCleared(open);
            case TREND, RISK -> input.label().plus(OVER.with(open));
            default -> withAmount(input.label(), value).plus(ALARM_OVER.with(open));
        };
    }

    private LocalizedText technical(long seconds) {
        LocalizedText label = input.label();
        return switch (input.variable()) {
            case RuleInput.CLOCK ->
                label.plus(new LocalizedText(" : écart de " + days(seconds, " j"), ": off by " + days(seconds, " d")));
            case RuleInput.UNMAPPED -> label.plus(new LocalizedText(" : ", ": "));
            default -> signal(label, seconds);
        };
    }

    private LocalizedText signal(LocalizedText label, long value) {
        String kind = input.variable().substring(0, input.variable().indexOf(':') + 1);
        return switch (kind) {
            case RuleInput.OVERDUE ->
                label.plus(new DurationText(" : mesure en retard de ", ": measurement overdue by ")
                        .with(Duration.ofSeconds(value)));
            case RuleInput.DIFFERENCE ->
                label.plus(new LocalizedText(" : écart de " + value + " mmHg", ": differ by " + value + " mmHg"));
            default -> {
                String time = DurationText.inLargestUnit(value);
                yield new LocalizedText(
                        "Pas de signal " + label.fr() + " depuis " + time, "No " + label.en() + " signal for " + time);
            }
        };
    }

    private LocalizedText technicalCleared(Duration open) {
        if (!input.variable().startsWith(RuleInput.SILENCE)) {
            return input.label().plus(OVER.with(open));
        }
        LocalizedText signal =
                new LocalizedText("Signal " + input.label().fr(), input.label().en());
        return signal.plus(SIGNAL_BACK.with(open));
    }

    /** Writes a drift with one decimal. */
    private LocalizedText trend(double slope) {
        double rounded = Math.round(slope * 10) / 10.0;
        String drift = (rounded < 0 ? " " : " +") + amount(rounded) + "/h";
        return new LocalizedText(
                french(input.label().fr() + drift + " par rapport à l'habitude du patient"),
                input.label().en() + drift + " against the patient's own baseline");
    }

    private LocalizedText limitViolated(double value, double limit, Duration lasted) {
        String violation = " " + amount(value) + " " + input.side().sign() + " " + amount(limit);
        LocalizedText text = new LocalizedText(
                french(input.label().fr() + violation), input.label().en() + violation);
        boolean delayed = lasted.toSeconds() != 0;
        return delayed ? text.plus(new DurationText(" depuis ", " for ").with(lasted)) : text;
    }

    private LocalizedText withAmount(LocalizedText label, double value) {
        String amount = " " + amount(value);
        return new LocalizedText(french(label.fr() + amount), label.en() + amount);
    }

    private String amount(double value) {
        String unit = VariableCatalogue.standard()
                .find(input.variable())
                .map(variable -> UNITS.getOrDefault(variable.unit(), " " + variable.unit()))
                .orElse("");
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + unit;
    }

    /** Replaces the decimal point between two digits by a comma. */
    private static String french(String text) {
        return text.replaceAll("(\\d)\\.(\\d)", "$1,$2");
    }

    private static String days(long seconds, String unit) {
        long days = Duration.ofSeconds(seconds).toDays();
        return days < 2 ? DurationText.inLargestUnit(seconds) : days + unit;
    }
}
